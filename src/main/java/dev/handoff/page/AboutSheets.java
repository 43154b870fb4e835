package dev.handoff.page;

import dev.handoff.metric.Metric;
import dev.handoff.page.Columns.Column;
import dev.handoff.page.Sheet.Cell;
import dev.handoff.page.Sheet.Look;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Contrast;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sheets that say what a result rests on, how it is made again, and what its columns mean. */
final class AboutSheets {
    private static final Pattern QUANTITY = Pattern.compile("(-?[0-9.]+)( .*)?");

    private static final List<String> MORE =
            List.of("unit", "default", "differs", "takes part", "plausible", "evidence", "meaning", "source");
    private static final double[] MORE_WIDTHS = {14, 14, 9, 11, 18, 22, 70, 70};
    private static final int PATH_WIDTH = 36;
    private static final int VALUE_WIDTH = 16;

    private final Path folder;
    private final String repeat;
    private final String command;
    private final Scenarios scenarios;
    private final Variation defaults = ScenarioReader.defaults();

    /** @param command its name */
    AboutSheets(Path folder, String repeat, String command) throws IOException {
        this.folder = folder;
        this.repeat = repeat;
        this.command = command;
        scenarios = Scenarios.in(folder);
    }

    /** @param sheet makes a sheet by its name */
    void write(Function<String, Sheet> sheet) throws IOException {
        if (scenarios.count() > 0) {
            settings(sheet.apply("Settings"));
        }
        repeat(sheet.apply("How to repeat"));
        columns(sheet.apply("Columns"));
    }

    private void settings(Sheet sheet) throws IOException {
        List<String> head = new ArrayList<>(List.of("setting"));
        double[] widths = new double[1 + scenarios.count() + MORE_WIDTHS.length];
        Arrays.fill(widths, VALUE_WIDTH);
        widths[0] = PATH_WIDTH;
        System.arraycopy(MORE_WIDTHS, 0, widths, 1 + scenarios.count(), MORE_WIDTHS.length);
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            head.add(scenarios.label(scenario));
        }
        head.addAll(MORE);
        sheet.widths(widths).tableHead(head, 1);
        for (Parameter parameter : Catalogue.standard().parameters()) {
            for (String path : scenarios.paths(parameter)) {
                sheet.longRow(setting(path, parameter));
            }
        }
        sheet.filter(0, head.size());
        others().forEach(path -> sheet.row(other(path)));
        sheet.finish();
    }

    private List<Cell> setting(String path, Parameter parameter) {
        String standard = defaults.value(parameter.path(), "");
        List<String> values = new ArrayList<>();
        boolean takesPart = false;
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            values.add(scenarios.setting(scenario, path).orElse(""));
            takesPart |= scenarios.takesPart(scenario, parameter);
        }
        boolean differs = values.stream().anyMatch(value -> !value.equals(standard));
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(path)));
        for (String value : values) {
            Cell cell = quantity(value, parameter);
            cells.add(value.equals(standard) ? cell : cell.marked());
        }
        String unit = parameter.unit().canonical();
        cells.addAll(List.of(
                Cell.of(unit.isEmpty() ? parameter.unit().documented() : unit),
                quantity(standard, parameter),
                Cell.of(differs ? "yes" : ""),
                Cell.of(takesPart ? "yes" : "no"),
                Cell.of(parameter.plausible().map(Object::toString).orElse("")),
                Cell.of(parameter.evidence().label()),
                Cell.of(parameter.meaning()),
                Cell.of(parameter.source())));
        return cells;
    }

    /** A number where it is one in the unit of its column; laws, choices and flags stay texts. */
    private static Cell quantity(String text, Parameter parameter) {
        Matcher quantity = QUANTITY.matcher(text);
        boolean plain = parameter.unit().isNumeric()
                && quantity.matches()
                && TableSheet.isNumber(quantity.group(1))
                && (quantity.group(2) == null
                        || quantity.group(2).strip().equals(parameter.unit().canonical()));
        return plain ? Cell.number(quantity.group(1), NumberFormats.ANY) : Cell.of(text);
    }

    /** What differs and is no value of a setting: changes in time, numbers of groups. */
    private Set<String> others() {
        Set<String> paths = new LinkedHashSet<>();
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            scenarios.fromDefaults(scenario).keySet().stream()
                    .filter(path -> Scenarios.parameter(path).isEmpty())
                    .forEach(paths::add);
        }
        return paths;
    }

    private List<Cell> other(String path) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(path)));
        String standard = "";
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            Contrast.Difference difference = scenarios.fromDefaults(scenario).get(path);
            cells.add(Cell.of(difference == null ? "" : difference.to()).marked());
            standard = difference == null ? standard : difference.from();
        }
        cells.addAll(List.of(Cell.NONE, Cell.of(standard), Cell.of("yes"), Cell.of("yes")));
        return cells;
    }

    private void repeat(Sheet sheet) throws IOException {
        sheet.onePage("landscape").widths(110);
        sheet.line("How to repeat it", Look.TITLE);
        sheet.line(
                "The same command gives the same numbers, on any machine and with any number of threads:",
                Look.WRAPPED);
        sheet.line(repeat, Look.COMMAND);
        sheet.blank();
        sheet.line(
                "handoff verify, followed by the folder of the result, makes it again and compares every file.",
                Look.WRAPPED);
        sheet.line(
                "handoff report, followed by the folder and --xlsx, makes this workbook again from the stored files.",
                Look.WRAPPED);
        sheet.line(
                "The resolved scenarios, each of which can be run again, are in the folder: "
                        + String.join(", ", scenarios.files()) + ".",
                Look.WRAPPED);
        sheet.finish();
    }

    private void columns(Sheet sheet) throws IOException {
        sheet.widths(20, 34, 14, 100).tableHead(List.of("table", "column", "unit", "meaning"), 0);
        for (Column column : Columns.all()) {
            if (column.command().equals(command) && Files.exists(folder.resolve(column.file()))) {
                sheet.row(
                        List.of(Cell.of(column.file()), Cell.of(column.name()), Cell.NONE, Cell.of(column.meaning())));
            }
        }
        for (Metric metric : Metric.values()) {
            sheet.row(List.of(
                    Cell.of("metrics"), Cell.of(metric.id()), Cell.of(metric.unit()), Cell.of(metric.meaning())));
        }
        sheet.filter(0, 4);
        sheet.finish();
    }
}
