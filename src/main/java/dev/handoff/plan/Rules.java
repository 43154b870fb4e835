package dev.handoff.plan;

import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Touches;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.scenario.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to watch and when to stop: limits that the scenario's settings and its file set, and arithmetic on these. */
public final class Rules {
    private static final int PERCENT = 100;

    private Rules() {}

    /**
     * One sentence for each rule.
     *
     * @param expectations limits of the scenario's file, as they stand there
     */
    public static List<String> of(Plan plan, List<String> expectations) {
        Scenario scenario = plan.scenario();
        List<String> rules = new ArrayList<>();
        rules.add(pace(scenario.handoff()));
        capacity(rules, scenario);
        patience(rules, scenario);
        followUps(rules, scenario.followUp().touches());
        posts(rules, scenario);
        if (scenario.burnout().active()) {
            rules.add(String.format(
                    Locale.ROOT,
                    "Your hours: up to a strain of %s h a week the risk of burnout is that of anybody; each hour above raises it"
                            + " by %s %%.",
                    plain(scenario.burnout().thresholdHoursPerWeek()),
                    plain(PERCENT * scenario.burnout().risePerHour())));
        }
        expectations.forEach(
                text -> rules.add("The file expects " + text + ": stop and think where that is not kept."));
        if (scenario.pruning().active()) {
            rules.add("Customers who are let go are not handed over; who they are shows in a run.");
        }
        if (Double.isFinite(plan.holdsUntil())) {
            rules.add(String.format(
                    Locale.ROOT,
                    "In week %d the file changes settings that this plan goes by: from then on it does not hold.",
                    (int) Math.floor(plan.holdsUntil() + 1e-9) + 1));
        }
        return List.copyOf(rules);
    }

    private static String pace(Handoff.Settings settings) {
        return switch (settings.mode()) {
            case NONE -> "Nobody is handed over.";
            case ABRUPT -> "There are no stages: each contact changes in a day.";
            case STAGED ->
                settings.callsPerStage() > 0
                        ? "A stage ends after " + settings.callsPerStage()
                                + " calls, not before and however long that takes."
                        : "A stage lasts " + Spans.weeks(settings.paceWeeks())
                                + ", whether or not the contact likes it.";
            case ADAPTIVE ->
                "Do not go on with a contact before the condition of its next stage is met, nor wait longer than "
                        + Spans.weeks(settings.adaptive().longestStageWeeks()) + " in any stage.";
        };
    }

    /* What comes after the promotion; how it was before cannot be changed any more. */
    private static void capacity(List<String> rules, Scenario scenario) {
        List<Forecast.Person> people = Forecast.of(scenario);
        for (Forecast.Person person : people.subList(1, people.size())) {
            boolean executive = person.who().startsWith("executive");
            String beyond = executive
                    ? ": more than there is, so the line grows without end"
                    : ": more than there is, so let no further contacts begin as long as that lasts";
            rules.add(String.format(
                    Locale.ROOT,
                    "Capacity, %s: %.0f %% of %s working hours a week%s.",
                    person.who(),
                    PERCENT * person.load(),
                    plain(person.workingHours()),
                    person.isSaturated() ? beyond : ""));
        }
    }

    private static void patience(List<String> rules, Scenario scenario) {
        for (Contacts.Group group : scenario.contacts()) {
            if (group.count() > 0) {
                String who = group.name().isEmpty() ? "contacts" : group.name();
                rules.add("Waits, " + who + ": half of them are out of patience after "
                        + Spans.weeks(group.patienceWeeks().middle()) + " and expect an answer within "
                        + Spans.weeks(group.expectedResponseWeeks().middle()) + ".");
            }
        }
    }

    private static void followUps(List<String> rules, Touches.Settings settings) {
        if (settings.active()) {
            rules.add("Following up: every " + Spans.weeks(settings.intervalWeeks())
                    + (settings.adaptive()
                            ? "; after each complaint about something dropped the interval is halved, down to "
                                    + Spans.weeks(settings.shortestIntervalWeeks()) + "."
                            : ", whether or not anybody complains."));
        }
    }

    private static void posts(List<String> rules, Scenario scenario) {
        if (scenario.trust().active() && scenario.trust().contactsThreshold() > 0) {
            rules.add("Trust: no contact begins with a delegate before your trust in it has reached "
                    + plain(scenario.trust().contactsThreshold()) + ".");
        }
        if (scenario.escalation().active()) {
            rules.add(String.format(
                    Locale.ROOT,
                    "Handing back: delegates hand back what they expect to solve with less than %.0f %%.",
                    PERCENT * scenario.escalation().threshold()));
        }
        if (scenario.turnover().active() && scenario.turnover().dismissalErrors() > 0) {
            rules.add("Errors: a delegate is dismissed after "
                    + scenario.turnover().dismissalErrors() + " that reach contacts.");
        }
        for (Delegates.Group group : scenario.delegates()) {
            String name = group.name().isEmpty() ? "the delegates" : group.name();
            if (group.source() != Delegates.Source.STAFF) {
                rules.add("Posts, " + name + ": somebody has to be found first ("
                        + group.source().name().toLowerCase(Locale.ROOT)
                        + "); contacts begin once the post is held.");
            } else if (group.vacantForWeeks() > 0) {
                rules.add("Posts, " + name + ": vacant for " + Spans.weeks(group.vacantForWeeks())
                        + "; contacts begin once the post is held.");
            }
        }
        rules.add(
                "A delegate who goes: contacts call you directly until the post is held again, and go on with the successor in the stage "
                        + Handoff.STAGE_NAMES.get(Handoff.MESSAGE) + " at the furthest.");
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
