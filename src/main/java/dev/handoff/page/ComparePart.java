package dev.handoff.page;

import dev.handoff.page.Html.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The part of a page that tells how alternatives compare, from summary.json: the best first, each with its difference from it. */
final class ComparePart {
    private final Node summary;

    /** @param summary of {@code handoff compare} */
    ComparePart(Node summary) {
        this.summary = summary;
    }

    /** Whether a summary tells of alternatives of which one leads. */
    static boolean isIn(Node summary) {
        return !summary.text("leader").isEmpty()
                && !summary.list("alternatives").isEmpty();
    }

    void write(Html html) {
        String leader = summary.text("leader");
        List<Node> alternatives = new ArrayList<>(summary.list("alternatives"));
        double sign = summary.text("best").equals("largest") ? -1 : 1;
        alternatives.sort(Comparator.comparing(
                        (Node each) -> !each.text("alternative").equals(leader))
                .thenComparing(each -> sign * each.list("metrics").get(0).number("mean")));
        html.section("alternatives", "How the alternatives compare");
        html.element(
                "p",
                "All met the same chance events, so differences are taken replication by replication and are known better than the means. An interval without 0 is a difference that is seen.");
        html.table(
                "The best first, with 95 % intervals", head(alternatives.get(0), leader), rows(alternatives, leader));
        if (alternatives.get(0).list("metrics").size() > 1) {
            html.element("p", "quiet", "The guarantee is about " + summary.text("metric") + " alone.");
        }
        html.end("section");
    }

    private static List<String> head(Node alternative, String leader) {
        List<String> head = new ArrayList<>(List.of("alternative", "standing", "replications"));
        for (Node metric : alternative.list("metrics")) {
            head.add(metric.text("metric") + ", " + Shown.unit(metric.text("unit")));
            head.add("difference from " + leader + ", " + Shown.differenceUnit(metric.text("unit")));
        }
        return head;
    }

    private static List<List<Cell>> rows(List<Node> alternatives, String leader) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Node alternative : alternatives) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(alternative.text("alternative")),
                    Cell.of(alternative.text(alternative.has("standing_words") ? "standing_words" : "standing")),
                    Cell.number(alternative.text("replications"))));
            for (Node metric : alternative.list("metrics")) {
                cells.add(Cell.number(estimate(metric, "mean", "mean_low", "mean_high")));
                boolean leads = alternative.text("alternative").equals(leader);
                cells.add(Cell.number(leads ? "" : signed(estimate(metric, "difference", "low", "high"))));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String estimate(Node metric, String mean, String low, String high) {
        return Shown.estimate(metric.text("unit"), metric.number(mean), metric.number(low), metric.number(high));
    }

    private static String signed(String estimate) {
        boolean plain = estimate.isEmpty() || estimate.startsWith("\u2212") || estimate.matches("0(\\.0*)?( .*)?");
        return plain ? estimate : "+" + estimate;
    }
}
