package dev.handoff.validation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code effects/effects.csv}: what moving one parameter changes, said before it is measured.
 *
 * @param low where it is moved from: empty in the file for the lower end of the plausible range, or for a flag that is off
 * @param high where it is moved to
 * @param context other settings that make the parameter matter, by path; empty where the defaults do
 * @param output a metric or another measure of a replication; for a text what shows it
 * @param sign +1 or -1: whether the output rises or falls; 0 for a text
 * @param least smallest change of the output that would be noticed, in the output's unit
 * @param why the argument from the model, without a full stop
 */
record Effect(
        Parameter parameter,
        String low,
        String high,
        Map<String, String> context,
        String output,
        int sign,
        double least,
        String why) {

    /** Time enough for a handover at the default pace and for what follows from it. */
    private static final Map<String, String> YEAR = Map.of("horizon", "52 weeks");

    private static final List<String> SIGNS = List.of("-", "", "+");

    static List<Effect> all() {
        Path file = Path.of("src/test/resources/effects/effects.csv");
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream().map(Effect::of).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Effect of(NamedCsvRecord line) {
        Parameter parameter = Catalogue.standard()
                .parameter(line.getField("parameter"))
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + line.getField("parameter")));
        boolean flag = parameter.unit() == Unit.FLAG;
        boolean named = parameter.unit() == Unit.TEXT;
        String low = flag ? "false" : line.getField("low");
        String high = flag ? "true" : line.getField("high");
        if (low.isEmpty() && parameter.unit().isNumeric()) {
            low = parameter.plausible().orElseThrow().lowest().toPlainString();
            high = parameter.plausible().orElseThrow().highest().orElseThrow().toPlainString();
        }
        int sign = named ? 0 : SIGNS.indexOf(line.getField("sign")) - 1;
        double least = named ? 0 : Double.parseDouble(line.getField("least"));
        Map<String, String> context = parsed(line.getField("context"));
        return new Effect(parameter, low, high, context, line.getField("output"), sign, least, line.getField("why"));
    }

    private static Map<String, String> parsed(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.isEmpty() ? new String[0] : text.split("; ")) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    /** Whether runs show it; names of people change no number. */
    boolean isSimulated() {
        return parameter.unit() != Unit.TEXT;
    }

    /** What is set apart from the defaults, with the parameter as it is by default. */
    Map<String, String> unmoved() {
        Map<String, String> settings = new LinkedHashMap<>(YEAR);
        settings.putAll(context);
        return settings;
    }

    /** What is set apart from the defaults, with the parameter moved. */
    Map<String, String> moved(String value) {
        Map<String, String> settings = unmoved();
        settings.put(parameter.path(), value);
        return settings;
    }

    /** The same move where everything else is as by default. */
    Effect atTheDefaults() {
        return new Effect(parameter, low, high, Map.of(), output, sign, least, why);
    }

    @Override
    public String toString() {
        return parameter.path();
    }
}
