package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Contracts with providers, one for each post whose source is a provider. A report tells the share of requests that the provider
 * answered in time; shortfalls bring credits, repeated ones end the contract, good reports widen its scope. Value leaks from it
 * as exp(-monitoring / 2), and it ends for other reasons at a hazard that is higher in the first year (M15).
 */
public final class Outsourcing {

    /** Whether the provider is paid for the year or for each request. */
    public enum Pricing {
        FIXED,
        PER_REQUEST
    }

    /** The {@code outsourcing} section of a scenario; hazards are given a year and kept a week. */
    public record Settings(
            double feeDollarsPerYear,
            Pricing pricing,
            double serviceTimeWeeks,
            double serviceTarget,
            double reportIntervalWeeks,
            double creditRate,
            double creditCap,
            int breaches,
            int goodReports,
            double expansion,
            double monitoringHoursPerWeek,
            double leakage,
            double transitionWeeks,
            double transitionErrorFactor,
            double ownership,
            double firstYearEndHazardPerWeek,
            double laterEndHazardPerWeek,
            double returnShare) {
        /** What remains where nobody is ever handed over. */
        public static final Settings NOTHING =
                new Settings(0, Pricing.FIXED, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    }

    /** What follows from a report. */
    public enum Verdict {
        GO_ON,
        WIDEN,
        END
    }

    /** Weeks that a report looks back. */
    private static final int WINDOW = 13;

    private static final double WEEKS_PER_YEAR = 52;

    private Settings settings;
    private final boolean[] running; // by delegate
    private final double[] signedAt; // by delegate, week
    private final double[] settledAt; // by delegate, week to which fee and hazard are settled
    private final double[] reportDueAt; // by delegate, week
    private final double[] feeSinceReport; // by delegate, dollars
    private final double[] budget; // by delegate: hazard until the end
    private final double[] demand; // by delegate: requests a week when the contract was priced; NaN before
    private final int[] inARow; // by delegate: good reports if positive, breaches if negative
    private final int[] answers; // by delegate, then week of the window
    private final int[] inTime; // by delegate, then week of the window
    private final int[] week; // by delegate: place in the window

    public Outsourcing(Settings settings, int delegates) {
        this.settings = settings;
        running = new boolean[delegates];
        signedAt = new double[delegates];
        settledAt = new double[delegates];
        reportDueAt = new double[delegates];
        feeSinceReport = new double[delegates];
        budget = new double[delegates];
        demand = new double[delegates];
        inARow = new int[delegates];
        answers = new int[delegates * WINDOW];
        inTime = new int[delegates * WINDOW];
        week = new int[delegates];
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Whether a provider holds the post. */
    public boolean isRunning(int delegate) {
        return running[delegate];
    }

    /** @param hazardBudget standard exponential variate of this contract */
    public void sign(int delegate, double hazardBudget, double now) {
        running[delegate] = true;
        signedAt[delegate] = now;
        settledAt[delegate] = now;
        reportDueAt[delegate] = now + settings.reportIntervalWeeks();
        feeSinceReport[delegate] = 0;
        budget[delegate] = hazardBudget;
        demand[delegate] = Double.NaN;
        inARow[delegate] = 0;
        Arrays.fill(answers, delegate * WINDOW, (delegate + 1) * WINDOW, 0);
        Arrays.fill(inTime, delegate * WINDOW, (delegate + 1) * WINDOW, 0);
    }

    public void end(int delegate) {
        running[delegate] = false;
    }

    /** Dollars a year that run on contracts with a fixed price, or would be paid for the requests that were expected. */
    public double fees() {
        int contracts = 0;
        for (boolean each : running) {
            contracts += each ? 1 : 0;
        }
        return contracts * settings.feeDollarsPerYear();
    }

    /** Level of ownership at which a provider stays, 0 to 1. */
    public double ownership() {
        return settings.ownership();
    }

    /** Hours of the executive a week to monitor one provider. */
    public double monitoringHours() {
        return settings.monitoringHoursPerWeek();
    }

    /** The chance of success, its odds of failure raised in the first weeks of a contract. */
    public double successProbability(int delegate, double usual, double now) {
        if (!running[delegate] || now - signedAt[delegate] >= settings.transitionWeeks()) {
            return usual;
        }
        return usual / (usual + settings.transitionErrorFactor() * (1 - usual));
    }

    /**
     * The provider has answered.
     *
     * @param waited weeks since the call
     * @return whether that was in time
     */
    public boolean onAnswer(int delegate, double waited) {
        boolean kept = waited <= settings.serviceTimeWeeks();
        int place = delegate * WINDOW + week[delegate];
        answers[place]++;
        inTime[place] += kept ? 1 : 0;
        return kept;
    }

    /** Spends the hazard up to now, at most to the end of the first year at that year's; whether the contract ends. */
    public boolean runsOut(int delegate, double now) {
        double firstYearEnds = signedAt[delegate] + WEEKS_PER_YEAR;
        double first = Math.max(0, Math.min(now, firstYearEnds) - settledAt[delegate]);
        double later = now - settledAt[delegate] - first;
        budget[delegate] -= first * settings.firstYearEndHazardPerWeek() + later * settings.laterEndHazardPerWeek();
        return budget[delegate] <= 0;
    }

    /**
     * The bill since the last one, in dollars.
     *
     * @param expected requests a week of the contacts that the provider has now
     */
    public double bill(int delegate, double expected, double now) {
        if (Double.isNaN(demand[delegate])) {
            demand[delegate] = expected;
        }
        double fee = settings.pricing() == Pricing.FIXED
                ? settings.feeDollarsPerYear() * (now - settledAt[delegate]) / WEEKS_PER_YEAR
                : answersOfWeek(delegate) * pricePerRequest(delegate);
        settledAt[delegate] = now;
        feeSinceReport[delegate] += fee;
        return fee;
    }

    /** Dollars that leak from a contract on which so many dollars were spent. */
    public double leaked(double fee) {
        return settings.leakage() * StrictMath.exp(-settings.monitoringHoursPerWeek() / 2) * fee;
    }

    /** Factor on the hours of the provider: where each request is paid, it gives hours in proportion to the demand. */
    public double hoursFactor(int delegate, double expected) {
        return settings.pricing() == Pricing.FIXED || !(demand[delegate] > 0) ? 1 : expected / demand[delegate];
    }

    public boolean isReportDue(int delegate, double now) {
        return now >= reportDueAt[delegate];
    }

    /** Share of the answers in time over the last weeks; NaN without any. */
    public double serviceLevel(int delegate) {
        double all = 0;
        double kept = 0;
        for (int place = delegate * WINDOW; place < (delegate + 1) * WINDOW; place++) {
            all += answers[place];
            kept += inTime[place];
        }
        return kept / all;
    }

    /** Dollars that come back for the time since the last report, for which the next one is due an interval later. */
    public double credit(int delegate, double level) {
        double shortfall = Double.isNaN(level) ? 0 : Math.max(0, settings.serviceTarget() - level);
        double credit = Math.min(settings.creditCap(), settings.creditRate() * shortfall) * feeSinceReport[delegate];
        feeSinceReport[delegate] = 0;
        reportDueAt[delegate] += settings.reportIntervalWeeks();
        return credit;
    }

    /** What follows from a report; one without answers changes nothing. */
    public Verdict judge(int delegate, double level) {
        if (Double.isNaN(level)) {
            return Verdict.GO_ON;
        }
        if (level < settings.serviceTarget()) {
            inARow[delegate] = Math.min(inARow[delegate], 0) - 1;
            return inARow[delegate] <= -settings.breaches() ? Verdict.END : Verdict.GO_ON;
        }
        inARow[delegate] = Math.max(inARow[delegate], 0) + 1;
        if (inARow[delegate] < settings.goodReports()) {
            return Verdict.GO_ON;
        }
        inARow[delegate] = 0;
        return Verdict.WIDEN;
    }

    /** Contacts by which the scope grows, of so many that the executive has. */
    public int widening(int contacts) {
        return (int) Math.round(settings.expansion() * contacts);
    }

    /** A new week of the window begins. */
    public void onWeek(int delegate) {
        week[delegate] = (week[delegate] + 1) % WINDOW;
        answers[delegate * WINDOW + week[delegate]] = 0;
        inTime[delegate * WINDOW + week[delegate]] = 0;
    }

    /** @param uniform variate from 0 to 1 of the contract that ended */
    public boolean returns(double uniform) {
        return uniform < settings.returnShare();
    }

    private int answersOfWeek(int delegate) {
        return answers[delegate * WINDOW + week[delegate]];
    }

    private double pricePerRequest(int delegate) {
        return demand[delegate] > 0 ? settings.feeDollarsPerYear() / WEEKS_PER_YEAR / demand[delegate] : 0;
    }
}
