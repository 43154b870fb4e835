package dev.handoff.plan;

import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import java.util.ArrayList;
import java.util.List;

/**
 * When which contacts reach which stage of the handover, and what has to be done beside it, as far as that is fixed beforehand
 * (docs/model.md, section 8).
 *
 * @param contacts all of them
 * @param batches of those that are handed over, in their order
 * @param steps by batch, then stage
 * @param items what is to be done beside the stages, in the order of time
 */
public record Plan(Scenario scenario, int contacts, List<Batch> batches, List<Step> steps, List<Item> items) {

    /** The plan of the settings at the promotion; changes in time are not followed. */
    public static Plan of(Scenario scenario) {
        if (scenario.handoff().mode() == Handoff.Mode.NONE) {
            return new Plan(scenario, scenario.contactCount(), List.of(), List.of(), List.of());
        }
        Portfolio portfolio = new Portfolio(scenario);
        List<Batch> batches = portfolio.batches();
        List<Step> steps = batches.stream()
                .flatMap(batch -> steps(scenario, batch).stream())
                .toList();
        return new Plan(
                scenario, scenario.contactCount(), batches, steps, new Duties(scenario, portfolio, batches).items());
    }

    /** How many contacts are handed over. */
    public int handedOver() {
        return batches.stream().mapToInt(Batch::size).sum();
    }

    /** Week in which the handover begins. */
    public double begins() {
        return scenario.handoff().approvalDelayWeeks();
    }

    /** First week in which the file changes what the plan goes by; infinity if it never does. */
    public double holdsUntil() {
        return scenario.changes().stream()
                .filter(change -> !change.settings().handoff().equals(scenario.handoff())
                        || !change.settings().followUp().equals(scenario.followUp())
                        || !change.settings().intervention().equals(scenario.intervention()))
                .mapToDouble(Scenario.Change::atWeek)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static List<Step> steps(Scenario scenario, Batch batch) {
        Handoff.Settings settings = scenario.handoff();
        boolean timed = settings.mode() == Handoff.Mode.STAGED && settings.callsPerStage() == 0;
        if (settings.mode() == Handoff.Mode.ABRUPT || (timed && settings.paceWeeks() == 0)) {
            return List.of(new Step(batch, Handoff.DELEGATE_LEADS, batch.week(), batch.week(), ""));
        }
        List<Step> steps = new ArrayList<>();
        double week = batch.week();
        double latest = batch.week();
        for (int stage = settings.firstStage(); stage <= Handoff.DELEGATE_LEADS; stage++) {
            boolean first = stage == settings.firstStage();
            if (!first) {
                week += timed ? settings.paceWeeks() : events(settings, stage - 1) / callsPerWeek(scenario);
                latest += longest(settings);
            }
            String condition = first || timed ? "" : condition(settings, stage - 1);
            steps.add(new Step(batch, stage, Math.min(week, latest), latest, condition));
        }
        return steps;
    }

    private static double longest(Handoff.Settings settings) {
        if (settings.mode() == Handoff.Mode.ADAPTIVE) {
            return settings.adaptive().longestStageWeeks();
        }
        return settings.callsPerStage() > 0 ? Double.POSITIVE_INFINITY : settings.paceWeeks();
    }

    /** Calls, or offers that are accepted, that end a stage. */
    private static int events(Handoff.Settings settings, int stage) {
        if (settings.mode() == Handoff.Mode.STAGED) {
            return settings.callsPerStage();
        }
        return stage <= Handoff.FRIENDLY_TALK
                ? settings.adaptive().routedCalls()
                : settings.adaptive().acceptedOffers();
    }

    private static String condition(Handoff.Settings settings, int stage) {
        int events = events(settings, stage);
        boolean offers = settings.mode() == Handoff.Mode.ADAPTIVE && stage > Handoff.FRIENDLY_TALK;
        String once = offers
                ? "once the contact has taken the delegate " + (events == 1 ? "once" : events + " times in a row")
                : "after " + events + (events == 1 ? " call" : " calls") + " in the stage before";
        return once + ", urgent ones not counted";
    }

    /** Mean over contacts of the calls a week that count for stages. */
    private static double callsPerWeek(Scenario scenario) {
        double calls = 0;
        for (Contacts.Group group : scenario.contacts()) {
            calls += group.count() * group.ratePerWeek().mean();
        }
        return calls / scenario.contactCount() * (1 - scenario.requests().urgentShare());
    }
}
