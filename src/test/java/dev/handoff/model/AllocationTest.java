package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.handoff.scenario.Scenarios;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The event loop allocates nothing once the world is in motion; measured by the allocated bytes of the thread. The
 * arrays of jobs and requests double when a line grows longer than ever before; those replications are told apart and must be few. */
class AllocationTest {

    @Test
    void aYearOfEventsAllocatesNothing() {
        assertNothingAllocated(Scenarios.base().build());
    }

    @Test
    void norDoFollowUpsLeadsAndAppointments() {
        assertNothingAllocated(Scenarios.base()
                .with("drops.active", true)
                .with("drops.recovery", "executive")
                .with("follow-up.touches.active", true)
                .with("follow-up.touches.adaptive", true)
                .with("leads.active", true)
                .with("appointments.active", true)
                .with("leads.rate", "2 /week")
                .build());
    }

    /** Some contacts are won in that year, with traits that are drawn when they come. */
    @Test
    void neitherDoesAYearOfGrowth() {
        assertNothingAllocated(Scenarios.base()
                .with("growth.active", true)
                .with("promotion.added-hours", 0)
                .build());
    }

    private static void assertNothingAllocated(Scenario scenario) {
        for (int replication = 0; replication < 30; replication++) {
            new World(scenario, 1, replication).advanceTo(104);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int measured = 0;
        for (int replication = 0; replication < 20; replication++) {
            World world = new World(scenario, 2, replication);
            world.advanceTo(26);
            int capacity = world.jobs.capacity() + world.requests.capacity();
            long before = threads.getCurrentThreadAllocatedBytes();
            world.advanceTo(78);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            if (world.jobs.capacity() + world.requests.capacity() == capacity) {
                assertThat(allocated).as("bytes in about 5,000 events").isZero();
                measured++;
            }
        }
        assertThat(measured).isGreaterThanOrEqualTo(15);
    }
}
