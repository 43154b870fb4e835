package dev.handoff.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** The process of one contestant: warms up, then answers each line of input with the speeds of one round. */
final class Round {
    private static final long WARM_UP = 3_000_000_000L; // nanoseconds of processor time, as below
    private static final long LENGTH = 600_000_000L;
    private static final int AT_ONCE = 20; // replications between two looks at the clock, which ticks every 10 ms

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final LongFunction<ReferenceResult> replications;
    private long number;

    private Round(Contestant contestant) {
        replications = contestant.replications();
    }

    public static void main(String[] arguments) throws IOException {
        Round round = new Round(Contestant.valueOf(arguments[0]));
        round.play(WARM_UP);
        System.out.println("warm");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (input.readLine() != null) {
            System.out.println(round.play(LENGTH));
        }
    }

    private String play(long length) {
        long begin = system.getProcessCpuTime();
        long first = number;
        long events = 0;
        long passed;
        do {
            for (int each = 0; each < AT_ONCE; each++) {
                events += replications.apply(number++).events();
            }
            passed = system.getProcessCpuTime() - begin;
        } while (passed < length);
        return events * 1e9 / passed + " " + (number - first) * 1e9 / passed;
    }
}
