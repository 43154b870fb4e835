package dev.handoff.report;

import dev.handoff.experiment.Estimate;
import java.util.Locale;

/** Numbers in running text: hours with one decimal, shares in per cent, differences of shares in points. */
final class Words {

    private Words() {}

    static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.equals("-0.0") ? "0.0" : text;
    }

    static String percent(double share) {
        return decimal(100 * share);
    }

    /** With thousands set apart by commas. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The headline's mean in its own unit: "12.3" hours or "12.3" per cent. */
    static String value(Headline headline, double value) {
        return Double.isNaN(value) ? "-" : headline.asPercent() ? percent(value) : decimal(value);
    }

    static String unit(Headline headline) {
        return headline.asPercent() ? "%" : headline.measure().unit();
    }

    /** "16.9 to 17.5"; empty if there is no interval. */
    static String interval(Headline headline, Estimate estimate) {
        return Double.isNaN(estimate.low())
                ? ""
                : value(headline, estimate.low()) + " to " + value(headline, estimate.high());
    }

    static String week(double week) {
        return Double.isNaN(week) ? "never" : Long.toString(Math.round(week));
    }
}
