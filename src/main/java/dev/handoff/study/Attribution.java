package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.ShapleyDecomposition;
import dev.handoff.statistics.ShapleyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each unit of settings contributes to the difference between two scenarios, and where hours and customers went, in the same random worlds.
 *
 * @param first mean of the measure without any change
 * @param second with all changes
 * @param nearest the replication whose difference is nearest to the mean one
 * @param replications looked at
 * @param known of these, in which the measure has a value in every coalition
 */
public record Attribution(
        ShapleyDecomposition decomposition,
        ConfidenceInterval first,
        ConfidenceInterval second,
        int nearest,
        int replications,
        int known,
        List<Entry> ledger) {
    public static final double CONFIDENCE = 0.95;

    private static final List<Metric> OF_PORTFOLIO = List.of(
            Metric.HOURS_DIRECT,
            Metric.HOURS_CALLBACK,
            Metric.HOURS_INTERVENTION,
            Metric.HOURS_JOINT_CALL,
            Metric.HOURS_REDIRECT,
            Metric.HOURS_ESCALATION,
            Metric.HOURS_APPEAL,
            Metric.HOURS_APOLOGY,
            Metric.HOURS_CHECK_IN,
            Metric.HOURS_PLANNING,
            Metric.HOURS_FOLLOW_UP,
            Metric.HOURS_ONBOARDING,
            Metric.HOURS_BARTER,
            Metric.HOURS_VENDOR_MANAGEMENT,
            Metric.HOURS_OVERSIGHT);
    private static final List<Metric> OF_CHURN = List.of(
            Metric.CHURN_WAIT,
            Metric.CHURN_ERROR,
            Metric.CHURN_FORCED,
            Metric.CHURN_CONFLICT,
            Metric.CHURN_BALL,
            Metric.CHURN_NATURAL,
            Metric.PRUNED);

    /** What an entry of the ledger belongs to. */
    public enum Account {
        /** Hours for the old contacts; they add up to {@code portfolio_hours}. */
        PORTFOLIO,
        /** Hours for anything else; they add up to nothing. */
        OTHER_HOURS,
        /** Customers lost; they add up to {@code customer_churn}. */
        LOSSES;

        /** As in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A line of the ledger.
     *
     * @param isSum whether it is the sum of its account's other entries
     * @param first mean without any change
     * @param second mean with all changes
     * @param difference second less first, paired
     */
    public record Entry(
            Account account,
            Metric metric,
            boolean isSum,
            double first,
            double second,
            ConfidenceInterval difference) {}

    /** Too few replications have a value. */
    public static final class TooFew extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooFew(String message) {
            super(message);
        }
    }

    /** Where values of replications come from. */
    public interface Outcomes {
        /** The measure in the first replications with these units changed, given as bits; NaN where it has no value. */
        double[] values(long coalition, Measure measure, int replications);
    }

    /** All that is asked of a replication, for this measure. */
    public static List<Measure> measures(Measure measure) {
        return Stream.concat(Stream.of(measure), entries().map(entry -> Measure.of(entry.metric())))
                .distinct()
                .toList();
    }

    private record Line(Account account, Metric metric, boolean isSum) {}

    private static Stream<Line> entries() {
        List<Line> lines = new ArrayList<>();
        OF_PORTFOLIO.forEach(metric -> lines.add(new Line(Account.PORTFOLIO, metric, false)));
        lines.add(new Line(Account.PORTFOLIO, Metric.PORTFOLIO_HOURS, true));
        Stream.of(Metric.values())
                .filter(metric -> metric.id().startsWith("hours_") && !OF_PORTFOLIO.contains(metric))
                .forEach(metric -> lines.add(new Line(Account.OTHER_HOURS, metric, false)));
        OF_CHURN.forEach(metric -> lines.add(new Line(Account.LOSSES, metric, false)));
        lines.add(new Line(Account.LOSSES, Metric.CUSTOMER_CHURN, true));
        return lines.stream();
    }

    /**
     * From outcomes of all coalitions that the plan needs.
     *
     * @throws TooFew if fewer than two replications have a value in every coalition
     */
    public static Attribution of(ShapleyPlan plan, Measure measure, int replications, Outcomes outcomes) {
        long[] coalitions = plan.coalitions();
        IntPredicate isKnown = replication -> true;
        for (long coalition : coalitions) {
            double[] values = outcomes.values(coalition, measure, replications);
            isKnown = isKnown.and(replication -> !Double.isNaN(values[replication]));
        }
        int[] known = IntStream.range(0, replications).filter(isKnown).toArray();
        if (known.length < 2) {
            throw new TooFew(measure.id() + " has a value in every scenario between the two in only " + known.length
                    + " of " + replications + " replications, which is too few");
        }
        LongFunction<double[]> values = coalition -> kept(outcomes.values(coalition, measure, replications), known);
        ShapleyDecomposition decomposition = ShapleyDecomposition.of(plan, values, CONFIDENCE);
        double[] first = values.apply(0);
        double[] second = values.apply(plan.all());
        return new Attribution(
                decomposition,
                ConfidenceIntervals.ofMean(first, CONFIDENCE),
                ConfidenceIntervals.ofMean(second, CONFIDENCE),
                known[nearest(first, second, decomposition.gap().estimate())],
                replications,
                known.length,
                ledger(plan, replications, outcomes));
    }

    private static double[] kept(double[] values, int[] known) {
        return IntStream.of(known)
                .mapToDouble(replication -> values[replication])
                .toArray();
    }

    private static int nearest(double[] first, double[] second, double gap) {
        int nearest = 0;
        for (int place = 1; place < first.length; place++) {
            double distance = Math.abs(second[place] - first[place] - gap);
            if (distance < Math.abs(second[nearest] - first[nearest] - gap)) {
                nearest = place;
            }
        }
        return nearest;
    }

    private static List<Entry> ledger(ShapleyPlan plan, int replications, Outcomes outcomes) {
        return entries()
                .map(line -> {
                    Measure measure = Measure.of(line.metric());
                    double[] before = outcomes.values(0, measure, replications);
                    double[] after = outcomes.values(plan.all(), measure, replications);
                    int[] known = IntStream.range(0, replications)
                            .filter(replication -> !Double.isNaN(after[replication] - before[replication]))
                            .toArray();
                    return entry(line, kept(before, known), kept(after, known));
                })
                .toList();
    }

    private static Entry entry(Line line, double[] before, double[] after) {
        double[] differences = new double[before.length];
        for (int place = 0; place < differences.length; place++) {
            differences[place] = after[place] - before[place];
        }
        return new Entry(
                line.account(),
                line.metric(),
                line.isSum(),
                ConfidenceIntervals.ofMean(before, CONFIDENCE).estimate(),
                ConfidenceIntervals.ofMean(after, CONFIDENCE).estimate(),
                ConfidenceIntervals.ofMean(differences, CONFIDENCE));
    }
}
