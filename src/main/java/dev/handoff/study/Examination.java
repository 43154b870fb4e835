package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.kernel.Check;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides expectations by looks at more and more replications. Each look has an interval for what is estimated, and an expectation is
 * decided at the first one whose interval lies wholly on one side of the limit. The error that the confidence leaves is spent over the looks
 * as by O'Brien and Fleming and shared by all expectations equally (Bonferroni), so that the confidence holds for all of them together.
 */
public final class Examination {
    /** Equal values have no width; only of this many can less than one in a hundred differ, with a confidence of 95 %. */
    private static final int TELLING = 300;

    /** What was decided. */
    public enum Decision {
        PASS("PASS"),
        FAIL("FAIL"),
        UNDECIDED("NEEDS MORE RUNS");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /**
     * An expectation of a scenario, and what was found at the last look at it.
     *
     * @param scenario number of the scenario, from 0
     * @param replications at that look; 0 before the first one
     * @param known how many of them have a value
     * @param interval which holds at all looks and for all expectations together with the confidence, in each direction
     */
    public record Found(
            int scenario,
            Expectation expectation,
            Decision decision,
            int replications,
            int known,
            ConfidenceInterval interval) {}

    /** Where the outcomes of replications come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * @return by replication; NaN where there is no value
         * @throws Stopped if it was asked to stop
         */
        double[] values(int scenario, Measure measure, int replications);
    }

    private final Looks looks;
    private final List<Found> found = new ArrayList<>();

    /**
     * @param looks when they are looked at
     * @param expectations by scenario
     */
    public Examination(Looks looks, List<List<Expectation>> expectations) {
        this.looks = looks;
        ConfidenceInterval nothing = new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN);
        for (int scenario = 0; scenario < expectations.size(); scenario++) {
            for (Expectation expectation : expectations.get(scenario)) {
                found.add(new Found(scenario, expectation, Decision.UNDECIDED, 0, 0, nothing));
            }
        }
        Check.that(!found.isEmpty(), "there must be an expectation");
    }

    /**
     * Looks until all are decided or the replications are used up.
     *
     * @throws Stopped if it was asked to stop; what was found until then stays
     */
    public void run(Source source) {
        double[][] tails = found.stream()
                .map(each -> looks.tails((1 - each.expectation().confidence()) / found.size()))
                .toArray(double[][]::new);
        for (int look = 0; look < looks.count(); look++) {
            for (int place = 0; place < found.size(); place++) {
                if (found.get(place).decision() == Decision.UNDECIDED) {
                    found.set(place, look(found.get(place), source, looks.replications(look), tails[place][look]));
                }
            }
        }
    }

    /** In the order of scenarios and of their expectations. */
    public List<Found> found() {
        return List.copyOf(found);
    }

    /** All that is decided, as one: a failure beats what is undecided. */
    public Decision decision() {
        List<Decision> decisions = found.stream().map(Found::decision).toList();
        return decisions.contains(Decision.FAIL)
                ? Decision.FAIL
                : decisions.contains(Decision.UNDECIDED) ? Decision.UNDECIDED : Decision.PASS;
    }

    private static Found look(Found before, Source source, int replications, double tail) {
        Expectation expectation = before.expectation();
        double[] values = Arrays.stream(
                        source.values(before.scenario(), expectation.estimand().measure(), replications))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        ConfidenceInterval interval = interval(expectation.estimand(), values, 1 - 2 * Math.max(Looks.LEAST, tail));
        Decision decision = decision(expectation, interval, values.length);
        return new Found(before.scenario(), expectation, decision, replications, values.length, interval);
    }

    /** @param values all known; they may be sorted here */
    static ConfidenceInterval interval(Estimand estimand, double[] values, double confidence) {
        return switch (estimand.kind()) {
            case MEAN ->
                isBinary(values)
                        ? share(values, 1, Estimand.Relation.AT_LEAST, confidence)
                        : ConfidenceIntervals.ofMean(values, confidence);
            case QUANTILE -> {
                Arrays.sort(values);
                yield ConfidenceIntervals.ofQuantile(values, estimand.probability(), confidence);
            }
            case PROBABILITY -> share(values, estimand.limit(), estimand.relation(), confidence);
        };
    }

    /* A thing that happens or does not, such as a single executive's burnout. */
    private static boolean isBinary(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
    }

    private static ConfidenceInterval share(
            double[] values, double limit, Estimand.Relation relation, double confidence) {
        int ones = (int) Arrays.stream(values)
                .filter(value -> relation.holds(value, limit))
                .count();
        return ConfidenceIntervals.ofProbabilityExactly(ones, values.length, confidence);
    }

    /** @param known values that the interval rests on */
    static Decision decision(Expectation expectation, ConfidenceInterval interval, int known) {
        if (interval.low() == interval.high() && known < TELLING) {
            return Decision.UNDECIDED;
        }
        boolean atMost = expectation.relation() == Estimand.Relation.AT_MOST;
        double limit = expectation.limit();
        if (atMost ? interval.high() <= limit : interval.low() >= limit) {
            return Decision.PASS;
        }
        return (atMost ? interval.low() > limit : interval.high() < limit) ? Decision.FAIL : Decision.UNDECIDED;
    }
}
