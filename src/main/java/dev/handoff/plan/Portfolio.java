package dev.handoff.plan;

import dev.handoff.model.Roster;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.plan.Batch.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who is handed over in which batch, as far as settings fix it: contacts may be ranked by what is drawn only in a run. */
final class Portfolio {
    private final Scenario scenario;
    private final Handoff.Settings settings;
    private final Roster roster;

    Portfolio(Scenario scenario) {
        this.scenario = scenario;
        settings = scenario.handoff();
        roster = new World(scenario, 0, 0).roster();
    }

    Roster roster() {
        return roster;
    }

    /** Batches of all executives together, by their number. */
    List<Batch> batches() {
        List<List<Member>> members = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int executive = 0; executive < roster.executives(); executive++) {
            List<Integer> own = chosen(executive);
            for (int rank = 0; rank < own.size(); rank++) {
                int batch = settings.batchSize() > 0 ? rank / settings.batchSize() : 0;
                while (sizes.size() <= batch) {
                    sizes.add(0);
                    members.add(new ArrayList<>());
                }
                sizes.set(batch, sizes.get(batch) + 1);
                members.get(batch).add(member(own.get(rank)));
            }
        }
        boolean known = isOrderKnown(sizes.size());
        List<Batch> batches = new ArrayList<>();
        for (int batch = 0; batch < sizes.size(); batch++) {
            double week = settings.approvalDelayWeeks() + batch * settings.batchIntervalWeeks();
            batches.add(new Batch(batch + 1, sizes.get(batch), known ? members.get(batch) : List.of(), week));
        }
        return batches;
    }

    private Member member(int contact) {
        return new Member(roster.contactName(contact), roster.delegateName(roster.delegateOf(contact)));
    }

    /* The nearest whole number to the share of those that can be handed over, in their order. */
    private List<Integer> chosen(int executive) {
        List<Integer> own = new ArrayList<>();
        for (int contact = executive; contact < scenario.contactCount(); contact += roster.executives()) {
            if (roster.delegateOf(contact) >= 0) {
                own.add(contact);
            }
        }
        own.sort(order());
        return own.subList(0, (int) Math.round(own.size() * settings.delegatedShare()));
    }

    private Comparator<Integer> order() {
        return switch (settings.order()) {
            case MOST_VALUABLE -> Comparator.comparingDouble(contact -> -value(contact));
            case LEAST_VALUABLE -> Comparator.comparingDouble(this::value);
            default -> Comparator.naturalOrder();
        };
    }

    private double value(int contact) {
        int first = 0;
        for (Contacts.Group group : scenario.contacts()) {
            first += group.count();
            if (contact < first) {
                return group.valueDollarsPerYear().mean();
            }
        }
        throw new AssertionError(contact);
    }

    private boolean isOrderKnown(int batches) {
        if (scenario.pruning().active()) {
            return false;
        }
        boolean everybody = batches == 1 && settings.delegatedShare() == 1;
        return everybody
                || switch (settings.order()) {
                    case AS_LISTED -> true;
                    case MOST_VALUABLE, LEAST_VALUABLE ->
                        scenario.contacts().stream()
                                .allMatch(group -> group.valueDollarsPerYear().variance() == 0);
                    case MOST_VALUABLE_PER_HOUR, LEAST_VALUABLE_PER_HOUR, RANDOM -> false;
                };
    }
}
