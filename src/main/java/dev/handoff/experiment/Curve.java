package dev.handoff.experiment;

/** Estimates of one measure in each week, by week from 0 on; where {@code n} is 0 the rest is NaN. */
public final class Curve {
    private final Measure measure;
    private final int[] n;
    private final double[] mean;
    private final double[] low;
    private final double[] high;
    private final double[][] quantiles; // by quantile, then week

    Curve(Measure measure, int weeks) {
        this.measure = measure;
        n = new int[weeks];
        mean = new double[weeks];
        low = new double[weeks];
        high = new double[weeks];
        quantiles = new double[Estimate.QUANTILES.size()][weeks];
    }

    public Measure measure() {
        return measure;
    }

    public int weeks() {
        return n.length;
    }

    /** How many replications had a value in the week. */
    public int n(int week) {
        return n[week];
    }

    public double mean(int week) {
        return mean[week];
    }

    /** Lower limit of the 95 % interval of the mean. */
    public double low(int week) {
        return low[week];
    }

    /** Upper limit of the 95 % interval of the mean. */
    public double high(int week) {
        return high[week];
    }

    /** @param quantile index into {@link Estimate#QUANTILES} */
    public double quantile(int quantile, int week) {
        return quantiles[quantile][week];
    }

    public double[] means() {
        return mean.clone();
    }

    void putMean(int week, int count, double value, double lowerLimit, double upperLimit) {
        n[week] = count;
        mean[week] = value;
        low[week] = lowerLimit;
        high[week] = upperLimit;
    }

    void putQuantile(int quantile, int week, double value) {
        quantiles[quantile][week] = value;
    }
}
