package dev.handoff.bench;

import dev.handoff.kernel.Events;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hold model: takes the earliest event and schedules it again an exponential time later, with so many pending. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HoldModel {
    private static final int KIND = 0;
    private static final int AT_ONCE = 1000;

    /** Where the events are kept. */
    public enum Keeper {
        /** Each in a slot of its own, set again in place. */
        SLOTS("handoff, slots", Engine.SLOT_EVENTS, true),
        /** All in the part for events without a slot. */
        FREE("handoff, without slots", Engine.SLOT_EVENTS, false),
        PRIORITY_QUEUE(Engine.PRIORITY_QUEUE),
        SSJ_HENRIKSEN(Engine.SSJ_HENRIKSEN),
        SSJ_BINARY(Engine.SSJ_BINARY),
        SSJ_SPLAY(Engine.SSJ_SPLAY);

        private final String words;
        private final Engine engine;
        private final boolean inSlots;

        Keeper(Engine engine) {
            this(engine.words(), engine, false);
        }

        Keeper(String words, Engine engine, boolean inSlots) {
            this.words = words;
            this.engine = engine;
            this.inSlots = inSlots;
        }

        String words() {
            return words;
        }
    }

    @Param
    private Keeper keeper;

    @Param({"100", "1000", "10000", "1000000"})
    private int pending;

    private boolean inSlots;
    private Events events;
    private ZigguratSampler.Exponential exponential;

    @Setup
    public void begin() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);
        exponential = ZigguratSampler.Exponential.of(random);
        inSlots = keeper.inSlots;
        events = keeper.engine.events(new int[] {inSlots ? pending : 0});
        for (int subject = 0; subject < pending; subject++) {
            schedule(subject, exponential.sample());
        }
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public double hold() {
        for (int each = 0; each < AT_ONCE; each++) {
            events.next(Double.POSITIVE_INFINITY);
            schedule(events.subject(), events.time() + exponential.sample());
        }
        return events.time();
    }

    private void schedule(int subject, double time) {
        if (inSlots) {
            events.set(KIND, subject, time);
        } else {
            events.schedule(KIND, subject, time);
        }
    }

    /** @param holds a multiple of a thousand */
    static double timeToHold(Keeper keeper, int pending, int holds) {
        HoldModel model = new HoldModel();
        model.keeper = keeper;
        model.pending = pending;
        model.begin();
        double now = 0;
        for (int done = 0; done < holds; done += AT_ONCE) {
            now = model.hold();
        }
        return now;
    }
}
