package dev.handoff.claims;

import java.util.List;

/**
 * What was seen of one part of a claim in one context.
 *
 * @param findings of the proposition's contrasts, in their order
 * @param levels what was measured of each arm: mean and interval
 * @param leftOut replications in which some arm had no value
 */
public record Cell(List<Finding> findings, List<Level> levels, int leftOut) {

    /** The mean of one arm over replications, with the 95 % interval of one look. */
    public record Level(double mean, double low, double high) {}

    public Cell {
        findings = List.copyOf(findings);
        levels = List.copyOf(levels);
    }

    /** Probability under which the part counts as shown: in the best alternative, that of its weakest contrast. */
    double forIt(Proposition proposition) {
        double best = 1;
        int next = 0;
        for (List<Contrast> together : proposition.alternatives()) {
            double weakest = 0;
            for (int contrast = 0; contrast < together.size(); contrast++) {
                weakest = Math.max(weakest, findings.get(next++).forIt());
            }
            best = Math.min(best, weakest);
        }
        return Math.min(1, proposition.alternatives().size() * best);
    }

    /** Probability under which it counts as refuted: every alternative by one of its contrasts, or one veto. */
    double againstIt(Proposition proposition) {
        double worst = 0;
        int next = 0;
        for (List<Contrast> together : proposition.alternatives()) {
            double strongest = 1;
            for (int contrast = 0; contrast < together.size(); contrast++) {
                strongest = Math.min(
                        strongest, together.size() * findings.get(next++).againstIt());
            }
            worst = Math.max(worst, strongest);
        }
        if (proposition.vetoes().isEmpty()) {
            return Math.min(1, worst);
        }
        double veto = 1;
        for (; next < findings.size(); next++) {
            veto = Math.min(
                    veto, proposition.vetoes().size() * findings.get(next).againstIt());
        }
        return Math.min(1, 2 * Math.min(worst, veto));
    }
}
