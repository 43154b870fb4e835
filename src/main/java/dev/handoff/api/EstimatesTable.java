package dev.handoff.api;

import dev.handoff.experiment.Estimate;
import dev.handoff.report.Headline;
import dev.handoff.report.Numbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Estimates of headlines, one a row, that become a table; numbers have the digits of files. */
final class EstimatesTable {
    private final String name;
    private final StringColumn variant = StringColumn.create("variant");
    private final StringColumn label = StringColumn.create("label");
    private final StringColumn metric = StringColumn.create("metric");
    private final StringColumn unit = StringColumn.create("unit");
    private final IntColumn n = IntColumn.create("n");
    private final DoubleColumn mean = DoubleColumn.create("mean");
    private final DoubleColumn low = DoubleColumn.create("ci_low");
    private final DoubleColumn high = DoubleColumn.create("ci_high");

    EstimatesTable(String name) {
        this.name = name;
    }

    void add(String ofVariant, Headline headline, Estimate estimate) {
        variant.append(ofVariant);
        label.append(headline.title());
        metric.append(headline.measure().id());
        unit.append(headline.measure().unit());
        n.append(estimate.n());
        append(mean, estimate.mean());
        append(low, estimate.low());
        append(high, estimate.high());
    }

    private static void append(DoubleColumn column, double value) {
        String text = Numbers.text(value);
        if (text.isEmpty()) {
            column.appendMissing();
        } else {
            column.append(Double.parseDouble(text));
        }
    }

    Table table() {
        return Table.create(name, variant, label, metric, unit, n, mean, low, high);
    }
}
