package dev.handoff.claims;

import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.List;

/** What the outcomes of some replications say about a proposition. */
final class Examination {
    /** Beyond this share of replications without a value nothing is concluded. */
    private static final double MOST_LEFT_OUT = 0.05;

    private final Looks looks;
    private final int look;
    private final double[][] outcomes; // by arm, then replication
    private final int[] counting; // replications in which every arm has a value
    private final int leftOut;

    /** @param outcomes by arm, then replication; at least as many as the look has */
    Examination(Looks looks, int look, double[][] outcomes) {
        this.looks = looks;
        this.look = look;
        this.outcomes = outcomes;
        int replications = looks.replications(look);
        int[] known = new int[replications];
        int count = 0;
        for (int replication = 0; replication < replications; replication++) {
            if (isKnown(replication)) {
                known[count++] = replication;
            }
        }
        counting = java.util.Arrays.copyOf(known, count);
        leftOut = replications - count;
    }

    private boolean isKnown(int replication) {
        for (double[] arm : outcomes) {
            if (Double.isNaN(arm[replication])) {
                return false;
            }
        }
        return true;
    }

    Cell cell(Proposition proposition) {
        List<Finding> findings = new ArrayList<>();
        for (Contrast contrast : proposition.contrasts()) {
            findings.add(finding(contrast));
        }
        List<Cell.Level> levels = new ArrayList<>();
        for (double[] arm : outcomes) {
            Moments moments = Moments.of(counting, replication -> arm[replication]);
            double half = moments.student() * moments.standardError();
            levels.add(new Cell.Level(moments.mean(), moments.mean() - half, moments.mean() + half));
        }
        return new Cell(findings, levels, leftOut);
    }

    private Finding finding(Contrast contrast) {
        Moments moments = Moments.of(counting, replication -> contrast.of(outcomes, replication));
        double half = looks.halfWidth(look) * moments.standardError();
        double distance = contrast.sign() * moments.mean() - contrast.bound();
        double z = isConclusive(moments) ? moments.normal(distance) : 0;
        return new Finding(
                moments.mean(),
                moments.mean() - half,
                moments.mean() + half,
                looks.probability(look, z),
                looks.probability(look, -z));
    }

    /* All alike means certainty only at the end: what is rare may not have happened yet. */
    private boolean isConclusive(Moments moments) {
        boolean last = look == looks.count() - 1;
        return leftOut <= MOST_LEFT_OUT * looks.replications(look) && (moments.standardError() > 0 || last);
    }
}
