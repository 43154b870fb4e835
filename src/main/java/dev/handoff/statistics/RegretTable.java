package dev.handoff.statistics;

import dev.handoff.kernel.Check;

/**
 * What each alternative costs against the best one of the same scenario (Savage 1951).
 *
 * @param regrets by alternative, then scenario, in the outcome's unit; 0 for the best of a scenario
 * @param greatest by alternative
 * @param mean by alternative, every scenario with the same weight
 */
public record RegretTable(double[][] regrets, double[] greatest, double[] mean) {

    /**
     * Outcomes that are estimated with noise make the best of a scenario look better than it is, and so regrets greater; compare them with
     * the standard errors of the outcomes.
     *
     * @param outcomes by alternative, then scenario; none of them NaN
     * @param isMoreBetter whether the best of a scenario is the greatest outcome, else the smallest one
     */
    public static RegretTable of(double[][] outcomes, boolean isMoreBetter) {
        Check.that(outcomes.length >= 1 && outcomes[0].length >= 1, "there are no outcomes");
        int scenarios = outcomes[0].length;
        double[][] regrets = new double[outcomes.length][scenarios];
        double[] greatest = new double[outcomes.length];
        double[] mean = new double[outcomes.length];
        for (int scenario = 0; scenario < scenarios; scenario++) {
            double best = best(outcomes, scenario, isMoreBetter);
            for (int alternative = 0; alternative < outcomes.length; alternative++) {
                double regret = Math.abs(outcomes[alternative][scenario] - best);
                regrets[alternative][scenario] = regret;
                greatest[alternative] = Math.max(greatest[alternative], regret);
                mean[alternative] += regret / scenarios;
            }
        }
        return new RegretTable(regrets, greatest, mean);
    }

    /** The alternative whose greatest regret is least; the first of equal ones. */
    public int minimaxAlternative() {
        return least(greatest);
    }

    /** The alternative whose mean regret is least, which is that with the best mean outcome; the first of equal ones. */
    public int leastMeanAlternative() {
        return least(mean);
    }

    private static double best(double[][] outcomes, int scenario, boolean isMoreBetter) {
        double best = isMoreBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (double[] alternative : outcomes) {
            Check.that(
                    alternative.length == outcomes[0].length,
                    "alternatives have %s and %s scenarios",
                    outcomes[0].length,
                    alternative.length);
            Check.that(Double.isFinite(alternative[scenario]), "an outcome is %s", alternative[scenario]);
            best = isMoreBetter ? Math.max(best, alternative[scenario]) : Math.min(best, alternative[scenario]);
        }
        return best;
    }

    private static int least(double[] values) {
        int least = 0;
        for (int alternative = 1; alternative < values.length; alternative++) {
            least = values[alternative] < values[least] ? alternative : least;
        }
        return least;
    }
}
