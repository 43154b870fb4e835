package dev.handoff.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.handoff.metric.Metric;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the charts of a page draw, as JSON. Long horizons and many variants are thinned: the fan and what is stacked before the means,
 * so that a page stays small.
 */
final class ChartData {
    /** The three curves, in reading order. */
    static final List<Chart> CHARTS = List.of(
            new Chart(Metric.CAPACITY_FREED, "How many hours are freed?", "Capacity freed, h/week"),
            new Chart(Metric.BURNOUT_RISK, "How likely is a burnout?", "First burnout so far, %"),
            new Chart(Metric.CUSTOMER_CHURN, "How many customers are lost?", "Initial customers lost, %"));

    private static final List<Metric> HOURS = metrics("HOURS_"); // as the ledger lists them
    private static final List<Metric> CAUSES = metrics("CHURN_");

    private static final int MOST_PARTS = 8;
    private static final double SEEN_HOURS = 0.05;

    /** How many numbers of one kind a page holds of a curve, over all variants. */
    private static final int MOST_MEANS = 11_000;

    private static final int MOST_FAN = 2_700;

    private final Node summary;
    private final List<Arm> arms;
    private final Curves curves;
    private final int horizon;

    record Chart(Metric metric, String title, String axis) {}

    /** Metrics that are stacked as one, under a name for people. */
    private record Part(String label, List<Metric> metrics) {}

    private ChartData(Node summary, List<Arm> arms, Curves curves) {
        this.summary = summary;
        this.arms = arms;
        this.curves = curves;
        horizon = arms.stream().mapToInt(Arm::horizon).max().orElse(0);
    }

    /** @param arms that are drawn */
    static String text(Path folder, Node summary, List<Arm> arms) throws IOException {
        Set<String> needed = new HashSet<>();
        CHARTS.forEach(chart -> needed.add(chart.metric().id()));
        HOURS.forEach(metric -> needed.add(metric.id()));
        CAUSES.forEach(metric -> needed.add(metric.id()));
        return new ChartData(summary, arms, Curves.read(folder, needed)).text();
    }

    private static List<Metric> metrics(String prefix) {
        return List.of(Metric.values()).stream()
                .filter(metric -> metric.name().startsWith(prefix))
                .toList();
    }

    private String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            if (summary.has("start")) {
                json.writeStringField("start", summary.text("start"));
            }
            writeArms(json);
            int[] weeks = weeks(MOST_MEANS);
            int[] fanWeeks = weeks(MOST_FAN);
            writeWeeks(json, "weeks", weeks);
            writeWeeks(json, "fanWeeks", fanWeeks);
            json.writeArrayFieldStart("charts");
            for (Chart chart : CHARTS) {
                writeChart(json, chart, weeks, fanWeeks);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("stacks");
            writeStack(json, "hours", "h/week", parts(HOURS, "hours of the executive: ", SEEN_HOURS), fanWeeks);
            writeStack(json, "losses", "share", parts(CAUSES, "initial customers lost ", 0), fanWeeks);
            json.writeEndArray();
            json.writeEndObject();
        }
        return Html.inScript(text.toString());
    }

    private void writeArms(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("arms");
        for (Arm arm : arms) {
            json.writeStartObject();
            json.writeStringField("label", arm.label());
            json.writeBooleanField("added", arm.added());
            json.writeNumberField("twin", arm.twin() < arms.size() ? arm.twin() : -1);
            json.writeNumberField("horizon", arm.horizon());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Every week, or every second one and so on; week 0 and the last one always. */
    private int[] weeks(int most) {
        int step = 1;
        while ((long) arms.size() * (horizon / step + 2) > most && step < horizon) {
            step *= 2;
        }
        int each = step;
        return IntStream.concat(
                        IntStream.iterate(0, week -> week < horizon, week -> week + each), IntStream.of(horizon))
                .toArray();
    }

    private static void writeWeeks(JsonGenerator json, String key, int[] weeks) throws IOException {
        json.writeFieldName(key);
        json.writeArray(weeks, 0, weeks.length);
    }

    private void writeChart(JsonGenerator json, Chart chart, int[] weeks, int[] fanWeeks) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", chart.metric().id());
        json.writeStringField("title", chart.title());
        json.writeStringField("axis", chart.axis());
        json.writeBooleanField("share", Metric.isShare(chart.metric().unit()));
        json.writeArrayFieldStart("curves");
        for (Arm arm : arms) {
            json.writeStartObject();
            writeColumn(json, "mean", arm, chart.metric(), weeks, Curves.MEAN);
            writeColumn(json, "low", arm, chart.metric(), weeks, Curves.LOW);
            writeColumn(json, "high", arm, chart.metric(), weeks, Curves.HIGH);
            writeColumn(json, "p10", arm, chart.metric(), fanWeeks, Curves.P10);
            writeColumn(json, "p25", arm, chart.metric(), fanWeeks, Curves.P25);
            writeColumn(json, "p75", arm, chart.metric(), fanWeeks, Curves.P75);
            writeColumn(json, "p90", arm, chart.metric(), fanWeeks, Curves.P90);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeColumn(JsonGenerator json, String key, Arm arm, Metric metric, int[] weeks, int column)
            throws IOException {
        json.writeArrayFieldStart(key);
        for (int week : weeks) {
            String value = curves.text(arm.name(), metric.id(), week, column);
            if (value.isEmpty()) {
                json.writeNull();
            } else if (!isNumber(value)) {
                throw new IOException(Curves.NAME + " has a value that is no number: " + value);
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(letter -> letter >= '0' && letter <= '9' || "+-.E".indexOf(letter) >= 0);
    }

    /** The largest by themselves, the others together; without those that are nowhere above what can be seen. */
    private List<Part> parts(List<Metric> metrics, String prefix, double seen) {
        List<Metric> there = metrics.stream()
                .filter(metric -> arms.stream().anyMatch(arm -> largest(arm, metric) > seen))
                .toList();
        List<Metric> bySize = there.stream()
                .sorted(Comparator.comparingDouble((Metric metric) -> -total(metric)))
                .toList();
        Set<Metric> alone = new HashSet<>(bySize.size() <= MOST_PARTS ? bySize : bySize.subList(0, MOST_PARTS - 1));
        List<Part> parts = new ArrayList<>();
        List<Metric> others = new ArrayList<>(there);
        for (Metric metric : there) {
            if (alone.contains(metric)) {
                others.remove(metric);
                parts.add(new Part(metric.meaning().replace(prefix, ""), List.of(metric)));
            }
        }
        if (!others.isEmpty()) {
            parts.add(new Part("everything else", others));
        }
        return parts;
    }

    private double largest(Arm arm, Metric metric) {
        double largest = 0;
        for (int week = 0; week <= arm.horizon(); week++) {
            largest = Math.max(largest, curves.mean(arm.name(), metric.id(), week));
        }
        return largest;
    }

    private double total(Metric metric) {
        double total = 0;
        for (Arm arm : arms) {
            for (int week = 0; week <= arm.horizon(); week++) {
                total += curves.mean(arm.name(), metric.id(), week);
            }
        }
        return total;
    }

    private void writeStack(JsonGenerator json, String id, String unit, List<Part> parts, int[] weeks)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeBooleanField("share", Metric.isShare(unit));
        json.writeArrayFieldStart("parts");
        for (Part part : parts) {
            json.writeString(part.label());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("values");
        for (Arm arm : arms) {
            json.writeStartArray();
            for (Part part : parts) {
                json.writeStartArray();
                for (int week : weeks) {
                    writeSum(json, arm, part, week);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSum(JsonGenerator json, Arm arm, Part part, int week) throws IOException {
        if (week > arm.horizon()) {
            json.writeNull();
            return;
        }
        double sum = 0;
        for (Metric metric : part.metrics()) {
            sum += curves.mean(arm.name(), metric.id(), week);
        }
        json.writeNumber(BigDecimal.valueOf(Math.round(sum * 1e5), 5)
                .stripTrailingZeros()
                .toPlainString());
    }
}
