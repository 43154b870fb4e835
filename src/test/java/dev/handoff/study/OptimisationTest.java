package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Measure;
import dev.handoff.kernel.RandomStreams;
import dev.handoff.study.Confirmed.Finalist;
import dev.handoff.study.Confirmed.Standing;
import dev.handoff.study.Examination.Decision;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class OptimisationTest {
    private static final List<Measure> KNOWN = List.of(
            new Measure("customer_churn", "share", ""),
            new Measure("executive_hours", "h/week", ""),
            new Measure("capacity_freed", "h/week", ""));
    private static final Optimisation.Budget BUDGET = new Optimisation.Budget(100, 100, 1000);

    /** Outcomes with known means: a normal part that all candidates share in a replication, and one of their own. */
    private static final class Known implements Optimisation.Worlds {
        private final Decisions decisions;
        private final Map<String, ToDoubleFunction<double[]>> means; // by metric, of amounts by setting
        private final double own;
        private final long seed;
        private final Map<List<String>, Integer> required = new HashMap<>();
        private int stopsAfter = Integer.MAX_VALUE; // candidates

        Known(Decisions decisions, Map<String, ToDoubleFunction<double[]>> means, double own, long seed) {
            this.decisions = decisions;
            this.means = means;
            this.own = own;
            this.seed = seed;
        }

        double mean(String metric, List<String> values) {
            double[] amounts = new double[decisions.axes().size()];
            Arrays.setAll(amounts, at -> values.isEmpty() ? 0 : decisions.coordinate(at, values.get(at)));
            return means.get(metric).applyAsDouble(amounts);
        }

        @Override
        public String refusal(List<String> values) {
            return Double.isNaN(mean(means.keySet().iterator().next(), values)) ? "cannot be" : "";
        }

        @Override
        public void require(List<List<String>> candidates, int replications) {
            if (required.size() >= stopsAfter) {
                throw new Stopped();
            }
            candidates.forEach(each -> required.merge(each, replications, Math::max));
        }

        @Override
        public double[] values(List<String> candidate, Measure measure, int replications) {
            assertThat(required.getOrDefault(candidate, 0)).isGreaterThanOrEqualTo(replications);
            double mean = mean(measure.id(), candidate);
            int subject = (candidate.hashCode() & 0xffffff) + 1;
            double[] values = new double[replications];
            for (int replication = 0; replication < replications; replication++) {
                RandomStreams random = new RandomStreams(seed, replication);
                double shared = random.at(KNOWN.indexOf(measure), 0, 0).gaussian();
                values[replication] = mean
                        + shared
                        + own * random.at(KNOWN.indexOf(measure), subject, 0).gaussian();
            }
            return values;
        }
    }

    private static Decisions decisions(String... texts) {
        return new Decisions(Arrays.stream(texts).map(Axis::parse).toList());
    }

    private static Optimisation.Question question(Decisions decisions, List<String> objectives, String... constraints) {
        return new Optimisation.Question(
                decisions,
                objectives.stream().map(text -> Objective.parse(text, KNOWN)).toList(),
                Arrays.stream(constraints)
                        .map(text -> Expectation.parse(text, KNOWN))
                        .toList());
    }

    private static Optimisation.Found run(Optimisation.Question question, Optimisation.Budget budget, Known worlds) {
        return new Optimisation(question, budget, worlds).run(Optional.empty(), worlds.seed);
    }

    private static Finalist best(Optimisation.Found found) {
        return found.confirmed().orElseThrow().finalists().get(0);
    }

    /**
     * Own noise of 0.1 gives the difference of two candidates a standard error of 0.01 where the best is picked (200 replications). For one that is worse
     * by 0.045 to be picked takes 4.5 of these: with 8 finalists once in 35,000 seeds, if the search comes near the bottom.
     */
    @Test
    void theBottomOfAValleyIsFound() {
        Decisions decisions = decisions("intervention.propensity=0..1", "habit.initial=0..1");
        Known worlds =
                new Known(decisions, Map.of("customer_churn", at -> square(at[0] - 0.3) + square(at[1] - 0.6)), 0.1, 7);
        Optimisation.Found found = run(question(decisions, List.of("customer_churn")), BUDGET, worlds);
        assertThat(found.candidates()).hasSize(100);
        assertThat(found.partial()).isFalse();
        Finalist best = best(found);
        assertThat(worlds.mean("customer_churn", best.candidate().values())).isLessThan(0.045);
        assertThat(best.fromPresent()
                        .get(0)
                        .covers(worlds.mean("customer_churn", best.candidate().values()) - 0.45))
                .isTrue();
    }

    private static double square(double value) {
        return value * value;
    }

    /**
     * The more the better, up to 0.4, where the mean of hours reaches 4. The search keeps a distance of 0.008, twice the standard error of 100 replications
     * (0.011) shortened to what 800 need; so it ends at 0.392, give or take the error. The bound is 4.5 of these away.
     */
    @Test
    void theOptimumAtAConstraintIsFound() {
        Known worlds = boundary(0.5, 5);
        Optimisation.Found found = run(
                question(worlds.decisions, List.of("capacity_freed"), "executive_hours <= 4 h/week"), BUDGET, worlds);
        assertThat(best(found).decision()).isEqualTo(Decision.PASS);
        assertThat(amount(worlds, best(found))).isBetween(0.342, 0.4);
    }

    private static Known boundary(double own, long seed) {
        Decisions decisions = decisions("intervention.propensity=0..1");
        return new Known(
                decisions, Map.of("capacity_freed", at -> 10 * at[0], "executive_hours", at -> 10 * at[0]), own, seed);
    }

    private static double amount(Known worlds, Finalist finalist) {
        return worlds.decisions.coordinate(0, finalist.candidate().values().get(0));
    }

    /** A wrong PASS of any finalist is promised at most once in 20 studies; four standard errors are added, which chance exceeds once in 30,000 seeds. */
    @Test
    void aConstraintThatIsMissedSeldomPasses() {
        int studies = 200;
        int wrong = 0;
        int passed = 0;
        for (int study = 0; study < studies; study++) {
            Known worlds = boundary(1, study);
            Optimisation.Found found = run(
                    question(worlds.decisions, List.of("capacity_freed"), "executive_hours <= 4 h/week"),
                    new Optimisation.Budget(12, 20, 40),
                    worlds);
            boolean pass = best(found).decision() == Decision.PASS;
            passed += pass ? 1 : 0;
            wrong += pass && amount(worlds, best(found)) > 0.4 ? 1 : 0;
        }
        assertThat(passed).isGreaterThan(studies / 2);
        assertThat(wrong / (double) studies).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / studies));
    }

    @Test
    void whereNothingKeepsAConstraintTheNearestIsTold() {
        Known worlds = boundary(0.5, 1);
        Optimisation.Found found = run(
                question(worlds.decisions, List.of("capacity_freed"), "executive_hours <= -2 h/week"), BUDGET, worlds);
        assertThat(found.confirmed().orElseThrow().decision()).isEqualTo(Decision.FAIL);
        assertThat(best(found).standing()).isEqualTo(Standing.BEST);
        assertThat(amount(worlds, best(found))).isLessThan(0.02);
        assertThat(found.confirmed().orElseThrow().of(Standing.OUT)).hasSize(7);
    }

    /**
     * Schaffer's problem: x from -2 to 4, here in steps of 5 hours, with the squares of x and of x - 2; on the front x is from 0 to 2, here from 10 to 20 hours. Beyond
     * its ends by d hours one objective loses (d/5) squared: less than 4.5 standard errors of 0.01 up to 1.06 hours. How even the points lie is the search's merit,
     * not chance.
     */
    @Test
    void theFrontOfTwoObjectivesIsFound() {
        Decisions decisions = decisions("promotion.added-hours=0..30");
        Known worlds = new Known(
                decisions,
                Map.of("customer_churn", at -> square(at[0] / 5 - 2), "executive_hours", at -> square(at[0] / 5 - 4)),
                0.05,
                3);
        Optimisation.Found found = run(
                question(decisions, List.of("customer_churn", "executive_hours")),
                new Optimisation.Budget(100, 50, 200),
                worlds);
        double[] front = found.confirmed().orElseThrow().of(Standing.FRONT).stream()
                .mapToDouble(finalist -> amount(worlds, finalist))
                .sorted()
                .toArray();
        assertThat(front[0]).isBetween(10 - 1.06, 11.0);
        assertThat(front[front.length - 1]).isBetween(19.0, 20 + 1.06);
        for (int place = 1; place < front.length; place++) {
            assertThat(front[place] - front[place - 1]).isLessThan(2.5);
        }
    }

    /**
     * Of 20 equally good candidates, with the true mean 0, the search sees too much in those that it takes for the best; fresh replications do not. Both bounds are four standard errors
     * of the mean over 150 studies (a single one has 0.22 by 40 replications, 0.32 by 20): exceeded by chance once in 15,000 seeds.
     */
    @Test
    void whatIsToldOfTheBestIsNotTooGoodButWhatTheSearchSawIs() {
        Decisions decisions = decisions("habit.initial=0..0.95/20");
        int studies = 150;
        double seen = 0;
        double told = 0;
        int covered = 0;
        for (int study = 0; study < studies; study++) {
            Known worlds = new Known(decisions, Map.of("customer_churn", at -> 0), 1, study);
            Optimisation.Found found =
                    run(question(decisions, List.of("customer_churn")), new Optimisation.Budget(20, 20, 40), worlds);
            seen += best(found).candidate().objectives().get(0).estimate() / studies;
            told += best(found).means().get(0).estimate() / studies;
            covered += best(found).means().get(0).covers(0) ? 1 : 0;
        }
        assertThat(seen).isLessThan(-4 * Math.sqrt(2.0 / 20 / studies));
        assertThat(told).isCloseTo(0, within(4 * Math.sqrt(2.0 / 40 / studies)));
        assertThat(covered / (double) studies).isGreaterThan(0.95 - 4 * Math.sqrt(0.05 * 0.95 / studies));
    }

    /** Flat from 0.3 to 0.7; the intervals of all differences hold together with 95 %, so the claim on ties is wrong for one seed in 20. */
    @Test
    void aFlatRegionIsTied() {
        Decisions decisions = decisions("intervention.propensity=0..1");
        Known worlds =
                new Known(decisions, Map.of("customer_churn", at -> Math.max(0, Math.abs(at[0] - 0.5) - 0.2)), 0.05, 3);
        Optimisation.Found found = run(question(decisions, List.of("customer_churn")), BUDGET, worlds);
        List<Finalist> ties = found.confirmed().orElseThrow().of(Standing.TIED);
        double best = worlds.mean("customer_churn", best(found).candidate().values());
        assertThat(ties)
                .allSatisfy(tie -> assertThat(
                                worlds.mean("customer_churn", tie.candidate().values()) - best)
                        .isLessThanOrEqualTo(0.01));
        double[] places =
                ties.stream().mapToDouble(tie -> amount(worlds, tie)).sorted().toArray();
        assertThat(places[0]).isLessThan(0.4);
        assertThat(places[places.length - 1]).isGreaterThan(0.6);
    }

    @Test
    void fewCombinationsAreAllLookedAtAndThoseThatCannotBeSaySo() {
        Decisions decisions = decisions("delegates.count=1..3", "handoff.mode=staged,adaptive");
        Known worlds = new Known(
                decisions, Map.of("customer_churn", at -> at[0] == 2 ? Double.NaN : at[0] - 0.1 * at[1]), 0, 1);
        Optimisation.Found found =
                run(question(decisions, List.of("customer_churn")), new Optimisation.Budget(6, 20, 20), worlds);
        assertThat(found.candidates())
                .hasSize(6)
                .filteredOn(each -> !each.isKnown())
                .hasSize(2);
        assertThat(best(found).candidate().values()).containsExactly("1", "adaptive");
    }

    @Test
    void aSearchThatIsStoppedKeepsWhatItSaw() {
        Known worlds = boundary(0.5, 1);
        Optimisation.Question question = question(worlds.decisions, List.of("capacity_freed"));
        worlds.stopsAfter = 40;
        Optimisation.Found found = run(question, BUDGET, worlds);
        assertThat(found.partial()).isTrue();
        assertThat(found.confirmed()).isEmpty();
        assertThat(found.candidates()).hasSize(39); // and the scenario as it is
        Known never = boundary(0.5, 1);
        never.stopsAfter = 0;
        assertThatThrownBy(() -> run(question, BUDGET, never)).isInstanceOf(Stopped.class);
    }
}
