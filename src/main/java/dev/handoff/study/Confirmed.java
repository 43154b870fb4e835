package dev.handoff.study;

import dev.handoff.statistics.ConfidenceInterval;
import java.util.List;

/**
 * What fresh replications, which the search had not seen, say of the candidates that it found best.
 *
 * @param replications fresh ones of each
 * @param finalists with one objective the best one first, with several by the first objective; those last that do worse on the constraints
 * @param present the means of the scenario as it is, by objective; empty where it has none
 */
public record Confirmed(int replications, List<Finalist> finalists, List<ConfidenceInterval> present) {

    /** How a finalist does against the others that do as well on the constraints. */
    public enum Standing {
        BEST("best"),
        TIED("tied"),
        OPEN("may be as good"),
        WORSE("worse"),
        FRONT("on the front"),
        MAYBE("may be on the front"),
        DOMINATED("dominated"),
        OUT("misses more");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /**
     * A constraint of a finalist.
     *
     * @param known replications that have a value
     * @param decision with the constraint's confidence, for all constraints of all finalists together
     */
    public record Checked(
            Expectation constraint, int known, ConfidenceInterval interval, Examination.Decision decision) {}

    /**
     * A candidate after its confirmation.
     *
     * @param known replications that have a value of all objectives
     * @param means by objective; all means of all finalists hold together with 95 %
     * @param fromPresent by objective: mean less that of the scenario as it is, in the same worlds; all differences hold together with 95 %; with one
     *     objective of the best alone, NaN for the others
     * @param fromBest with one objective the same for the best one; NaN for itself
     * @param decision all constraints as one; PASS where there is none
     */
    public record Finalist(
            Candidate candidate,
            int known,
            List<ConfidenceInterval> means,
            List<ConfidenceInterval> fromPresent,
            List<ConfidenceInterval> fromBest,
            List<Checked> constraints,
            Examination.Decision decision,
            Standing standing) {}

    public Confirmed {
        finalists = List.copyOf(finalists);
        present = List.copyOf(present);
    }

    /** Of the constraints, by the finalist that does best on them. */
    public Examination.Decision decision() {
        return finalists.isEmpty()
                ? Examination.Decision.UNDECIDED
                : finalists.get(0).decision();
    }

    /** Finalists of a standing. */
    public List<Finalist> of(Standing standing) {
        return finalists.stream().filter(each -> each.standing() == standing).toList();
    }
}
