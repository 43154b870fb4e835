package dev.handoff.cli;

import dev.handoff.report.Circumstances;
import dev.handoff.report.Provenance;
import dev.handoff.scenario.ScenarioFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** How a result is made, for its manifest. */
final class Making {

    private Making() {}

    /** Circumstances that every command has, to which it adds its own. */
    static Map<String, String> values(String command, long seed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("command", command);
        values.put("build", Build.present().identity());
        values.put("seed", Long.toString(seed));
        return values;
    }

    /** The command, without what belongs to the moment, to be typed again. */
    static String repeat(CommandSpec command) {
        return Main.typed(
                Again.arguments(command.root().commandLine().getParseResult().originalArgs()));
    }

    /** @param scenarios from which it is made, just read */
    static Provenance provenance(
            CommandSpec command, List<ScenarioFile> scenarios, Circumstances circumstances, Instant started) {
        Build build = Build.present();
        List<String> typed = command.root().commandLine().getParseResult().originalArgs();
        return new Provenance(
                build.version(),
                build.commit(),
                Main.typed(typed),
                typed,
                Provenance.inputs(scenarios),
                circumstances,
                started);
    }
}
