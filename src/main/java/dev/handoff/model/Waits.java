package dev.handoff.model;

/** Waits for answers: their sum, and their distribution in classes that are less than one percent wide. */
final class Waits {
    /*
     * The class of a wait is its binary exponent with the first seven bits after the point: 128 classes to each doubling. Waits
     * from 2^-20 weeks (half a business second) to 2^12 weeks (a lifetime) are told apart, others counted in the outermost classes.
     */
    private static final int SHIFT = 52 - 7;
    private static final long LOWEST = Double.doubleToRawLongBits(0x1p-20) >>> SHIFT;
    private static final long HIGHEST = Double.doubleToRawLongBits(0x1p12) >>> SHIFT;

    private final int[] counts = new int[(int) (HIGHEST - LOWEST) + 1]; // by class
    private long count;
    private final double[] sum; // by executive, weeks

    Waits(int executives) {
        sum = new double[executives];
    }

    void add(int executive, double weeks) {
        long place = Double.doubleToRawLongBits(weeks) >>> SHIFT;
        counts[(int) (Math.max(LOWEST, Math.min(HIGHEST, place)) - LOWEST)]++;
        count++;
        sum[executive] += weeks;
    }

    long count() {
        return count;
    }

    /** Weeks. */
    double sum() {
        double total = 0;
        for (double each : sum) {
            total += each;
        }
        return total;
    }

    /** The middle of the class that holds the given quantile, in weeks; NaN without waits. */
    double quantile(double probability) {
        long rank = (long) Math.ceil(probability * count);
        long below = 0;
        for (int each = 0; each < counts.length; each++) {
            below += counts[each];
            if (below >= rank && below > 0) {
                return (border(each) + border(each + 1)) / 2;
            }
        }
        return Double.NaN;
    }

    private static double border(int place) {
        return Double.longBitsToDouble((place + LOWEST) << SHIFT);
    }
}
