package dev.handoff.serve;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.CurvePoint;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.page.StoryData;
import dev.handoff.report.StoryFiles;
import dev.handoff.serve.ScenariosAtHand.Chosen;
import dev.handoff.story.EventLog;
import dev.handoff.story.Log;
import dev.handoff.story.Story;
import dev.handoff.story.Teller;
import dev.handoff.story.Telling;
import dev.handoff.story.WorkingWeek;
import dev.handoff.study.Representative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What happened in one of the firms behind the curves: the one that {@code handoff story} would choose, told as it tells it. */
final class FirmStory {
    /** Replications to choose from. */
    static final int FEWEST = 2;

    private FirmStory() {}

    /**
     * The firm that stands for others.
     *
     * @param outcome of one scenario
     * @throws Refused with status 500 if there are too few to choose from
     */
    static Representative representative(Outcome outcome, Representative.Choice choice) throws Refused {
        if (outcome.completed() < FEWEST) {
            throw new Refused(
                    500,
                    "no firm can be chosen, since replications failed: "
                            + outcome.failures().get(0));
        }
        ArmResult result = outcome.asked().get(0);
        int horizon = (int) result.arm().scenario().horizonWeeks();
        Map<String, CurvePoint> points = new HashMap<>(); // by measure
        CurvePoint.CURVES.forEach(metric -> CurvePoint.of(metric, horizon)
                .forEach(point -> points.put(point.measure().id(), point)));
        return Representative.of(choice, 0, horizon, measure -> {
            CurvePoint point = points.get(measure.id());
            double[] values = point == null ? outcome.values(result.arm(), measure) : means(outcome, result, point);
            return byNumber(outcome, values);
        });
    }

    private static double[] means(Outcome outcome, ArmResult result, CurvePoint point) {
        double[] sums = new double[outcome.completed()];
        for (int week = point.firstWeek(); week <= point.lastWeek(); week++) {
            float[] values = outcome.weekValues(result.arm(), Measure.of(point.metric()), week);
            for (int place = 0; place < sums.length; place++) {
                sums[place] += values[place];
            }
        }
        int weeks = point.lastWeek() - point.firstWeek() + 1;
        return Arrays.stream(sums).map(sum -> sum / weeks).toArray();
    }

    /** Without a value where a replication failed. */
    private static double[] byNumber(Outcome outcome, double[] values) {
        double[] all = new double[outcome.replication(values.length - 1) + 1];
        Arrays.fill(all, Double.NaN);
        for (int place = 0; place < values.length; place++) {
            all[outcome.replication(place)] = values[place];
        }
        return all;
    }

    /**
     * Its story, as JSON.
     *
     * @param folder in which files are made and deleted again
     */
    static String told(Chosen chosen, Representative firm, long seed, Path folder) throws IOException {
        Log log = EventLog.of(chosen.variant().scenario(), seed, firm.replication());
        Story story = Teller.of(log);
        StoryFiles.Subject subject = new StoryFiles.Subject(
                chosen.variant().name(),
                chosen.variant(),
                new WorkingWeek(chosen.file().start()),
                firm,
                firm.depth().length,
                seed);
        Path place = Files.createTempDirectory(folder, "story-");
        try {
            new StoryFiles(subject, log, story, Telling.ofTurns(log, story), false).writeForPage(place);
            return StoryData.text(place);
        } finally {
            delete(place);
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
