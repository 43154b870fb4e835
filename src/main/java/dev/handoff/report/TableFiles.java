package dev.handoff.report;

import dev.handoff.experiment.Arm;
import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.ContactResult;
import dev.handoff.experiment.Curve;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Failure;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The CSV files of an outcome: one observation a line, the same columns whatever was measured. */
final class TableFiles {
    static final String CURVES = "curves.csv";
    static final String REPLICATIONS = "replications.csv";
    static final String CONTACTS = "contacts.csv";
    static final String FAILURES = "failures.csv";

    private final Path folder;
    private final Subject subject;
    private final Outcome outcome;

    TableFiles(Path folder, Subject subject, Outcome outcome) {
        this.folder = folder;
        this.subject = subject;
        this.outcome = outcome;
    }

    void writeCurves() throws IOException {
        try (Table table = new Table(
                folder.resolve(CURVES),
                "scenario",
                "variant",
                "week",
                "metric",
                "unit",
                "n",
                "mean",
                "ci_low",
                "ci_high",
                "p10",
                "p25",
                "p50",
                "p75",
                "p90")) {
            for (ArmResult result : outcome.results()) {
                for (Curve curve : result.curves()) {
                    writeCurve(table, result.arm(), curve);
                }
            }
        }
    }

    private void writeCurve(Table table, Arm arm, Curve curve) {
        String[] cells = new String[9 + Estimate.QUANTILES.size()];
        cells[0] = subject.id();
        cells[1] = arm.name();
        cells[3] = curve.measure().id();
        cells[4] = curve.measure().unit();
        for (int week = 0; week < curve.weeks(); week++) {
            cells[2] = Integer.toString(week);
            cells[5] = Integer.toString(curve.n(week));
            cells[6] = Numbers.text(curve.mean(week));
            cells[7] = Numbers.text(curve.low(week));
            cells[8] = Numbers.text(curve.high(week));
            for (int quantile = 0; quantile < Estimate.QUANTILES.size(); quantile++) {
                cells[9 + quantile] = Numbers.text(curve.quantile(quantile, week));
            }
            table.row(cells);
        }
    }

    void writeReplications() throws IOException {
        try (Table table = new Table(
                folder.resolve(REPLICATIONS), "scenario", "variant", "replication", "metric", "unit", "value")) {
            for (ArmResult result : outcome.results()) {
                writeReplications(table, result);
            }
        }
    }

    private void writeReplications(Table table, ArmResult result) throws IOException {
        List<Measure> measures = result.measures();
        outcome.read(result.arm(), (number, values) -> {
            String replication = Integer.toString(number);
            for (int value = 0; value < values.length; value++) {
                Measure measure = measures.get(value);
                table.row(
                        subject.id(),
                        result.arm().name(),
                        replication,
                        measure.id(),
                        measure.unit(),
                        Numbers.text(values[value]));
            }
        });
    }

    void writeContacts() throws IOException {
        try (Table table = new Table(
                folder.resolve(CONTACTS),
                "scenario",
                "variant",
                "contact",
                "name",
                "type",
                "n",
                "left_share",
                "left_ci_low",
                "left_ci_high",
                "accepted_share",
                "median_acceptance_week")) {
            for (ArmResult result : outcome.results()) {
                for (ContactResult contact : result.contacts()) {
                    table.row(
                            subject.id(),
                            result.arm().name(),
                            Integer.toString(contact.contact() + 1),
                            contact.name(),
                            contact.type().name().toLowerCase(Locale.ROOT),
                            Integer.toString(contact.n()),
                            Numbers.text(contact.leftShare()),
                            Numbers.text(contact.leftLow()),
                            Numbers.text(contact.leftHigh()),
                            Numbers.text(contact.acceptedShare()),
                            Numbers.text(contact.medianAcceptanceWeek()));
                }
            }
        }
    }

    void writeFailures() throws IOException {
        try (Table table = new Table(
                folder.resolve(FAILURES),
                "scenario",
                "variant",
                "seed",
                "replication",
                "week",
                "event",
                "message",
                "command")) {
            for (Failure failure : outcome.failures()) {
                table.row(
                        subject.id(),
                        failure.variant(),
                        Long.toString(failure.seed()),
                        Integer.toString(failure.replication()),
                        Numbers.text(failure.week()),
                        failure.event(),
                        failure.message(),
                        replay(subject, failure));
            }
        }
    }

    /** The command that runs the failed replication alone. */
    static String replay(Subject subject, Failure failure) {
        return subject.replay() + " --seed " + failure.seed() + " --only " + failure.replication();
    }
}
