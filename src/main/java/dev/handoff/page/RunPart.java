package dev.handoff.page;

import dev.handoff.page.Html.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of a page that tell what a run found, from summary.json. */
final class RunPart {
    private static final int MOST_COLUMNS = 6;
    private static final List<String> TILES = List.of("capacity_freed", "burnout_risk", "customer_churn");
    private static final List<String> TILE_NAMES =
            List.of("Hours freed in the mean week", "First burnout by the end", "Customers lost by the end");

    private final Node summary;
    private final List<Arm> arms;

    RunPart(Node summary, List<Arm> arms) {
        this.summary = summary;
        this.arms = arms;
    }

    /** Without the twins. */
    List<Arm> asked() {
        return arms.stream().filter(arm -> !arm.added()).toList();
    }

    /** The answer in numbers: three large ones where one scenario was asked for, and the headlines of all. */
    void answer(Html html) {
        if (asked().size() == 1) {
            tiles(html, asked().get(0));
        }
        if (arms.size() <= 2) {
            html.table("The answer in numbers; 95 % intervals of the mean in brackets", narrowHead(), narrowRows());
        } else {
            html.table("The answer in numbers; 95 % intervals of the mean in brackets", wideHead(), wideRows());
        }
    }

    private void tiles(Html html, Arm arm) {
        html.markup("<ul class=\"tiles\">");
        for (int tile = 0; tile < TILES.size(); tile++) {
            Node value = arm.metric(TILES.get(tile));
            html.markup("<li>").element("span", "name", TILE_NAMES.get(tile));
            html.element(
                    "strong",
                    Double.isNaN(value.number("mean"))
                            ? "\u2013"
                            : Shown.mean(value) + "\u00a0" + Shown.unit(value.text("unit")));
            String interval = Shown.interval(value);
            if (!interval.isEmpty()) {
                html.element("span", "interval", "95 %: " + interval);
            }
            Node difference = arm.difference(TILES.get(tile));
            if (tile > 0 && !Double.isNaN(difference.number("mean"))) {
                html.element(
                        "span",
                        "twin",
                        signed(Shown.headline(difference)) + " " + Shown.differenceUnit(difference.text("unit"))
                                + " against no delegation");
            }
            html.end("li");
        }
        html.end("ul");
    }

    private static String signed(String estimate) {
        boolean plain = estimate.isEmpty() || estimate.startsWith("\u2212") || estimate.startsWith("0.0");
        return plain ? estimate : "+" + estimate;
    }

    private List<String> narrowHead() {
        List<String> head = new ArrayList<>(List.of(""));
        arms.forEach(arm -> head.add(arm.label()));
        if (arms.get(0).hasTwin()) {
            head.add("difference");
        }
        return head;
    }

    private List<List<Cell>> narrowRows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Node headline : summary.list("headlines")) {
            String metric = headline.text("metric");
            String unit = arms.get(0).metric(metric).text("unit");
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(headline.text("label") + ", " + Shown.unit(unit))));
            arms.forEach(arm -> cells.add(Cell.number(Shown.headline(arm.metric(metric)))));
            if (arms.get(0).hasTwin()) {
                cells.add(Cell.number(signed(Shown.headline(arms.get(0).difference(metric)))));
            }
            rows.add(cells);
        }
        if (arms.get(0).hasTwin()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of("Payback week (share that never pays back)")));
            arms.forEach(arm -> cells.add(Cell.number(payback(arm))));
            cells.add(Cell.of(""));
            rows.add(cells);
        }
        return rows;
    }

    private static String payback(Arm arm) {
        if (!arm.hasTwin()) {
            return "";
        }
        Node payback = arm.summary().at("payback");
        double week = payback.number("mean_curve_week");
        return (Double.isNaN(week) ? "never" : Shown.fixed(week, 0)) + " ("
                + Shown.fixed(100 * payback.number("never_share"), 1) + " %)";
    }

    private List<String> wideHead() {
        List<String> head = new ArrayList<>(List.of("variant"));
        for (Node headline : summary.list("headlines")) {
            String unit = arms.get(0).metric(headline.text("metric")).text("unit");
            head.add(headline.text("label") + ", " + Shown.unit(unit));
        }
        head.add("Payback week (never)");
        return head;
    }

    private List<List<Cell>> wideRows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(arm.label())));
            for (Node headline : summary.list("headlines")) {
                cells.add(Cell.number(Shown.headline(arm.metric(headline.text("metric")))));
            }
            cells.add(Cell.number(payback(arm)));
            rows.add(cells);
        }
        return rows;
    }

    /** How the variants differ from each other, and from no delegation. */
    void differences(Html html) {
        List<Node> others = summary.list("differences_to_first");
        if (!others.isEmpty()) {
            List<List<Cell>> rows = new ArrayList<>();
            for (Node other : others) {
                rows.add(differenceRow(other.text("variant"), other.at("metrics")));
            }
            html.element(
                    "p",
                    "The variants ran in the same random worlds, so their differences are known better than their means. An interval without 0 is a difference that is seen.");
            html.table("Less \u201c" + asked().get(0).label() + "\u201d, with 95 % intervals", differenceHead(), rows);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Arm arm : asked()) {
            if (arm.hasTwin()) {
                rows.add(differenceRow(arm.label(), arm.summary().at("difference_to_twin")));
            }
        }
        if (arms.size() > 2 && !rows.isEmpty()) {
            html.table("Less the same firm without delegation, with 95 % intervals", differenceHead(), rows);
        }
    }

    private List<String> differenceHead() {
        List<String> head = new ArrayList<>(List.of("variant"));
        for (Node headline : summary.list("headlines")) {
            String unit = arms.get(0).metric(headline.text("metric")).text("unit");
            head.add(headline.text("label") + ", " + Shown.differenceUnit(unit));
        }
        return head;
    }

    private List<Cell> differenceRow(String label, Node metrics) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(label)));
        for (Node headline : summary.list("headlines")) {
            String estimate = Shown.headline(metrics.at(headline.text("metric")));
            cells.add(Cell.number(signed(estimate)));
        }
        return cells;
    }

    /** Every metric with its interval and its definition. */
    void metrics(Html html) {
        List<Arm> shown = arms.subList(0, Math.min(MOST_COLUMNS, arms.size()));
        List<String> head = new ArrayList<>(List.of("metric", "unit"));
        shown.forEach(arm -> head.add(arm.label()));
        head.add("what it is");
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, Node> measure : summary.at("measures").fields().entrySet()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(measure.getKey())));
            cells.add(Cell.of(shown.stream()
                    .map(arm -> Shown.unit(arm.metric(measure.getKey()).text("unit")))
                    .filter(unit -> !unit.isEmpty())
                    .findFirst()
                    .orElse("")));
            shown.forEach(arm -> cells.add(Cell.number(Shown.estimate(arm.metric(measure.getKey())))));
            cells.add(Cell.of(measure.getValue().text()));
            rows.add(cells);
        }
        html.details("Every metric with its 95 % interval and its definition");
        if (shown.size() < arms.size()) {
            html.element(
                    "p",
                    "quiet",
                    "The first " + shown.size() + " of " + arms.size() + " variants; summary.json has all.");
        }
        html.table("Metrics of whole replications", head, rows).end("details");
    }
}
