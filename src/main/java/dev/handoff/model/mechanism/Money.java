package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * The firm's account since week 0. Each line flows at a rate that is constant between events, so its sum is exact: what was
 * settled when the rate last changed, and rate times the time since. Kept by executive, as executives are simulated one after
 * the other: the cash of the firm may be read only when all of them are at the same moment, such as the weekly review.
 */
public final class Money {

    /**
     * The {@code money} section of a scenario.
     *
     * @param replacementPremium what a substitute for a lost vendor or partner costs more, relative to the value of the lost one
     */
    public record Settings(double initialCashDollars, double replacementPremium) {}

    /** What comes in, and what goes out. */
    public enum Line {
        REVENUE(1),
        WAGES(-1),
        HIRING(-1),
        /** Of providers, less credits. */
        FEES(-1),
        /** Value of contracts that is lost for want of attention. */
        LEAKAGE(-1),
        PROCUREMENT(-1),
        MISUSE(-1);

        private final int sign;

        Line(int sign) {
            this.sign = sign;
        }
    }

    private static final Line[] LINES = Line.values();
    private static final double WEEKS_PER_YEAR = 52;

    private Settings settings;
    private final int executives;
    private final double initialCash;
    private final double[] rate; // by executive, then line: dollars a year
    private final double[] settled; // by executive, then line: dollars up to the settling
    private final double[] settledAt; // by executive, then line: week; infinity before the account begins

    public Money(Settings settings, int executives) {
        this.settings = settings;
        this.executives = executives;
        initialCash = settings.initialCashDollars();
        rate = new double[executives * LINES.length];
        settled = new double[executives * LINES.length];
        settledAt = new double[executives * LINES.length];
        Arrays.fill(settledAt, Double.POSITIVE_INFINITY);
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** From now on everything flows. */
    public void begin(double now) {
        Arrays.fill(settledAt, now);
    }

    /** @param dollarsPerYear by how much the line flows more from now on; less where negative */
    public void change(int executive, Line line, double dollarsPerYear, double now) {
        int place = place(executive, line);
        settled[place] = settledUpTo(place, now);
        settledAt[place] = Math.max(settledAt[place], now);
        rate[place] += dollarsPerYear;
    }

    /** @param dollars that go through the line at once */
    public void pay(int executive, Line line, double dollars, double now) {
        change(executive, line, 0, now);
        settled[place(executive, line)] += dollars;
    }

    /** Dollars a year that flow now, of all executives. */
    public double rate(Line line) {
        double sum = 0;
        for (int executive = 0; executive < executives; executive++) {
            sum += rate[place(executive, line)];
        }
        return sum;
    }

    /** Dollars a year that the loss of a vendor or partner of this value costs. */
    public double replacement(double value) {
        return settings.replacementPremium() * value;
    }

    /** Dollars since the beginning, of all executives. */
    public double sum(Line line, double now) {
        double sum = 0;
        for (int executive = 0; executive < executives; executive++) {
            sum += settledUpTo(place(executive, line), now);
        }
        return sum;
    }

    /** Dollars: the cash at the start and all lines since. */
    public double cash(double now) {
        double cash = initialCash;
        for (Line line : LINES) {
            cash += line.sign * sum(line, now);
        }
        return cash;
    }

    /** Dollars that went out since the beginning. */
    public double costs(double now) {
        double costs = 0;
        for (Line line : LINES) {
            costs += line.sign < 0 ? sum(line, now) : 0;
        }
        return costs;
    }

    private double settledUpTo(int place, double now) {
        return settled[place] + rate[place] * Math.max(0, now - settledAt[place]) / WEEKS_PER_YEAR;
    }

    private static int place(int executive, Line line) {
        return executive * LINES.length + line.ordinal();
    }
}
