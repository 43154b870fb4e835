package dev.handoff.cli;

import dev.handoff.report.StoryFiles;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.story.EventLog;
import dev.handoff.story.Log;
import dev.handoff.story.Story;
import dev.handoff.story.Teller;
import dev.handoff.story.Telling;
import dev.handoff.story.WorkingWeek;
import dev.handoff.study.Representative;
import dev.handoff.study.Representative.Choice;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff story}: what happened in one replication, in dated sentences. */
@Command(
        name = "story",
        description = "Tell what happened in one replication that stands for many, in dated sentences.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT, ExitCodes.INTERRUPTED},
        footer = "\nExample:\n  handoff story my-firm.yaml -n 100")
final class StoryCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 2;
    private static final int FIRST_LOOK = 20;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of the file, if it has several.")
    private String variant;

    @ArgGroup
    private Wanted wanted = new Wanted();

    /** Which replication is told: one of these. */
    static final class Wanted {
        @Option(names = "--typical", description = "The replication whose curves lie deepest among all (default).")
        private boolean typical;

        @Option(names = "--good", description = "The deepest of the best tenth: fewest customers lost.")
        private boolean good;

        @Option(names = "--bad", description = "The deepest of the worst tenth: most customers lost.")
        private boolean bad;

        @Option(names = "--replication", paramLabel = "N", description = "Replication N, counted from 0.")
        private Integer replication;

        private Choice choice() {
            return replication != null ? Choice.NUMBERED : good ? Choice.GOOD : bad ? Choice.BAD : Choice.TYPICAL;
        }
    }

    @ArgGroup
    private Told told = new Told();

    /** What is told of it: one of these. */
    static final class Told {
        @Option(
                names = "--contact",
                paramLabel = "N",
                description = "Tell everything about a contact: its number, counted from 1, or its name.")
        private String contact;

        @Option(names = "--all", description = "Tell everything about everybody.")
        private boolean all;
    }

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "400",
            description = "Replications to choose from (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Mixin
    private StudyRun study;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    private ScenarioFile read;
    private Variant point;

    @Override
    public Integer call() {
        study.checkReplications(replications, FEWEST_REPLICATIONS);
        read = ScenarioReader.read(file, overrides);
        study.understand("", this::understand);
        checkReplication();
        int horizon = (int) point.scenario().horizonWeeks();
        Map<String, String> settings =
                Map.of("settings of " + point.name(), point.settings().sha256());
        return study.run(
                new StudyRun.Plan(
                        "story", List.of(read), replications, replications, Representative.measures(horizon), settings),
                this::told);
    }

    private void understand() {
        Variation variation = ChosenVariant.of(ScenarioReader.variations(file, overrides), variant, "--variant", file);
        point = variation.unchanged();
    }

    private void checkReplication() {
        Integer number = wanted.replication;
        study.check(
                number == null || (number >= 0 && number < replications),
                "--replication (" + number + ") must be from 0 to " + (replications - 1)
                        + ", one of those that -n asks for");
    }

    private StudyResult told(Simulations simulations) {
        int reached = Math.min(FIRST_LOOK, replications);
        simulations.require(List.of(point), reached);
        boolean partial = false;
        try {
            simulations.require(List.of(point), replications);
            reached = replications;
        } catch (Stopped stopped) {
            partial = true;
        }
        return result(simulations, reached, partial);
    }

    private StudyResult result(Simulations simulations, int reached, boolean partial) {
        if (wanted.replication != null && wanted.replication >= reached) {
            throw new Stopped();
        }
        int count = reached;
        Representative choice = Representative.of(
                wanted.choice(),
                wanted.replication == null ? 0 : wanted.replication,
                (int) point.scenario().horizonWeeks(),
                measure -> simulations.present(point, measure, count));
        Log log = EventLog.of(point.scenario(), study.seed(), choice.replication());
        Story story = Teller.of(log);
        StoryFiles.Subject subject =
                new StoryFiles.Subject(title(), point, new WorkingWeek(read.start()), choice, count, study.seed());
        return new StoryFiles(subject, log, story, telling(log, story), partial);
    }

    private String title() {
        return read.variants().size() == 1 ? read.name() : read.name() + ", " + point.name();
    }

    private Telling telling(Log log, Story story) {
        if (told.all) {
            return Telling.ofAll(story);
        }
        return told.contact == null ? Telling.ofTurns(log, story) : Telling.of(story, contact(log.cast()));
    }

    private int contact(Log.Cast cast) {
        int named = cast.contacts().indexOf(told.contact);
        if (named >= 0) {
            return named;
        }
        int count = cast.contacts().size();
        boolean known = told.contact.matches("[0-9]{1,9}")
                && Integer.parseInt(told.contact) >= 1
                && Integer.parseInt(told.contact) <= count;
        study.check(known, "--contact (" + told.contact + ") must be from 1 to " + count + near(cast));
        return Integer.parseInt(told.contact) - 1;
    }

    private String near(Log.Cast cast) {
        return dev.handoff.scenario.Nearest.to(told.contact, cast.contacts())
                .map(name -> ", or a name; maybe " + name)
                .orElse(", or a name such as "
                        + cast.contacts().stream().findFirst().orElse("none"));
    }
}
