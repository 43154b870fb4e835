package dev.handoff.experiment;

import dev.handoff.kernel.Check;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.util.ArrayList;
import java.util.List;

/** Replications of one scenario, each summed up as some measures, without curves on file. One for each thread at a time. */
public final class SingleReplication {
    private final Arm arm;
    private final Arm twin; // null unless a measure compares with it
    private final Sampler sampler;
    private final Sampler ofTwin; // null without a twin
    private final int[] wanted; // place of each measure among the arm's values; behind them the points of curves
    private final List<CurvePoint> points;

    /** @param measures that the scenario {@linkplain #measures has}, or of {@linkplain CurvePoint points of its curves} */
    public SingleReplication(Scenario scenario, List<Measure> measures) {
        points = CurvePoint.all((int) scenario.horizonWeeks());
        List<Arm> arms = Arms.of(List.of(new Variant("", scenario)), true);
        arm = arms.get(0);
        boolean compares = arm.hasTwin()
                && (measures.contains(Measure.NET_HOURS) || measures.contains(Measure.LOST_CONTACT_HOURS));
        twin = compares ? arms.get(arm.twin()) : null;
        sampler = new Sampler(Layout.of(arm));
        ofTwin = compares ? new Sampler(Layout.of(twin)) : null;
        List<Measure> values = new ArrayList<>(measures(scenario));
        points.forEach(point -> values.add(point.measure()));
        wanted = measures.stream().mapToInt(values::indexOf).toArray();
        for (int place = 0; place < wanted.length; place++) {
            Check.that(
                    wanted[place] >= 0,
                    "the scenario has no %s",
                    measures.get(place).id());
        }
    }

    /** Everything that a replication of the scenario can be summed up as. */
    public static List<Measure> measures(Scenario scenario) {
        return Measure.values((int) scenario.horizonWeeks(), Arms.delegates(scenario));
    }

    /**
     * Simulates a replication.
     *
     * @return by measure; NaN where it has no value
     */
    public double[] values(long seed, int replication) {
        sample(arm, sampler, seed, replication);
        if (twin != null) {
            sample(twin, ofTwin, seed, replication);
            sampler.compareWith(ofTwin);
        }
        double[] values = new double[wanted.length];
        for (int place = 0; place < values.length; place++) {
            int point = wanted[place] - sampler.layout().values().size();
            values[place] = point < 0 ? sampler.value(wanted[place]) : mean(points.get(point));
        }
        return values;
    }

    private double mean(CurvePoint point) {
        return sampler.mean(point.metric(), point.firstWeek(), point.lastWeek());
    }

    private static void sample(Arm arm, Sampler sampler, long seed, int replication) {
        World world = new World(arm.scenario(), seed, replication);
        for (int week = 0; week < arm.weeks(); week++) {
            world.advanceTo(week);
            sampler.sample(world, week);
        }
        sampler.finish(world);
    }
}
