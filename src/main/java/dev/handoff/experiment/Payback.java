package dev.handoff.experiment;

/** The week in which the hours spent on delegating have come back for good. */
public final class Payback {

    private Payback() {}

    /**
     * @param cumulative hours freed so far, by week from 0 on
     * @return first week from which they stay at 0 or above; NaN if there is none, or if nothing was ever spent or freed
     */
    public static double week(double[] cumulative) {
        return week(cumulative, 0, cumulative.length);
    }

    static double week(double[] cumulative, int from, int weeks) {
        int last = weeks - 1;
        while (last >= 0 && cumulative[from + last] >= 0) {
            last--;
        }
        boolean never = last == weeks - 1;
        return never || last < 0 && isZero(cumulative, from, weeks) ? Double.NaN : last + 1;
    }

    private static boolean isZero(double[] cumulative, int from, int weeks) {
        for (int week = 0; week < weeks; week++) {
            if (cumulative[from + week] != 0) {
                return false;
            }
        }
        return true;
    }
}
