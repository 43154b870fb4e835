package dev.handoff.bench;

import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of an event over three years in which a firm grows from 24 contacts to many. The events were counted before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx5g"})
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 2)
public class GrowingFirm {
    private static final long SEED = 1;

    /** The events that were simulated, the nanoseconds of the processor that they took, and the contacts at the end. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long events;
        public long nanoseconds;
        public long contacts;
    }

    @Param({"24", "240", "2400", "6000"})
    private int market;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Scenario scenario;
    private long eventsOfOne;

    @Setup
    public void count() {
        scenario = Firms.growing(market);
        long[] events = new long[1];
        World counted = new World(scenario, SEED, 0, ignored -> events[0]++);
        counted.advanceTo(scenario.horizonWeeks());
        eventsOfOne = events[0];
    }

    @Benchmark
    public double advance(Count count) {
        World world = new World(scenario, SEED, 0);
        long begin = threads.getCurrentThreadCpuTime();
        world.advanceTo(scenario.horizonWeeks());
        count.nanoseconds += threads.getCurrentThreadCpuTime() - begin;
        count.events += eventsOfOne;
        count.contacts += (long) world.measures().contactsPresent();
        return world.now();
    }
}
