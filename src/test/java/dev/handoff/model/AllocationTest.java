package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.handoff.scenario.Scenarios;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The event loop allocates nothing once the world is in motion; measured by the allocated bytes of the thread. The
 * least of 20 replications counts, as the compiler's fallbacks to interpreted code allocate now and then. */
class AllocationTest {

    @Test
    void aYearOfEventsAllocatesNothing() {
        Scenario scenario = Scenarios.base().build();
        for (int replication = 0; replication < 30; replication++) {
            new World(scenario, 1, replication).advanceTo(104);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int replication = 0; replication < 20; replication++) {
            World world = new World(scenario, 2, replication);
            world.advanceTo(26);
            long before = threads.getCurrentThreadAllocatedBytes();
            world.advanceTo(78);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes in about 5,000 events").isZero();
    }
}
