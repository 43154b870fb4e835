package dev.handoff.statistics;

/**
 * What each base point of a {@link RadialDesign} contributes to variances and indices. Outcomes are taken from the mean of their replication
 * over all points A and B, so that worlds which move all points alike do not count.
 */
final class BasePoints {
    private final double[] mean; // by base: of A and B
    private final double[] square; // by base: mean of the squares of A and B, without noise
    private final double[] noise; // by base: variance between replications, mean of A and B
    private final double[][] change; // by factor, then base: of the mean from A to A with the factor from B
    private final double[][] product; // by factor, then base: of B and the change
    private final double[][] changeSquare; // by factor, then base: half the square of the change, without noise
    private final double worlds; // variance of the means of replications

    private BasePoints(int bases, int factors, double worlds) {
        mean = new double[bases];
        square = new double[bases];
        noise = new double[bases];
        change = new double[factors][bases];
        product = new double[factors][bases];
        changeSquare = new double[factors][bases];
        this.worlds = worlds;
    }

    /**
     * @param values by point of the design, then replication
     * @param kept the replications that are used
     */
    static BasePoints of(RadialDesign design, double[][] values, int[] kept) {
        int block = design.factors() + 2;
        double[] centers = centers(design, values, kept);
        BasePoints points =
                new BasePoints(design.bases(), design.factors(), kept.length == 1 ? 0 : Moments.variance(centers));
        for (int base = 0; base < design.bases(); base++) {
            double[][] centered = new double[block][kept.length];
            for (int point = 0; point < block; point++) {
                for (int place = 0; place < kept.length; place++) {
                    centered[point][place] = values[base * block + point][kept[place]] - centers[place];
                }
            }
            points.take(base, centered);
        }
        return points;
    }

    private static double[] centers(RadialDesign design, double[][] values, int[] kept) {
        int block = design.factors() + 2;
        double[] centers = new double[kept.length];
        for (int base = 0; base < design.bases(); base++) {
            for (int place = 0; place < kept.length; place++) {
                centers[place] += values[base * block][kept[place]] + values[base * block + 1][kept[place]];
            }
        }
        for (int place = 0; place < kept.length; place++) {
            centers[place] /= 2 * design.bases();
        }
        return centers;
    }

    private void take(int base, double[][] block) {
        double[] a = block[0];
        double[] b = block[1];
        mean[base] = (Moments.mean(a) + Moments.mean(b)) / 2;
        square[base] = (productOfMeans(a, a) + productOfMeans(b, b)) / 2;
        noise[base] = a.length == 1 ? 0 : (Moments.variance(a) + Moments.variance(b)) / 2;
        for (int factor = 0; factor < change.length; factor++) {
            double[] changes = block[factor + 2];
            for (int place = 0; place < a.length; place++) {
                changes[place] -= a[place];
            }
            change[factor][base] = Moments.mean(changes);
            product[factor][base] = productOfMeans(b, changes);
            changeSquare[factor][base] = productOfMeans(changes, changes) / 2;
        }
    }

    /** Unbiased for the product of two expectations: the mean product of all pairs of different replications. */
    private static double productOfMeans(double[] some, double[] others) {
        int n = some.length;
        double together = 0;
        double sumOfSome = 0;
        double sumOfOthers = 0;
        for (int place = 0; place < n; place++) {
            together += some[place] * others[place];
            sumOfSome += some[place];
            sumOfOthers += others[place];
        }
        return n == 1 ? together : (sumOfSome * sumOfOthers - together) / ((double) n * (n - 1));
    }

    /** @return first-order and total index of the first factor, then of the second, and so on; 0 where no parameter has an effect */
    double[] indices(int[] bases) {
        double center = mean(mean, bases);
        double variance = variance(bases);
        double[] indices = new double[2 * change.length];
        for (int factor = 0; factor < change.length; factor++) {
            double alone = mean(product[factor], bases) - center * mean(change[factor], bases);
            indices[2 * factor] = variance > 0 ? alone / variance : 0;
            indices[2 * factor + 1] = variance > 0 ? mean(changeSquare[factor], bases) / variance : 0;
        }
        return indices;
    }

    SobolIndices.VarianceParts parts(int[] bases) {
        double interaction = mean(noise, bases) * correction(bases);
        double common = Math.max(0, worlds - interaction / (2.0 * bases.length));
        return new SobolIndices.VarianceParts(variance(bases), common, interaction);
    }

    private double variance(int[] bases) {
        double center = mean(mean, bases);
        return (mean(square, bases) - center * center) * correction(bases);
    }

    /** The mean of A and B was taken from them, which makes their variance smaller. */
    private static double correction(int[] bases) {
        return 2.0 * bases.length / (2.0 * bases.length - 1);
    }

    private static double mean(double[] values, int[] places) {
        double sum = 0;
        for (int place : places) {
            sum += values[place];
        }
        return sum / places.length;
    }
}
