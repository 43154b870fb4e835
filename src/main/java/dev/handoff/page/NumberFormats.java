package dev.handoff.page;

import dev.handoff.metric.Metric;

/** How a spreadsheet shows numbers of a unit, with some room before what follows on the right; its cells hold the numbers of the files. */
final class NumberFormats {
    static final String WHOLE = "0_)";
    static final String SHARE = "0.0%_)";
    static final String ANY = "General_)";

    private static final String HOURS = "#,##0.0_)";

    private NumberFormats() {}

    static String of(String unit) {
        return Metric.isShare(unit) ? SHARE : isTime(unit) ? HOURS : ANY;
    }

    /** Of a difference, which shows its sign; those of shares are points. */
    static String ofDifference(String unit) {
        String plain = Metric.isShare(unit) ? SHARE : isTime(unit) ? HOURS : ANY;
        return "+" + plain + ";-" + plain + ";" + plain;
    }

    private static boolean isTime(String unit) {
        return unit.equals("h") || unit.equals("h/week");
    }
}
