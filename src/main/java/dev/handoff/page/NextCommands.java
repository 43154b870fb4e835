package dev.handoff.page;

import java.util.List;

/** Commands that tell more about the scenario of a run. */
final class NextCommands {
    private final String run;
    private final String variant;
    private final boolean delegates;

    /**
     * @param repeat the command that repeats the run
     * @param asked what the user asked for
     */
    NextCommands(String repeat, List<Arm> asked) {
        run = repeat.replaceFirst(" --seed .*$", "");
        variant = asked.size() == 1 ? "" : " --variant '" + asked.get(0).name().replace("'", "'\\''") + "'";
        delegates = asked.get(0).hasTwin();
    }

    void write(Html html) {
        html.element(
                "p",
                "These commands answer more for " + (variant.isEmpty() ? "this scenario:" : "one of the variants:"));
        String against = delegates ? " --against-set handoff.mode=none" : "";
        write(
                html,
                delegates
                        ? "On which uncertain numbers does the answer depend, and does it hold over their ranges?"
                        : "On which uncertain numbers does the answer depend?",
                "sensitivity" + against);
        write(
                html,
                delegates
                        ? "From how many added hours on does delegation keep customers?"
                        : "From how many added hours on are a third of the customers lost?",
                "breakeven --vary promotion.added-hours=0..30 --metric customer_churn"
                        + (delegates ? against : " --target 33%"));
        write(
                html,
                "What do all three curves do over a range of added hours?",
                "sweep --vary promotion.added-hours=0..30/3");
    }

    private void write(Html html, String question, String command) {
        int options = command.indexOf(' ') < 0 ? command.length() : command.indexOf(' ');
        html.element("p", "question", question)
                .command(run.replaceFirst(" run ", " " + command.substring(0, options) + " ")
                        + variant
                        + command.substring(options));
    }
}
