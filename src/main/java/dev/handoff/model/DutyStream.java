package dev.handoff.model;

/**
 * One Poisson stream of duties of one executive. The gap is kept as a standard exponential variate that is used up at the
 * present rate, so a rate that changes in time moves arrivals without drawing anew.
 */
final class DutyStream {
    private final Draws draws;
    private final Draws.Source gap;
    private final Draws.Source size;
    private final int executive;
    private int arrivals;
    private double left;
    private double ratePerWeek;
    private double since;

    DutyStream(Draws draws, Draws.Source gap, Draws.Source size, int executive) {
        this.draws = draws;
        this.gap = gap;
        this.size = size;
        this.executive = executive;
    }

    void begin(double duties, double now) {
        left = draws.exponential(gap, executive, arrivals);
        ratePerWeek = duties;
        since = now;
    }

    void changeRate(double duties, double now) {
        left -= ratePerWeek * (now - since);
        ratePerWeek = duties;
        since = now;
    }

    /** Week of the next duty; infinity at rate 0. */
    double nextAt() {
        return ratePerWeek > 0 ? since + Math.max(0, left) / ratePerWeek : Double.POSITIVE_INFINITY;
    }

    /** Hours of the duty that arrives now. */
    double arrive(double now) {
        return draws.dutySize(size, executive, pass(now));
    }

    /** Number of the duty that arrives now, from 0. */
    int pass(double now) {
        int number = arrivals++;
        begin(ratePerWeek, now);
        return number;
    }
}
