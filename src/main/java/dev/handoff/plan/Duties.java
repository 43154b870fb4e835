package dev.handoff.plan;

import dev.handoff.model.Roster;
import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.FollowUp;
import dev.handoff.model.mechanism.Touches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the executive has to do beside the stages: telling, planning, agreeing, checking in, following up. */
final class Duties {
    private static final int DAYS = 5;

    private final Scenario scenario;
    private final Roster roster;
    private final List<Batch> batches;
    private final double begins;
    private final List<Item> items = new ArrayList<>();

    Duties(Scenario scenario, Portfolio portfolio, List<Batch> batches) {
        this.scenario = scenario;
        this.batches = batches;
        roster = portfolio.roster();
        begins = scenario.handoff().approvalDelayWeeks();
    }

    /** In the order of time. */
    List<Item> items() {
        if (begins > 0) {
            once(0, "Ask for approval of the handover", "Nothing of it begins before.");
        }
        if (scenario.announcement().active()) {
            once(begins, "Tell all contacts that are handed over", "Who will look after them from now on, and why.");
        }
        milestones();
        planning();
        for (int delegate = 0; delegate < roster.delegates(); delegate++) {
            checkIns(delegate);
            followUps(delegate);
        }
        items.sort(Comparator.comparingDouble(Item::week));
        return items;
    }

    private void once(double week, String title, String details) {
        items.add(new Item(week, 0, 1, title, details));
    }

    private void milestones() {
        if (scenario.milestones().active()) {
            once(
                    begins,
                    "Agree on milestones with each delegate",
                    Spans.hours(scenario.milestones().workHours()) + " for each of them, and as much of yours.");
        }
    }

    private void planning() {
        double hours = scenario.followUp().planning() * scenario.followUp().planningWorkHours();
        if (hours > 0) {
            batches.forEach(batch -> once(
                    batch.week(),
                    "Plan the handover of " + batch.size() + (batch.size() == 1 ? " contact" : " contacts"),
                    Spans.hours(hours) + " for each contact, spread over "
                            + Spans.weeks(scenario.handoff().paceWeeks()) + "."));
        }
    }

    /* Of m delegates the j-th has its check-ins (i + j/m)/n weeks after the beginning, i = 1, 2 and so on. */
    private void checkIns(int delegate) {
        FollowUp.Settings settings = scenario.followUp();
        if (settings.checkInsPerWeek() > 0) {
            String details = Spans.hours(settings.checkInExecutiveWorkHours()) + " of yours and "
                    + Spans.hours(settings.checkInDelegateWorkHours())
                    + " of the delegate's: what went wrong, what is open, what is hard.";
            series(delegate, 1 / settings.checkInsPerWeek(), "Check in with " + roster.delegateName(delegate), details);
        }
    }

    private void followUps(int delegate) {
        Touches.Settings settings = scenario.followUp().touches();
        if (settings.active() && settings.intervalWeeks() > 0) {
            String name = roster.delegateName(delegate);
            String asked = switch (settings.sides()) {
                case DELEGATE -> name;
                case CLIENT -> "the contacts of " + name;
                case BOTH -> name + " and its contacts";
            };
            String who = settings.topShare() < 1
                    ? "Only the most valuable "
                            + String.format(java.util.Locale.ROOT, "%.0f", 100 * settings.topShare())
                            + " % of the contacts. "
                    : "";
            series(
                    delegate,
                    settings.intervalWeeks(),
                    "Ask " + asked + " what still lies open",
                    who + "What was dropped goes to the delegate at once.");
        }
    }

    /* A series whose days are the same in each week, or in every so many weeks, is one item. */
    private void series(int delegate, double interval, String title, String details) {
        int executives = roster.executives();
        int own = (roster.delegates() - delegate % executives + executives - 1) / executives;
        double first = begins + (1 + (double) (delegate / executives) / own) * interval;
        int together = together(interval);
        int every = (int) Math.rint(interval * together);
        int times = Math.max(0, (int) Math.floor((scenario.horizonWeeks() - first) / interval + 1e-9) + 1);
        if (every == 0) {
            for (int time = 0; time < times; time++) {
                once(first + time * interval, title, details);
            }
            return;
        }
        for (int place = 0; place < Math.min(together, times); place++) {
            int count = (times - place - 1) / together + 1;
            items.add(new Item(first + place * interval, count > 1 ? every : 0, count, title, details));
        }
    }

    /** How many intervals make whole weeks, up to one a day; 0 if none do. */
    private static int together(double interval) {
        for (int together = 1; together <= DAYS; together++) {
            double weeks = interval * together;
            if (Math.abs(weeks - Math.rint(weeks)) < 1e-9 && weeks > 0.5) {
                return together;
            }
        }
        return 0;
    }
}
