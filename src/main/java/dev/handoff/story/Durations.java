package dev.handoff.story;

import java.util.Locale;

/** Waits in words, in working time: a week has five days of eight hours. */
final class Durations {
    private static final double HOURS_PER_WEEK = 40;
    private static final int MINUTES_PER_HOUR = 60;
    private static final double HOURS_PER_DAY = 8;
    private static final double DAYS_PER_WEEK = 5;

    private Durations() {}

    /** {@code 20 min}, {@code 5.3 h}, {@code 2.5 days}, {@code 3.1 weeks}. */
    static String words(double weeks) {
        double hours = HOURS_PER_WEEK * weeks;
        long minutes = Math.round(MINUTES_PER_HOUR * hours);
        if (minutes < MINUTES_PER_HOUR) {
            return minutes + " min";
        }
        if (hours < HOURS_PER_DAY) {
            return String.format(Locale.ROOT, "%.1f h", hours);
        }
        if (weeks < 2) {
            return String.format(Locale.ROOT, "%.1f days", DAYS_PER_WEEK * weeks);
        }
        return String.format(Locale.ROOT, "%.1f weeks", weeks);
    }
}
