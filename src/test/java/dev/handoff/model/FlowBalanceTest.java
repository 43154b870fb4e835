package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Server;
import dev.handoff.theory.TheoryFile;
import dev.handoff.validation.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No request is lost and none is counted twice: those that were open at the promotion and those that came are answered, given up,
 * withdrawn by contacts who left, or still open; in whole numbers, in each replication, in every week.
 */
class FlowBalanceTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", FlowBalanceTest.class);
    private static final int REPLICATIONS = 8;

    /** Counts what goes by since the promotion, from the number of open requests before and after each event. */
    private static final class Flow implements Trace {
        private int came;
        private int repairs;
        private int withdrawn;
        private int openAtPromotion;
        private int open;
        private Jobs.Kind[] atDelegates = {}; // by delegate: kind of the job in service; null while idle

        @Override
        public void after(World world) {
            if (world.isPromoted()) {
                count(world);
            } else {
                openAtPromotion = world.requests.open();
            }
            open = world.requests.open();
            Jobs.Kind[] kinds = new Jobs.Kind[world.delegates.count()];
            for (int delegate = 0; delegate < kinds.length; delegate++) {
                Server server = world.delegates.server(delegate);
                kinds[delegate] = server.isIdle() ? null : world.jobs.kind(server.present());
            }
            atDelegates = kinds;
        }

        private void count(World world) {
            switch (EventKind.of(world.events.kind())) {
                case REQUEST_ARRIVES -> came++;
                case CONTACT_LEAVES -> withdrawn += open - world.requests.open();
                case DELEGATE_DONE -> {
                    if (atDelegates[world.eventSubject()] == Jobs.Kind.ERROR) {
                        repairs++;
                    }
                }
                default -> {
                    // Nothing comes, and what ends is counted by the program.
                }
            }
        }

        private long in() {
            return (long) openAtPromotion + came + repairs;
        }
    }

    /** Which ways out a scenario has, so that a balance of zeros proves nothing by accident. */
    private record Ways(boolean givingUp, boolean leaving, boolean repairs) {}

    @ParameterizedTest
    @CsvSource({"answered, false, false", "turned away, true, false", "given up, true, false", "leaving, false, true"})
    void oneWayOutBalances(String variant, boolean givingUp, boolean leaving) {
        balances("flows", variant, new Ways(givingUp, leaving, false));
    }

    @Test
    void allWaysOutTogetherBalance() {
        balances("flows", "giving up and leaving", new Ways(true, true, false));
    }

    @ParameterizedTest
    @CsvSource({"staged handover", "abrupt handover", "'adaptive handover, joint calls'"})
    void handoversBalanceWithEverythingOn(String variant) {
        balances("all-flows", variant, new Ways(true, true, true));
    }

    private static void balances(String file, String variant, Ways ways) {
        Scenario scenario = TheoryFile.read(file, variant);
        long in = 0;
        long out = 0;
        long givenUp = 0;
        long withdrawn = 0;
        long repairs = 0;
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            Flow flow = new Flow();
            World world = new World(scenario, 4, replication, flow);
            for (int week = 0; week <= scenario.horizonWeeks(); week++) {
                world.advanceTo(week);
                assertThat(out(world, flow)).as("week %s", week).isEqualTo(flow.in());
            }
            assertThat(calls(world)).isGreaterThan(flow.came);
            in += flow.in();
            out += out(world, flow);
            givenUp += (long) world.measures().givenUpRequests();
            withdrawn += flow.withdrawn;
            repairs += flow.repairs;
        }
        check(givenUp, ways.givingUp);
        check(withdrawn, ways.leaving);
        check(repairs, ways.repairs);
        String what = "flow balance, " + variant + ": requests that came are answered, given up, withdrawn or open";
        EVIDENCE.row(what, String.valueOf(in), String.valueOf(out), "exact, each week");
    }

    private static void check(long count, boolean used) {
        if (used) {
            assertThat(count).isGreaterThan(10);
        } else {
            assertThat(count).isZero();
        }
    }

    private static long out(World world, Flow flow) {
        Measures measures = world.measures();
        double byProgram = measures.answeredRequests() + measures.givenUpRequests() + measures.openRequests();
        return (long) byProgram + flow.withdrawn;
    }

    private static int calls(World world) {
        int calls = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            calls += world.contacts.calls(contact);
        }
        return calls;
    }
}
