package dev.handoff.report;

import dev.handoff.experiment.Arm;
import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.metric.Metric;
import java.util.Comparator;
import java.util.List;

/** The answer in one sentence, made of the numbers and their intervals. */
public final class Answer {
    private static final Measure FREED = Measure.of(Metric.CAPACITY_FREED);
    private static final Measure BURNOUT = Measure.of(Metric.BURNOUT_RISK);
    private static final Measure CHURN = Measure.of(Metric.CUSTOMER_CHURN);

    private static final String NO_CUSTOMERS = "there are no customers to lose";

    private final Outcome outcome;

    private Answer(Outcome outcome) {
        this.outcome = outcome;
    }

    public static String to(Outcome outcome) {
        Answer answer = new Answer(outcome);
        if (outcome.completed() == 0) {
            return "No replication was completed.";
        }
        List<ArmResult> asked = outcome.asked();
        if (asked.size() > 1) {
            return answer.comparison(asked);
        }
        return asked.get(0).arm().hasTwin() ? answer.delegation(asked.get(0)) : answer.reference(asked.get(0));
    }

    private String delegation(ArmResult result) {
        return "Delegation frees " + hours(result.value(FREED)) + " on average and " + payback(result)
                + "; by week " + result.arm().horizon() + " the burnout risk is "
                + percent(result.value(BURNOUT)) + ", " + againstTwin(result, BURNOUT) + ", and "
                + (hasCustomers(result)
                        ? "the share of customers lost is " + percent(result.value(CHURN)) + ", "
                                + againstTwin(result, CHURN)
                        : NO_CUSTOMERS)
                + ".";
    }

    private static boolean hasCustomers(ArmResult result) {
        return result.value(CHURN).n() > 0;
    }

    private String payback(ArmResult result) {
        double week = result.meanPaybackWeek();
        double never = result.neverPaysBackShare(outcome.completed());
        String share = Words.percent(never) + " % of replications";
        if (Double.isNaN(week)) {
            return "has not paid its own hours back by week " + result.arm().horizon()
                    + (never == 1 ? ", in no replication" : " (nor has it in " + share + ")");
        }
        return "has paid its own hours back by week " + Words.week(week)
                + (never == 0 ? "" : " (but not in " + share + ")");
    }

    private static String againstTwin(ArmResult result, Measure measure) {
        Estimate difference = result.difference(measure);
        return Double.isNaN(difference.low())
                ? points(Math.abs(difference.mean())) + (difference.mean() > 0 ? " above" : " below")
                        + " no delegation in this replication"
                : compared(difference, "no delegation");
    }

    /** A difference of shares in words. */
    static String compared(Estimate difference, String other) {
        if (difference.coversZero()) {
            return "no difference seen from " + other + " (" + range(difference.low(), difference.high()) + " points)";
        }
        return difference.mean() > 0
                ? points(difference.mean()) + " above " + other + " (" + range(difference.low(), difference.high())
                        + ")"
                : points(-difference.mean()) + " below " + other + " (" + range(-difference.high(), -difference.low())
                        + ")";
    }

    private static String range(double low, double high) {
        return Words.percent(low) + " to " + Words.percent(high);
    }

    private static String points(double share) {
        return Words.percent(share) + " points";
    }

    private String reference(ArmResult result) {
        return "Nobody is handed over: by week " + result.arm().horizon() + " the burnout risk is "
                + percent(result.value(BURNOUT)) + " and "
                + (hasCustomers(result)
                        ? "the share of customers lost is " + percent(result.value(CHURN))
                        : NO_CUSTOMERS)
                + ", with " + hours(result.value(Measure.of(Metric.EXECUTIVE_HOURS)))
                + " worked by the executive.";
    }

    private String comparison(List<ArmResult> asked) {
        return "Capacity freed is highest with " + first(asked, FREED, false)
                + "; burnout risk is lowest with " + first(asked, BURNOUT, true)
                + "; "
                + (asked.stream().allMatch(Answer::hasCustomers)
                        ? "the fewest customers are lost with " + first(asked, CHURN, true)
                        : "not all have customers to lose")
                + ".";
    }

    private String first(List<ArmResult> asked, Measure measure, boolean lowest) {
        Comparator<ArmResult> rising =
                Comparator.comparingDouble(result -> result.value(measure).mean());
        List<ArmResult> ranked =
                asked.stream().sorted(lowest ? rising : rising.reversed()).toList();
        Arm best = ranked.get(0).arm();
        Arm next = ranked.get(1).arm();
        boolean share = !measure.equals(FREED);
        Estimate estimate = ranked.get(0).value(measure);
        String value = share ? percent(estimate) : hours(estimate);
        Estimate difference = outcome.difference(best, next, measure);
        return "'" + best.name() + "' (" + value + "; "
                + (share ? compared(difference, "'" + next.name() + "'") : hoursCompared(difference, next.name()))
                + ")";
    }

    private static String hoursCompared(Estimate difference, String other) {
        String interval = Words.decimal(difference.low()) + " to " + Words.decimal(difference.high());
        return difference.coversZero()
                ? "no difference seen from '" + other + "', " + interval + " h/week"
                : Words.decimal(difference.mean()) + " h/week above '" + other + "', " + interval;
    }

    private static String hours(Estimate estimate) {
        String interval = Double.isNaN(estimate.low())
                ? ""
                : " (95 % interval " + Words.decimal(estimate.low()) + " to " + Words.decimal(estimate.high()) + ")";
        return Words.decimal(estimate.mean()) + " h/week" + interval;
    }

    private static String percent(Estimate estimate) {
        return Words.percent(estimate.mean()) + " %"
                + (Double.isNaN(estimate.low())
                        ? ""
                        : " (" + Words.percent(estimate.low()) + " to " + Words.percent(estimate.high()) + ")");
    }
}
