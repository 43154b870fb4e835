package dev.handoff.plan;

import java.util.Locale;

/** Times in words for plans: whole ones without decimals. */
final class Spans {
    private static final double HOURS_PER_WEEK = 40;
    private static final double HOURS_PER_DAY = 8;
    private static final double MINUTES_PER_HOUR = 60;

    private Spans() {}

    /** Working time: {@code 3 weeks}, {@code 1 week}, {@code 2.5 days}, {@code 6 h}, {@code 30 min}. */
    static String weeks(double weeks) {
        double hours = HOURS_PER_WEEK * weeks;
        if (weeks > 0.99) {
            return counted(weeks, "week", "weeks");
        }
        if (hours > 7.99) {
            return counted(hours / HOURS_PER_DAY, "day", "days");
        }
        return hours(hours);
    }

    /** Work: {@code 1.5 h}, {@code 30 min}. */
    static String hours(double hours) {
        return hours > 0.99 ? counted(hours, "h", "h") : counted(MINUTES_PER_HOUR * hours, "min", "min");
    }

    private static String counted(double value, String one, String several) {
        String number = String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
        return number + " " + (number.equals("1") ? one : several);
    }
}
