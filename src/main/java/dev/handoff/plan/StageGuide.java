package dev.handoff.plan;

import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Intervention;
import java.util.Locale;

/**
 * What is done and said in a stage.
 *
 * @param who calls whom, and who answers
 * @param say words for the telephone
 * @param watch what to look at
 */
public record StageGuide(String who, String say, String watch) {

    /** @param stage 1 to 5 */
    public static StageGuide of(Scenario scenario, int stage) {
        Handoff.Settings settings = scenario.handoff();
        Handoff.Delay delay = settings.delay();
        return switch (stage) {
            case Handoff.RECEPTIONIST ->
                new StageGuide(
                        "The contact calls as before. The delegate picks up and puts the call through"
                                + after(delay.stage1Weeks()) + ". You answer.",
                        "“Good morning, you have reached our team. One moment, I put you through.”",
                        "Every call that the delegate picks up makes the voice familiar; nothing else changes yet.");
            case Handoff.FRIENDLY_TALK ->
                new StageGuide(
                        "The delegate picks up, talks for "
                                + Spans.hours(settings.work().listeningHours())
                                + " and puts the call through" + after(delay.stage2Weeks()) + ". You answer.",
                        "“How are you? What is it about? I will pass that on, and put you through.”",
                        "Whether the delegate knows names and matters by now." + patience(scenario));
            case Handoff.MESSAGE ->
                new StageGuide(
                        "The delegate takes a message; you call back" + after(delay.stage3Weeks())
                                + ". Whoever would rather leave it to the delegate may.",
                        "“My colleague cannot be reached just now. May I take a message? You will be called back.”",
                        "That callbacks come when they are promised." + patience(scenario));
            case Handoff.OFFER ->
                new StageGuide(
                        "The delegate offers to deal with it. Whoever declines leaves a message, and you call back"
                                + after(delay.stage4Weeks()) + ".",
                        "“I can do that for you right away, if you like. Or would you rather be called back?”",
                        "How many accept the offer, and what is dropped." + patience(scenario));
            case Handoff.DELEGATE_LEADS ->
                new StageGuide(
                        "The contact calls the delegate, who deals with it. " + stepsIn(scenario.intervention()),
                        "“I look after you now. I have all I need; tell me what it is about.”",
                        "Who still asks for you, appeals, errors that reach contacts, and what is dropped.");
            default -> throw new IllegalArgumentException("no stage " + stage);
        };
    }

    private static String after(double weeks) {
        return weeks == 0 ? " at once" : " " + Spans.weeks(weeks) + " after the call";
    }

    /* In the middle of the first group's law. */
    private static String patience(Scenario scenario) {
        return scenario.contacts().isEmpty()
                ? ""
                : " Half of the contacts are out of patience after "
                        + Spans.weeks(scenario.contacts().get(0).patienceWeeks().middle()) + ".";
    }

    private static String stepsIn(Intervention.Settings settings) {
        if (!settings.active()) {
            return "Whoever asks for you gets the delegate.";
        }
        double share = settings.propensity() * (1 - settings.commitment());
        String does = settings.jointCall() ? "you join the call" : "you step in";
        String word = settings.support() ? ", with a word that backs the delegate" : "";
        return String.format(
                Locale.ROOT,
                "When somebody asks for you, %s on %.0f of 100 occasions; else you send it back%s.",
                does,
                100 * share,
                word);
    }
}
