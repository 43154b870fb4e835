package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.theory.TheoryFile;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lindley's recursion (1952) knows the end of each request in one line without a simulation: no chance, no tolerance. */
class FirstComeFirstServedTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", FirstComeFirstServedTest.class);
    private static final double HOURS = 40;

    /** When each request came and what it asked for, and when the executive finished a job. */
    private static final class Log implements Trace {
        private final List<Double> came = new ArrayList<>();
        private final List<Double> hours = new ArrayList<>();
        private final List<Double> ended = new ArrayList<>();

        @Override
        public void after(World world) {
            EventKind kind = EventKind.of(world.events.kind());
            if (kind == EventKind.REQUEST_ARRIVES) {
                came.add(world.now());
                hours.add(world.requests.size(world.requests.anyOpen(world.eventSubject())));
            } else if (kind == EventKind.EXECUTIVE_DONE) {
                ended.add(world.now());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"deterministic, 0.95", "exponential, 0.9", "gamma, 0.8", "lognormal, 0.95"})
    void eachRequestEndsWhenLindleySays(String sizes, String load) {
        Log log = new Log();
        World world = new World(TheoryFile.read("line-" + sizes, "load " + load), 4, 0, log);
        world.advanceTo(500);
        double free = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (int request = 0; request < log.ended.size(); request++) {
            free = Math.max(free, log.came.get(request)) + log.hours.get(request) / HOURS;
            largest = Math.max(largest, Math.abs(free - log.ended.get(request)));
        }
        assertThat(log.ended).hasSizeGreaterThan(15_000);
        assertThat(log.came.size() - log.ended.size())
                .isEqualTo((int) world.measures().openRequests());
        assertThat(largest).isLessThan(1e-9);
        String what = "one line, " + sizes + " sizes, load " + load
                + ": ends of all requests against Lindley's recursion, weeks";
        EVIDENCE.row(what, "0", "below 1e-9", "1e-9");
    }
}
