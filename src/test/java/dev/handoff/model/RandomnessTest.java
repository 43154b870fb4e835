package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

/** Policies meet the same requests, and replications differ. */
class RandomnessTest {

    private static final Scenarios BASE = Scenarios.base();
    private static final Map<String, Scenario> POLICIES = Map.of(
            "none", BASE.with("handoff.mode", "none").build(),
            "staged", BASE.build(),
            "slow", BASE.with("handoff.pace", "9 weeks").build(),
            "abrupt", BASE.with("handoff.mode", "abrupt").build(),
            "adaptive", BASE.with("handoff.mode", "adaptive").build(),
            "rescuer", BASE.with("intervention.propensity", 0.9).build(),
            "four delegates", BASE.with("delegates.count", 4).build(),
            "overload", BASE.with("promotion.added-hours", "30 h/week").build(),
            "micromanager", BASE.with("follow-up.check-ins", 8).build());

    /** What a contact asks for, whatever becomes of it. */
    private record Call(double at, double size, boolean urgent, double difficulty) {}

    @Test
    void underEveryPolicyContactsAskForTheSame() {
        for (int replication = 0; replication < 5; replication++) {
            Map<Integer, List<Call>> longest = new HashMap<>();
            for (Map.Entry<String, Scenario> policy : POLICIES.entrySet()) {
                List<List<Call>> calls = calls(policy.getValue(), replication);
                assertThat(calls.stream().mapToInt(List::size).sum()).isGreaterThan(500);
                for (int contact = 0; contact < calls.size(); contact++) {
                    List<Call> known = longest.getOrDefault(contact, List.of());
                    List<Call> here = calls.get(contact);
                    int common = Math.min(known.size(), here.size());
                    assertThat(here.subList(0, common)).as(policy.getKey()).isEqualTo(known.subList(0, common));
                    longest.put(contact, here.size() > known.size() ? here : known);
                }
            }
        }
    }

    @Test
    void duplicatesAndOrderOfRunsDoNotMatter() {
        double first = churnOf(POLICIES.get("staged"), 3);
        churnOf(POLICIES.get("none"), 3);
        churnOf(POLICIES.get("staged"), 4);
        assertThat(churnOf(POLICIES.get("staged"), 3)).isEqualTo(first);
    }

    /** 200 replications: lag-1 correlation of freed hours within 4 standard errors, false alarm 0.006 %; all values differ. */
    @Test
    void replicationsDifferAndAreUncorrelated() {
        int replications = 200;
        double[] freed = new double[replications + 1];
        for (int replication = 0; replication <= replications; replication++) {
            World world = new World(POLICIES.get("staged"), 1, replication);
            world.advanceTo(26);
            freed[replication] = world.ledger().freedHours();
        }
        assertThat(freed).doesNotHaveDuplicates();
        double[] here = Arrays.copyOfRange(freed, 0, replications);
        double[] next = Arrays.copyOfRange(freed, 1, replications + 1);
        assertThat(Math.abs(new PearsonsCorrelation().correlation(here, next))).isLessThan(4 / Math.sqrt(replications));
    }

    private static List<List<Call>> calls(Scenario scenario, int replication) {
        List<List<Call>> calls = new ArrayList<>();
        for (int contact = 0; contact < scenario.contactCount(); contact++) {
            calls.add(new ArrayList<>());
        }
        World world = new World(scenario, 9, replication, each -> {
            if (each.event().equals("request arrives")) {
                int contact = each.eventSubject();
                int number = each.contacts.calls(contact) - 1;
                double size = each.draws.requestSize(each.contacts.group(contact), contact, number);
                double difficulty = each.draws.difficulty(contact, number);
                boolean urgent = each.draws.uniform(Draws.Source.URGENT, contact, number) < 0.05;
                calls.get(contact).add(new Call(each.now(), size, urgent, difficulty));
            }
        });
        world.advanceTo(104);
        return calls;
    }

    private static double churnOf(Scenario scenario, int replication) {
        World world = new World(scenario, 1, replication);
        world.advanceTo(104);
        return world.measures().lostRevenueShare();
    }
}
