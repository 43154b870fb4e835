package dev.handoff.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Curve;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Range;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.serve.ScenariosAtHand.Chosen;
import dev.handoff.study.Representative;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Answers the questions of the page, in JSON. */
final class WhatIf {
    /** What is moved first: policies, and the assumptions that move the curves most; docs/effects.md has the figures. */
    private static final List<String> FIRST = List.of(
            "handoff.mode",
            "handoff.pace",
            "handoff.delegated-share",
            "intervention.propensity",
            "follow-up.check-ins",
            "delegates.count",
            "delegates.net-hours",
            "promotion.added-hours",
            "contacts.count",
            "executive.maximum-hours");

    private static final List<Metric> CURVES =
            List.of(Metric.CAPACITY_FREED, Metric.BURNOUT_RISK, Metric.CUSTOMER_CHURN);
    private static final List<Metric> HEADLINES =
            List.of(Metric.CAPACITY_FREED, Metric.BURNOUT_RISK, Metric.CUSTOMER_CHURN, Metric.EXECUTIVE_HOURS);
    private static final int P10 = 0;
    private static final int P90 = 4;
    private static final JsonFactory JSON = new JsonFactory();

    private final ScenariosAtHand scenarios;
    private final Simulator simulator;
    private final Path folder;

    private interface Content {
        void to(JsonGenerator json) throws IOException;
    }

    /** @param folder for what is written only to be read again */
    WhatIf(ScenariosAtHand scenarios, Simulator simulator, Path folder) {
        this.scenarios = scenarios;
        this.simulator = simulator;
        this.folder = folder;
    }

    /** What there is to choose from and to move. */
    String start() throws IOException {
        return text(json -> {
            json.writeNumberField("seed", simulator.seed());
            json.writeStringField("begin", scenarios.begin());
            json.writeArrayFieldStart("scenarios");
            for (Map.Entry<String, Path> each : scenarios.files().entrySet()) {
                scenario(json, each.getKey(), each.getValue());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("first");
            for (String path : FIRST) {
                json.writeString(path);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("parameters");
            for (Parameter parameter : Catalogue.standard().parameters()) {
                parameter(json, parameter);
            }
            json.writeEndArray();
        });
    }

    private static void scenario(JsonGenerator json, String id, Path file) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        try {
            var read = ScenarioReader.read(file);
            json.writeStringField("name", read.name());
            json.writeStringField("question", read.question());
            json.writeArrayFieldStart("variants");
            for (Variant variant : read.variants()) {
                json.writeString(variant.name());
            }
            json.writeEndArray();
        } catch (ScenarioException mistakes) {
            json.writeStringField("name", id);
            json.writeStringField("question", "has mistakes: " + String.join("; ", mistakes.messages()));
            json.writeArrayFieldStart("variants");
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", parameter.path());
        json.writeStringField("meaning", parameter.meaning());
        json.writeStringField("unit", parameter.unit().canonical());
        json.writeStringField("documented", parameter.unit().documented());
        json.writeStringField("allowed", parameter.allowedPhrase());
        json.writeStringField("source", parameter.source());
        json.writeBooleanField("count", parameter.type() == int.class);
        json.writeBooleanField("flag", parameter.type() == boolean.class);
        if (parameter.plausible().isPresent()
                && parameter.plausible().get().highest().isPresent()) {
            Range range = parameter.plausible().get();
            json.writeNumberField("low", range.lowest());
            json.writeNumberField("high", range.highest().get());
        }
        json.writeArrayFieldStart("choices");
        for (String choice : parameter.choices()) {
            json.writeString(choice);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What the settings of the scenario are, with those on top that the page asks for. */
    String settings(Asked asked) throws IOException, Refused {
        Chosen chosen = scenarios.chosen(asked.now());
        Map<String, String> values = ScenariosAtHand.values(chosen, asked.now().settings());
        return text(json -> {
            json.writeStringField("name", chosen.variant().name());
            json.writeStringField("question", chosen.file().question());
            json.writeArrayFieldStart("variants");
            for (Variant variant : chosen.file().variants()) {
                json.writeString(variant.name());
            }
            json.writeEndArray();
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, String> each : values.entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
        });
    }

    /** The curves of the scenario, and of the pinned one. */
    String curves(Asked asked) throws IOException, Refused {
        Scenario now = scenarios.chosen(asked.now()).variant().scenario();
        Optional<Scenario> pinned = asked.pinned() == null
                ? Optional.empty()
                : Optional.of(scenarios.chosen(asked.pinned()).variant().scenario());
        return simulator.simulate(asked.client(), now, pinned, asked.replications(), WhatIf::answer);
    }

    /** What happened in one of the firms behind the curves. */
    String story(Asked asked) throws IOException, Refused {
        if (asked.firm() == null) {
            throw new Refused(400, "the request names no firm");
        }
        if (asked.replications() < FirmStory.FEWEST) {
            throw new Refused(
                    400, "replications (" + asked.replications() + ") must be " + FirmStory.FEWEST + " or more");
        }
        Chosen chosen = scenarios.chosen(asked.now());
        Representative firm = simulator.simulate(
                asked.client(),
                chosen.variant().scenario(),
                asked.replications(),
                outcome -> FirmStory.representative(outcome, asked.firm()));
        return FirmStory.told(chosen, firm, simulator.seed(), folder);
    }

    private static String answer(Outcome now, Optional<Outcome> twin, Optional<Outcome> pinned)
            throws IOException, Refused {
        if (now.completed() == 0) {
            throw new Refused(
                    500, "no replication was finished: " + now.failures().get(0));
        }
        return text(json -> {
            json.writeNumberField("replications", now.completed());
            json.writeObjectFieldStart("now");
            arm(json, now.asked().get(0));
            json.writeEndObject();
            if (twin.isPresent()) {
                json.writeObjectFieldStart("twin");
                arm(json, twin.get().asked().get(0));
                json.writeEndObject();
            }
            if (pinned.isPresent()) {
                json.writeObjectFieldStart("pinned");
                arm(json, pinned.get().asked().get(0));
                json.writeEndObject();
                differences(json, now, pinned.get());
            }
        });
    }

    private static void arm(JsonGenerator json, ArmResult result) throws IOException {
        json.writeObjectFieldStart("curves");
        for (Metric metric : CURVES) {
            Curve curve = result.curve(metric);
            json.writeObjectFieldStart(metric.id());
            column(json, "mean", curve.weeks(), curve::mean);
            column(json, "low", curve.weeks(), curve::low);
            column(json, "high", curve.weeks(), curve::high);
            column(json, "p10", curve.weeks(), week -> curve.quantile(P10, week));
            column(json, "p90", curve.weeks(), week -> curve.quantile(P90, week));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("headlines");
        for (Metric metric : HEADLINES) {
            Estimate value = result.value(Measure.of(metric));
            json.writeStartObject();
            json.writeStringField("id", metric.id());
            json.writeStringField("meaning", metric.meaning());
            json.writeStringField("unit", metric.unit());
            json.writeBooleanField("share", Metric.isShare(metric.unit()));
            if (value != null) {
                estimate(json, value);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void column(JsonGenerator json, String key, int weeks, IntToDoubleFunction values)
            throws IOException {
        json.writeArrayFieldStart(key);
        for (int week = 0; week < weeks; week++) {
            number(json, values.applyAsDouble(week));
        }
        json.writeEndArray();
    }

    private static void estimate(JsonGenerator json, Estimate estimate) throws IOException {
        json.writeFieldName("mean");
        number(json, estimate.mean());
        json.writeFieldName("low");
        number(json, estimate.low());
        json.writeFieldName("high");
        number(json, estimate.high());
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Math.round(value * 1e6) / 1e6);
        }
    }

    /** What is shown less what is pinned, in the same random worlds. */
    private static void differences(JsonGenerator json, Outcome now, Outcome pinned) throws IOException {
        json.writeArrayFieldStart("differences");
        for (Metric metric : HEADLINES) {
            Estimate difference = now.differenceFrom(pinned, Measure.of(metric));
            json.writeStartObject();
            json.writeStringField("id", metric.id());
            estimate(json, difference);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String text(String message, Map<String, String> fields, List<String> messages) throws IOException {
        return text(json -> {
            json.writeStringField("message", message);
            json.writeArrayFieldStart("messages");
            for (String each : messages) {
                json.writeString(each);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("fields");
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        });
    }

    private static String text(Content content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.to(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
