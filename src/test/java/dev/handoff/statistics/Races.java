package dev.handoff.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Runs selections on made values until they want no more. */
final class Races {

    /** Value of an alternative in a replication. */
    interface Source {
        double value(int alternative, int replication);
    }

    /**
     * What came out.
     *
     * @param replications of all alternatives until the selection
     * @param all those until nothing was wanted
     */
    record Race(SelectionState state, int replications, int all) {}

    private Races() {}

    static Race run(SelectionRule rule, int alternatives, Source source) {
        double[][] values = new double[alternatives][0];
        int selectedAt = 0;
        while (true) {
            SelectionState state = new SelectionOfTheBest(rule, values).state();
            int all = Arrays.stream(values).mapToInt(row -> row.length).sum();
            selectedAt = state.isSelected() && selectedAt == 0 ? all : selectedAt;
            if (state.verdict() != SelectionState.Verdict.RUNNING) {
                return new Race(state, selectedAt, all);
            }
            for (int alternative = 0; alternative < alternatives; alternative++) {
                int has = values[alternative].length;
                values[alternative] = Arrays.copyOf(values[alternative], Math.max(has, state.wanted()[alternative]));
                for (int replication = has; replication < values[alternative].length; replication++) {
                    values[alternative][replication] = source.value(alternative, replication);
                }
            }
        }
    }

    /** Normal values by alternative and replication, with the given means, deviation and correlation between alternatives. */
    static Source normal(double[] means, double deviation, double correlation, Random random) {
        List<double[]> rows = new ArrayList<>(); // by replication, made when asked for
        return (alternative, replication) -> {
            while (rows.size() <= replication) {
                double common = Math.sqrt(correlation) * random.nextGaussian();
                double[] row = new double[means.length];
                for (int place = 0; place < row.length; place++) {
                    double own = Math.sqrt(1 - correlation) * random.nextGaussian();
                    row[place] = means[place] + deviation * (common + own);
                }
                rows.add(row);
            }
            return rows.get(replication)[alternative];
        };
    }

    /** The five inventories, with the same demands if the numbers are common. */
    static Source inventories(long seed, boolean common) {
        Random seeds = new Random(seed);
        long[] demands = seeds.longs(4000).toArray();
        return (alternative, replication) -> Inventory.cost(
                Inventory.POLICIES[alternative],
                new Random(demands[replication] + (common ? 0 : 0x5DEECE66DL * (alternative + 1))));
    }
}
