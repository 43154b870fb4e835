package dev.handoff.bench;

import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of an event of the whole model by the number of contacts. Worlds are built and brought to week 0 outside of the time
 * that counts, and their events were counted before by worlds of the same seed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx5g"})
@Warmup(iterations = 1, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
public class ManyContacts {
    private static final long SEED = 1;
    private static final int ENOUGH_CONTACTS = 24_000; // of all replications together
    private static final int SMALL = 24;
    private static final long WARM_UP = 4_000_000_000L; // nanoseconds

    /** What grows with the contacts. */
    public enum Firm {
        /** Everything: an executive and two delegates for each 24 contacts, if so many executives are allowed. */
        GROWN(Firms::grown, 2),
        /** Nothing: the same calls come from more contacts. */
        SPREAD(Firms::spread, 52);

        private final IntFunction<Scenario> scenario;
        private final double weeks;

        Firm(IntFunction<Scenario> scenario, double weeks) {
            this.scenario = scenario;
            this.weeks = weeks;
        }

        Scenario of(int contacts) {
            return scenario.apply(contacts);
        }
    }

    /** The events that were simulated and the nanoseconds of the processor that they took. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long events;
        public long nanoseconds;
    }

    @Param
    private Firm firm;

    @Param({"24", "240", "2400", "24000", "100000", "1000000"})
    private int contacts;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Scenario scenario;
    private long[] eventsOf; // by replication
    private int replication;
    private World world;

    @Setup
    public void count() {
        warmUp();
        scenario = firm.of(contacts);
        eventsOf = new long[Math.max(1, ENOUGH_CONTACTS / contacts)];
        for (int each = 0; each < eventsOf.length; each++) {
            long[] events = new long[1];
            World counted = new World(scenario, SEED, each, ignored -> events[0]++);
            counted.advanceTo(0);
            events[0] = 0;
            counted.advanceTo(firm.weeks);
            eventsOf[each] = events[0];
        }
    }

    /* With small worlds, as large ones take too long to be repeated until everything is compiled. */
    private void warmUp() {
        Scenario small = firm.of(SMALL);
        long begin = threads.getCurrentThreadCpuTime();
        for (int each = 0; threads.getCurrentThreadCpuTime() - begin < WARM_UP; each++) {
            World warming = new World(small, SEED, each);
            warming.advanceTo(0);
            warming.advanceTo(firm.weeks);
        }
    }

    @Setup(Level.Invocation)
    public void begin() {
        world = null;
        replication = (replication + 1) % eventsOf.length;
        world = new World(scenario, SEED, replication);
        world.advanceTo(0);
    }

    @Benchmark
    public double advance(Count count) {
        long begin = threads.getCurrentThreadCpuTime();
        world.advanceTo(firm.weeks);
        count.nanoseconds += threads.getCurrentThreadCpuTime() - begin;
        count.events += eventsOf[replication];
        return world.now();
    }
}
