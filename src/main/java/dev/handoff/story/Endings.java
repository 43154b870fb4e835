package dev.handoff.story;

import java.util.Locale;

/** How it ended for a contact, in words. */
public final class Endings {
    private Endings() {}

    /**
     * Such as {@code accepted the delegate in week 7.20, stayed}.
     *
     * @param acceptedWeek infinity if it never did
     * @param leftWeek infinity if it stayed
     */
    public static String words(double acceptedWeek, double leftWeek) {
        String accepted = Double.isInfinite(acceptedWeek)
                ? "never accepted the delegate"
                : "accepted the delegate in week " + week(acceptedWeek);
        return accepted + (Double.isInfinite(leftWeek) ? ", stayed" : ", left in week " + week(leftWeek));
    }

    /** With two decimals. */
    public static String week(double week) {
        return String.format(Locale.ROOT, "%.2f", week);
    }
}
