package dev.handoff.validation;

import dev.handoff.validation.KaplanMeier.Sight;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * An estimate with its standard error from leaving out one group of replications at a time: contacts of one replication are not
 * independent, groups are.
 */
record Jackknife(double value, double standardError) {

    static Jackknife of(List<List<Sight>> groups, ToDoubleFunction<KaplanMeier> estimate) {
        SummaryStatistics left = new SummaryStatistics();
        for (int group = 0; group < groups.size(); group++) {
            left.addValue(estimate.applyAsDouble(without(groups, group)));
        }
        double error = Math.sqrt((left.getN() - 1) * left.getPopulationVariance());
        return new Jackknife(estimate.applyAsDouble(without(groups, groups.size())), error);
    }

    private static KaplanMeier without(List<List<Sight>> groups, int leftOut) {
        return new KaplanMeier(IntStream.range(0, groups.size())
                .filter(group -> group != leftOut)
                .mapToObj(groups::get)
                .flatMap(List::stream)
                .toList());
    }
}
