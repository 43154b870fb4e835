package dev.handoff.serve;

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

    private final ScenariosAtHand scenarios;
    private final Maker maker;
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

    /** What is sent. */
    record File(String type, byte[] bytes) {}

    Downloads(ScenariosAtHand scenarios, Maker maker, Path folder) {
        this.scenarios = scenarios;
        this.maker = maker;
        this.folder = folder;
    }

    /** @throws Refused with status 404 if there is no such file to give away */
    File file(String name, Asked asked) throws IOException, Refused {
        if (!name.equals(SCENARIO) && !FROM_REPORT.contains(name)) {
            throw new Refused(404, "there is nothing here of that name");
        }
        ScenariosAtHand.Chosen chosen = scenarios.chosen(asked.now());
        String text = text(chosen.file(), chosen.variant());
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return new File(type, name.equals(SCENARIO) ? text.getBytes(StandardCharsets.UTF_8) : made(name, text, asked));
    }

    /** The resolved settings under the scenario's name and question. */
    private static String text(ScenarioFile file, Variant variant) {
        String yaml = variant.settings().yaml();
        String question =
                file.question().isBlank() ? "" : "# " + file.question().replaceAll("\\s+", " ") + "\n";
        return question + yaml;
    }

    private synchronized byte[] made(String name, String text, Asked asked) throws IOException {
        Path place = folder.resolve("report-" + Integer.toHexString(text.hashCode()) + "-" + asked.replications());
        Path result = place.resolve("result");
        if (Files.notExists(result)) {
            Files.createDirectories(place);
            Path scenario = Files.writeString(place.resolve("what-if.yaml"), text);
            maker.make(scenario, Math.max(2, asked.replications()), result);
        }
        return Files.readAllBytes(result.resolve(name));
    }
}
