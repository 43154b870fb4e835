package dev.handoff.serve;

import dev.handoff.page.ReportPage;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that the page gives away: the scenario with all its settings, the report, the pictures. */
public final class Downloads {
    private static final String SCENARIO = "scenario.yaml";
    private static final Map<String, String> TYPES = Map.of(
            "yaml", "application/yaml",
            "html", "text/html; charset=utf-8",
            "png", "image/png",
            "svg", "image/svg+xml",
            "csv", "text/csv; charset=utf-8");
    private static final List<String> FROM_REPORT = List.of(
            "report.html",
            "curves.csv",
            "capacity_freed.png",
            "capacity_freed.svg",
            "burnout_risk.png",
            "burnout_risk.svg",
            "customer_churn.png",
            "customer_churn.svg");

    private static final int MOST_WAITING = 8;

    private final ScenariosAtHand scenarios;
    private final Maker maker;
    private final Turns turns = new Turns(MOST_WAITING);
    private final long seed;
    private final Path folder;

    /** Makes all files of a run. */
    @FunctionalInterface
    public interface Maker {
        /**
         * @param scenario a file whose only variant is what the page shows
         * @param replications how many
         * @param folder to be made
         */
        void make(Path scenario, int replications, Path folder) throws IOException;
    }

    /**
     * What is sent.
     *
     * @param name under which it is kept
     */
    record File(String name, String type, byte[] bytes) {}

    /**
     * @param seed with which files are made
     * @param folder in which they are made
     */
    Downloads(ScenariosAtHand scenarios, Maker maker, long seed, Path folder) {
        this.scenarios = scenarios;
        this.maker = maker;
        this.seed = seed;
        this.folder = folder;
    }

    /**
     * A file. One is made at a time; what a page asks for again takes the place of its earlier question.
     *
     * @throws Refused with status 404 if there is no such file to give away, 409 if the page asked for it again meanwhile, 503 if too many wait
     */
    File file(String name, Asked asked) throws IOException, Refused {
        if (!name.equals(SCENARIO) && !FROM_REPORT.contains(name)) {
            throw new Refused(404, "there is nothing here of that name");
        }
        ScenariosAtHand.Chosen chosen = scenarios.chosen(asked.now());
        String text = text(chosen.file(), chosen.variant());
        String title = title(chosen.file());
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return name.equals(SCENARIO)
                ? new File(title + ".yaml", type, text.getBytes(StandardCharsets.UTF_8))
                : new File(kept(title, name), type, made(name, title, text, asked));
    }

    /** Of all that is taken away of a scenario; it can be typed in a command as it stands. */
    private static String title(ScenarioFile file) {
        return file.id().replaceAll("[^A-Za-z0-9_]+", "-").replaceFirst("^-+", "") + "-what-if";
    }

    private static String kept(String title, String name) {
        return name.equals(ReportPage.NAME) ? title + ".html" : title + "-" + name;
    }

    /** The resolved settings under the scenario's name and question. */
    private static String text(ScenarioFile file, Variant variant) {
        String yaml = variant.settings().yaml();
        String question =
                file.question().isBlank() ? "" : "# " + file.question().replaceAll("\\s+", " ") + "\n";
        return question + yaml;
    }

    private byte[] made(String name, String title, String text, Asked asked) throws IOException, Refused {
        Turns.Question question = turns.ask(asked.client() + " " + name, true);
        try {
            turns.begin(question);
            try {
                return make(name, title, text, asked);
            } finally {
                turns.end();
            }
        } finally {
            turns.leave(question);
        }
    }

    private byte[] make(String name, String title, String text, Asked asked) throws IOException {
        int replications = Math.max(2, asked.replications());
        Path place = folder.resolve("report-" + Integer.toHexString(text.hashCode()) + "-" + replications);
        Path result = place.resolve("result");
        if (Files.notExists(result)) {
            Files.createDirectories(place);
            Path scenario = Files.writeString(place.resolve(title + ".yaml"), text);
            maker.make(scenario, replications, result);
        }
        return name.equals(ReportPage.NAME)
                ? report(result, title + ".yaml", replications).getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(result.resolve(name));
    }

    /** With the command as somebody can type it who has taken the scenario file away as well. */
    private String report(Path result, String scenario, int replications) throws IOException {
        return ReportPage.text(
                result,
                "handoff run " + scenario + " --seed " + seed + " -n " + replications,
                scenario + " is the scenario file that the what-if page gives under \u201cDownload\u201d.");
    }
}
