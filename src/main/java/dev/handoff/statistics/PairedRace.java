package dev.handoff.statistics;

/**
 * What is known of two alternatives from the same replications: which is better, by the test of Kim and Nelson; and whether one leads by less
 * than the indifference, by the same test around half of it, which ends with "leads" or with "by less".
 */
final class PairedRace {
    private final PairedMoments differences = new PairedMoments(); // first less second, larger is better
    private final TriangularTest better;
    private final TriangularTest margin;
    private int firstLeads; // 1 if shown above 0, -1 if shown below the indifference, 0 if neither is shown
    private int secondLeads;

    /**
     * @param betterError probability with which the worse one may be preferred if it is worse by the indifference
     * @param marginError probability with which a lead may be said to be less than the indifference falsely
     */
    PairedRace(double indifference, double betterError, double marginError) {
        better = new TriangularTest(betterError, indifference);
        margin = new TriangularTest(marginError, indifference / 2);
    }

    void add(double difference) {
        differences.add(difference);
    }

    PairedMoments differences() {
        return differences;
    }

    /** Looks at the margins; what is shown once stays so. */
    void look() {
        if (!differences.isPastFirstStage()) {
            differences.endFirstStage();
        }
        firstLeads = firstLeads == 0 ? lead(differences.sum()) : firstLeads;
        secondLeads = secondLeads == 0 ? lead(-differences.sum()) : secondLeads;
    }

    private int lead(double sum) {
        double beyond = sum - differences.n() * margin.delta();
        double bound = bound(margin);
        return beyond > bound ? 1 : beyond < -bound ? -1 : 0;
    }

    private double bound(TriangularTest test) {
        return test.bound(differences.boundingVariance(), differences.degreesOfFreedom(), differences.n());
    }

    /** 1 if the first is better, -1 if the second is, 0 while that is open; of two that are equal throughout the first. */
    int winner() {
        double bound = bound(better);
        double sum = differences.sum();
        return sum > bound || (sum == 0 && bound == 0) ? 1 : sum < -bound ? -1 : 0;
    }

    /** Whether the lead of the first, or of the second, is shown to be below the indifference. */
    boolean isWithin(boolean first) {
        return (first ? firstLeads : secondLeads) < 0;
    }

    boolean isMarginKnown(boolean first) {
        return (first ? firstLeads : secondLeads) != 0;
    }
}
