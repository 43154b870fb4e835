package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.statistics.SelectionState.Standing;
import dev.handoff.statistics.SelectionState.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Selects the alternative with the best mean from replications under common random numbers, dropping others as soon as they are seen to be
 * worse: the fully sequential procedure of Kim and Nelson (2001) on paired differences. Then those that did not stay behind by the
 * indifference are continued against the selected one until they are shown to be worse, or worse by less than the indifference.
 *
 * <p>The state follows from the values alone: a study that is continued or run again with the same values comes to the same one, also if
 * alternatives have more replications than were wanted. A replication in which one of the alternatives in play failed, NaN, is dropped from
 * all of them.
 */
public final class SelectionOfTheBest {
    private static final int FEWEST = 5; // usable replications before a leader is named

    private final SelectionRule rule;
    private final double[][] values; // by alternative, then replication; larger is better
    private final int count;
    private final PairedRace[][] races; // by lower, then higher number of the alternative
    private final boolean[] inPlay;
    private final int[] leftAt;
    private final int[] leftTo;
    private final int[] wanted;
    private final SelectionState state;
    private int seen; // replications at the last look

    /** @param values by alternative, two or more, then by replication from the first one on; NaN for a replication that failed */
    public SelectionOfTheBest(SelectionRule rule, double[][] values) {
        Check.that(values.length >= 2, "alternatives (%s) must be two or more", values.length);
        this.rule = rule;
        count = values.length;
        this.values = Arrays.stream(values)
                .map(row -> Arrays.stream(row)
                        .map(value -> rule.direction().sign() * value)
                        .toArray())
                .toArray(double[][]::new);
        double error = 1 - rule.confidence();
        races = new PairedRace[count][count];
        for (int first = 0; first < count; first++) {
            for (int second = first + 1; second < count; second++) {
                races[first][second] =
                        new PairedRace(rule.indifference(), error / (count - 1), 2 * error / (count * (count - 1.0)));
            }
        }
        inPlay = new boolean[count];
        Arrays.fill(inPlay, true);
        leftAt = new int[count];
        leftTo = new int[count];
        Arrays.fill(leftTo, -1);
        wanted = new int[count];
        boolean selected = select();
        boolean finished = selected && compareTheClose();
        state = state(selected, finished);
    }

    public SelectionState state() {
        return state;
    }

    private boolean select() {
        int used = 0;
        int next = rule.lookAfter(0);
        while (survivors().length > 1 && has(survivors(), next)) {
            used += take(survivors(), seen, next);
            seen = next;
            if (used >= rule.first()) {
                look();
            }
            if (seen == rule.budget()) {
                return survivors().length == 1;
            }
            next = rule.lookAfter(seen);
        }
        for (int alternative : survivors()) {
            wanted[alternative] = survivors().length > 1 ? next : 0;
        }
        return survivors().length == 1;
    }

    private int[] survivors() {
        return IntStream.range(0, count)
                .filter(alternative -> inPlay[alternative])
                .toArray();
    }

    private boolean has(int[] alternatives, int replications) {
        return Arrays.stream(alternatives).allMatch(alternative -> values[alternative].length >= replications);
    }

    private int take(int[] alternatives, int from, int to) {
        int used = 0;
        List<int[]> pairs = pairs(alternatives);
        for (int replication = from; replication < to; replication++) {
            if (areKnown(alternatives, replication)) {
                used++;
                for (int[] pair : pairs) {
                    races[pair[0]][pair[1]].add(values[pair[0]][replication] - values[pair[1]][replication]);
                }
            }
        }
        return used;
    }

    private boolean areKnown(int[] alternatives, int replication) {
        for (int alternative : alternatives) {
            if (Double.isNaN(values[alternative][replication])) {
                return false;
            }
        }
        return true;
    }

    private static List<int[]> pairs(int[] alternatives) {
        List<int[]> pairs = new ArrayList<>();
        for (int first = 0; first < alternatives.length; first++) {
            for (int second = first + 1; second < alternatives.length; second++) {
                pairs.add(new int[] {alternatives[first], alternatives[second]});
            }
        }
        return pairs;
    }

    /** All that were in play at this look are judged by each other, so that their order does not matter. */
    private void look() {
        for (int[] pair : pairs(survivors())) {
            PairedRace race = races[pair[0]][pair[1]];
            race.look();
            int winner = race.winner();
            if (winner != 0 && survivors().length > 1) {
                leave(pair[winner > 0 ? 1 : 0], pair[winner > 0 ? 0 : 1]);
            }
        }
    }

    private void leave(int loser, int winner) {
        inPlay[loser] = false;
        leftAt[loser] = seen;
        leftTo[loser] = leftTo[loser] < 0 ? winner : leftTo[loser];
    }

    /** Continues the close ones against the selected one. Returns whether nothing is wanted any more. */
    private boolean compareTheClose() {
        int selected = survivors()[0];
        boolean finished = true;
        for (int other = 0; other < count; other++) {
            if (other != selected && lead(selected, other) < rule.indifference() && !isMarginKnown(selected, other)) {
                finished &= compare(selected, other);
            }
        }
        return finished;
    }

    private boolean compare(int selected, int other) {
        int at = leftAt[other];
        int next = rule.lookAfter(at);
        PairedRace race = race(selected, other);
        int[] both = {Math.min(selected, other), Math.max(selected, other)};
        while (!isMarginKnown(selected, other) && at < rule.budget()) {
            if (!has(both, next)) {
                wanted[other] = next;
                wanted[selected] = Math.max(wanted[selected], next);
                return false;
            }
            take(both, at, next);
            race.look();
            at = next;
            next = rule.lookAfter(at);
        }
        return true;
    }

    private PairedRace race(int one, int other) {
        return races[Math.min(one, other)][Math.max(one, other)];
    }

    /** By how much one is better than the other in the replications of both. */
    private double lead(int one, int other) {
        return (one < other ? 1 : -1) * race(one, other).differences().mean();
    }

    private boolean isMarginKnown(int selected, int other) {
        return race(selected, other).isMarginKnown(selected < other);
    }

    private SelectionState state(boolean selected, boolean finished) {
        int leader = leader();
        Standing[] standings = new Standing[count];
        for (int alternative = 0; alternative < count; alternative++) {
            standings[alternative] = standing(alternative, leader, selected);
        }
        boolean tied = Arrays.asList(standings).contains(Standing.TIED);
        Verdict verdict = selected && finished
                ? tied ? Verdict.PRACTICALLY_TIED : Verdict.SELECTED
                : !selected && seen == rule.budget() ? Verdict.UNDECIDED : Verdict.RUNNING;
        return new SelectionState(verdict, leader, selected, standings, leftAt, leftTo, wanted, seen);
    }

    private Standing standing(int alternative, int leader, boolean selected) {
        if (alternative == leader) {
            return Standing.LEADER;
        }
        if (inPlay[alternative]) {
            return Standing.IN_PLAY;
        }
        if (!selected) {
            return Standing.ELIMINATED;
        }
        if (race(leader, alternative).isWithin(leader < alternative)) {
            return Standing.TIED;
        }
        return wanted[alternative] > 0 ? Standing.CLOSE : Standing.ELIMINATED;
    }

    /** The one in play that is ahead of all others in play. */
    private int leader() {
        if (pairs(survivors()).stream()
                .anyMatch(pair -> races[pair[0]][pair[1]].differences().n() < FEWEST)) {
            return -1;
        }
        int leader = survivors()[0];
        for (int alternative : survivors()) {
            leader = alternative != leader && lead(alternative, leader) > 0 ? alternative : leader;
        }
        return leader;
    }

    /** How sure it would be to stop now with the leader; its probabilities are 0 and its loss is NaN before there is one. */
    public LeaderBelief belief() {
        int leader = state.leader();
        if (leader < 0) {
            return LeaderBelief.NOTHING;
        }
        int[] others =
                IntStream.range(0, count).filter(other -> other != leader).toArray();
        double[] leads = new double[others.length];
        double[][] covariance = new double[others.length][others.length];
        for (int one = 0; one < others.length; one++) {
            leads[one] = lead(leader, others[one]);
            for (int two = 0; two < others.length; two++) {
                covariance[one][two] = covariance(leader, others[one], others[two]);
            }
        }
        return LeaderBelief.of(leads, covariance, rule.indifference());
    }

    /** Of the means of two leads: those of nested sets of replications have that of the larger set in common. */
    private double covariance(int leader, int one, int two) {
        PairedMoments first = race(leader, one).differences();
        PairedMoments second = race(leader, two).differences();
        if (one == two) {
            return first.posteriorVariance() / first.n();
        }
        PairedMoments between = race(one, two).differences();
        double product = (first.posteriorVariance() + second.posteriorVariance() - between.posteriorVariance()) / 2;
        return product / Math.max(first.n(), second.n());
    }
}
