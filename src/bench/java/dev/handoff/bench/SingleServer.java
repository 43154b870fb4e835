package dev.handoff.bench;

import dev.handoff.kernel.Events;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One server, Poisson arrivals, exponential service, a load of 0.9: two events pending at most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class SingleServer {
    static final double LOAD = 0.9;
    private static final int EVENTS = 100_000;

    /** The same model on an engine. */
    @State(Scope.Thread)
    public static class OnEngine {
        @Param({
            "SLOT_EVENTS",
            "PRIORITY_QUEUE",
            "SSJ_HENRIKSEN",
            "SSJ_BINARY",
            "SSJ_SPLAY",
            "SSJ_LINKED",
            "SSJ_RED_BLACK"
        })
        private Engine engine;
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double engine(OnEngine state) {
        return run(state.engine, EVENTS);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public double ssjNatural() {
        return SsjSingleServer.run(EVENTS);
    }

    /** Mean time in the system of the customers that left within so many events. */
    static double run(Engine engine, int events) {
        return new Queue(engine).run(events);
    }

    private static final class Queue {
        private static final int ARRIVAL = 0;
        private static final int DEPARTURE = 1;

        private final Events events;
        private final ZigguratSampler.Exponential exponential =
                ZigguratSampler.Exponential.of(RandomSource.XO_SHI_RO_256_PP.create(1L));
        private double[] arrivedAt = new double[64]; // by place in a ring
        private int first;
        private int present;
        private int left;
        private double stayed;

        private Queue(Engine engine) {
            events = engine.events(new int[] {1, 1});
        }

        private double run(int eventsToCome) {
            events.set(ARRIVAL, 0, exponential.sample() / LOAD);
            for (int each = 0; each < eventsToCome; each++) {
                events.next(Double.POSITIVE_INFINITY);
                if (events.kind() == ARRIVAL) {
                    arrives(events.time());
                } else {
                    leaves(events.time());
                }
            }
            return stayed / left;
        }

        private void arrives(double now) {
            events.set(ARRIVAL, 0, now + exponential.sample() / LOAD);
            if (present == arrivedAt.length) {
                grow();
            }
            arrivedAt[first + present & arrivedAt.length - 1] = now;
            present++;
            if (present == 1) {
                events.set(DEPARTURE, 0, now + exponential.sample());
            }
        }

        private void leaves(double now) {
            stayed += now - arrivedAt[first];
            left++;
            first = first + 1 & arrivedAt.length - 1;
            present--;
            if (present > 0) {
                events.set(DEPARTURE, 0, now + exponential.sample());
            }
        }

        private void grow() {
            double[] inOrder = new double[2 * arrivedAt.length];
            System.arraycopy(arrivedAt, first, inOrder, 0, present - first);
            System.arraycopy(arrivedAt, 0, inOrder, present - first, first);
            arrivedAt = inOrder;
            first = 0;
        }
    }
}
