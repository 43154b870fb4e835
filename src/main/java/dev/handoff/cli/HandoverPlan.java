package dev.handoff.cli;

import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.Handoff;
import java.util.List;
import java.util.Locale;

/** When which contacts reach which stage of the handover, as far as that is fixed beforehand. */
final class HandoverPlan {

    private static final List<String> STAGES = Handoff.STAGE_NAMES;

    private final Handoff.Settings settings;
    private final long handedOver;
    private final long batches;

    private HandoverPlan(Scenario scenario) {
        settings = scenario.handoff();
        int executives = scenario.executive().count();
        long all = 0;
        long most = 0;
        for (int executive = 0; executive < executives; executive++) {
            int portfolio = (scenario.contactCount() + executives - 1 - executive) / executives;
            long chosen = Math.round(portfolio * settings.delegatedShare());
            all += chosen;
            most = Math.max(most, chosen);
        }
        handedOver = all;
        batches = settings.batchSize() == 0 ? 1 : Math.max(1, (most - 1) / settings.batchSize() + 1);
    }

    /** Lines for people, each with an end of line. */
    static String of(Scenario scenario) {
        HandoverPlan plan = new HandoverPlan(scenario);
        return plan.settings.mode() == Handoff.Mode.NONE
                ? "  handover    none\n"
                : plan.summary(scenario.contactCount())
                        + (scenario.pruning().active() ? note("but for those who are pruned") : "")
                        + plan.weeks();
    }

    private String summary(int contacts) {
        String batch = batches == 1 ? "all at once" : "in " + batches + " batches of " + settings.batchSize();
        return String.format(
                Locale.ROOT,
                "  handover    %s, %d of %d contacts, %s\n",
                word(settings.mode()),
                handedOver,
                contacts,
                batch);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String weeks() {
        return switch (settings.mode()) {
            case NONE -> "";
            case ABRUPT -> week(0, "delegate leads");
            case ADAPTIVE ->
                week(0, STAGES.get(settings.firstStage()))
                        + note("next stages when contacts accept, at the latest after "
                                + weeks(settings.adaptive().longestStageWeeks()));
            case STAGED ->
                settings.callsPerStage() > 0
                        ? week(0, STAGES.get(settings.firstStage()))
                                + note("next stages after " + settings.callsPerStage() + " calls each")
                        : stages();
        };
    }

    private String stages() {
        StringBuilder text = new StringBuilder();
        for (int stage = settings.firstStage(); stage < STAGES.size(); stage++) {
            text.append(week((stage - settings.firstStage()) * settings.paceWeeks(), STAGES.get(stage)));
        }
        return text.toString();
    }

    private String week(double sinceApproval, String stage) {
        double firstBatch = settings.approvalDelayWeeks() + sinceApproval;
        double lastBatch = firstBatch + (batches - 1) * settings.batchIntervalWeeks();
        String until = batches == 1 ? "" : ", last batch in week " + plain(lastBatch);
        return String.format(Locale.ROOT, "    week %6s  %s%s\n", plain(firstBatch), stage, until);
    }

    private static String note(String text) {
        return "                 " + text + "\n";
    }

    private static String weeks(double weeks) {
        return plain(weeks) + " weeks";
    }

    private static String plain(double weeks) {
        return weeks == Math.rint(weeks)
                ? String.format(Locale.ROOT, "%.0f", weeks)
                : String.format(Locale.ROOT, "%.2f", weeks);
    }
}
