package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of summary.json: every estimate of a whole replication, the differences to the twin, the answer. */
public final class SummaryFile {
    static final String NAME = "summary.json";

    private final Subject subject;
    private final Outcome outcome;

    private SummaryFile(Subject subject, Outcome outcome) {
        this.subject = subject;
        this.outcome = outcome;
    }

    public static String text(Subject subject, Outcome outcome) throws IOException {
        return Json.text(new SummaryFile(subject, outcome)::write);
    }

    private void write(Json json) throws IOException {
        Experiment experiment = outcome.experiment();
        json.whole("format", 1)
                .text("scenario", subject.id())
                .text("name", subject.name())
                .text("question", subject.question());
        if (subject.start() != null) {
            json.text("start", subject.start().toString());
        }
        json.text("answer", Answer.to(outcome))
                .whole("seed", experiment.seed())
                .whole("first_replication", experiment.first())
                .whole("replications_asked", experiment.replications())
                .whole("replications", outcome.completed())
                .whole("failed_replications", outcome.failures().size())
                .flag("partial", outcome.isPartial())
                .text("interval", "95 % of the mean: Student's t; Wilson's where a replication yields 0 or 1")
                .list("headlines", this::writeHeadlines)
                .list("variants", this::writeVariants)
                .list("differences_to_first", this::writeOthers)
                .object("measures", this::writeMeasures);
    }

    private void writeHeadlines(Json json) throws IOException {
        for (Headline headline : Headline.of(outcome.asked().get(0))) {
            json.element(each -> each.text("label", headline.title())
                    .text("metric", headline.measure().id()));
        }
    }

    private void writeVariants(Json json) throws IOException {
        for (ArmResult result : outcome.results()) {
            json.element(variant -> writeVariant(variant, result));
        }
    }

    private void writeVariant(Json json, ArmResult result) throws IOException {
        json.text("variant", result.arm().name())
                .text("label", subject.label(result))
                .flag("added_for_comparison", result.arm().added());
        json.whole("horizon_weeks", result.arm().horizon());
        if (result.arm().hasTwin()) {
            json.text("twin", outcome.twin(result.arm()).name());
            json.object(
                    "payback",
                    payback -> payback.number("mean_curve_week", result.meanPaybackWeek())
                            .number("never_share", result.neverPaysBackShare(outcome.completed())));
        }
        json.object("metrics", metrics -> {
            for (Measure measure : result.measures()) {
                Estimate estimate = result.value(measure);
                metrics.object(
                        measure.id(),
                        value -> value.text("unit", measure.unit())
                                .estimate(estimate)
                                .quantiles(estimate));
            }
        });
        if (result.arm().hasTwin()) {
            json.object("difference_to_twin", metrics -> writeDifferences(metrics, result));
        }
    }

    private void writeDifferences(Json json, ArmResult result) throws IOException {
        for (Headline headline : Headline.of(result)) {
            Estimate difference = result.difference(headline.measure());
            if (difference != null) {
                json.object(
                        headline.measure().id(),
                        value -> value.text("unit", headline.measure().unit()).estimate(difference));
            }
        }
    }

    /** How each further variant of the user differs from the first one, replication by replication. */
    private void writeOthers(Json json) throws IOException {
        List<ArmResult> asked = outcome.asked();
        for (ArmResult other : asked.subList(1, asked.size())) {
            json.element(variant -> {
                variant.text("variant", other.arm().name());
                variant.object("metrics", metrics -> writeOther(metrics, asked.get(0), other));
            });
        }
    }

    private void writeOther(Json json, ArmResult first, ArmResult other) throws IOException {
        for (Headline headline : Headline.of(first)) {
            if (other.value(headline.measure()) != null) {
                Estimate difference = outcome.difference(other.arm(), first.arm(), headline.measure());
                json.object(
                        headline.measure().id(),
                        value -> value.text("unit", headline.measure().unit()).estimate(difference));
            }
        }
    }

    private void writeMeasures(Json json) throws IOException {
        Map<String, String> meanings = new LinkedHashMap<>();
        outcome.results()
                .forEach(result ->
                        result.measures().forEach(measure -> meanings.putIfAbsent(measure.id(), measure.meaning())));
        for (Map.Entry<String, String> each : meanings.entrySet()) {
            json.text(each.getKey(), each.getValue());
        }
    }
}
