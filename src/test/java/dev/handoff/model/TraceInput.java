package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.handoff.kernel.Distribution;
import dev.handoff.model.Draws.Source;
import dev.handoff.scenario.Catalogue;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the independent implementation in {@code src/test/python} needs to run a scenario: its settings and every draw. */
final class TraceInput {
    private static final List<String> UNITS =
            List.of("-hours-per-week", "-dollars-per-year", "-per-week", "-weeks", "-hours");
    private static final int BURNOUTS = 3;
    private static final int OCCUPANTS = 20;

    /* What the other implementation does not know in the sections that it knows. */
    private static final Set<String> NEUTRAL_AT_ZERO = Set.of("approval-delay", "ceiling-spread", "shared-knowledge");

    private static final Set<String> WITHOUT_EFFECT_THEN = Set.of("shared-weight", "sharing-work");

    /** What the other implementation knows; everything else must be off. */
    private static final Set<String> KNOWN = Set.of(
            "executive",
            "promotion",
            "fatigue",
            "burnout",
            "requests",
            "handoff",
            "announcement",
            "choice",
            "habit",
            "belief",
            "expectation",
            "satisfaction",
            "abandonment",
            "reactance",
            "churn",
            "skill",
            "errors",
            "escalation",
            "confidence",
            "ownership",
            "morale",
            "turnover",
            "drops",
            "intervention",
            "appeal",
            "follow-up");

    private final Scenario scenario;
    private final World world;
    private final double horizon;
    private final JsonGenerator json;
    private final StringWriter text = new StringWriter();

    private TraceInput(Scenario scenario, long seed, int replication, double horizon) throws IOException {
        this.scenario = scenario;
        this.horizon = horizon;
        world = new World(scenario, seed, replication);
        json = new JsonFactory().createGenerator(text);
    }

    static String of(Scenario scenario, long seed, int replication, double horizon) throws IOException {
        TraceInput input = new TraceInput(scenario, seed, replication, horizon);
        input.write();
        return input.text + "\n";
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("horizon", horizon);
        json.writeNumberField("warmup", scenario.warmupWeeks());
        json.writeFieldName("settings");
        settings(scenario);
        json.writeArrayFieldStart("contacts");
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            contact(contact);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("delegates");
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            delegate(delegate);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("executives");
        for (int executive = 0; executive < world.executives.count(); executive++) {
            executive(executive);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Scenario.Change change : scenario.changes()) {
            json.writeStartObject();
            json.writeNumberField("at", change.atWeek());
            json.writeFieldName("settings");
            settings(change.settings());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void contact(int contact) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", world.contacts.name(contact));
        json.writeStringField("type", world.contacts.type(contact).name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("friend", world.contacts.isFriend(contact));
        json.writeNumberField("value", world.contacts.value(contact));
        json.writeNumberField("rate", world.contacts.rate(contact));
        json.writeNumberField("patience", world.contacts.patience(contact));
        json.writeNumberField("expected-response", world.expectation.overall(contact));
        json.writeNumberField("repetitions", People.repetitions(scenario, world.draws)[contact]);
        json.writeNumberField("churn-budget", world.draws.exponential(Source.CHURN_BUDGET, contact, 0));
        json.writeNumberField("churn-cause", world.draws.uniform(Source.CHURN_REASON, contact, 0));
        json.writeArrayFieldStart("requests");
        double arrival = -scenario.warmupWeeks();
        for (int number = 0; arrival <= horizon; number++) {
            double gap = world.draws.exponential(Source.REQUEST_GAP, contact, number) / world.contacts.rate(contact);
            arrival += gap;
            request(contact, number, gap);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void request(int contact, int number, double gap) throws IOException {
        json.writeStartObject();
        json.writeNumberField("gap", gap);
        json.writeNumberField("size", world.draws.requestSize(world.contacts.group(contact), contact, number));
        json.writeNumberField("difficulty", world.draws.difficulty(contact, number));
        json.writeNumberField("patience", world.draws.requestPatience(contact, number));
        for (Source uniform : List.of(
                Source.URGENT,
                Source.CHOICE,
                Source.INTERVENE,
                Source.SUCCESS,
                Source.CAUGHT,
                Source.UNFAVOURABLE,
                Source.APPEAL,
                Source.DROP,
                Source.CHASE,
                Source.VOICE,
                Source.UNNOTICED)) {
            json.writeNumberField(
                    uniform.name().toLowerCase(Locale.ROOT), world.draws.uniform(uniform, contact, number));
        }
        json.writeEndObject();
    }

    private void delegate(int delegate) throws IOException {
        int group = world.delegates.group(delegate);
        json.writeStartObject();
        json.writeNumberField("vacant-for", scenario.delegates().get(group).vacantForWeeks());
        json.writeArrayFieldStart("occupants");
        for (int occupant = 0; occupant < OCCUPANTS; occupant++) {
            json.writeStartObject();
            json.writeNumberField("net-hours", world.draws.netHours(group, delegate, occupant));
            json.writeNumberField("initial-skill", world.draws.initialSkill(group, delegate, occupant));
            json.writeNumberField("learning-rate", world.draws.learningRate(group, delegate, occupant));
            json.writeNumberField("quit-budget", world.draws.exponential(Source.QUIT_BUDGET, delegate, occupant));
            json.writeNumberField("vacancy", world.draws.vacancy(delegate, occupant));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void executive(int executive) throws IOException {
        json.writeStartObject();
        json.writeNumberField("base-hazard", People.baseHazard(scenario, world.draws)[executive]);
        json.writeArrayFieldStart("burnout-budgets");
        for (int burnout = 0; burnout <= BURNOUTS; burnout++) {
            json.writeNumber(world.draws.exponential(Source.BURNOUT_BUDGET, executive, burnout));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recoveries");
        for (int burnout = 0; burnout < BURNOUTS; burnout++) {
            json.writeNumber(world.draws.recovery(executive, burnout));
        }
        json.writeEndArray();
        double meanSize = scenario.executive().dutySizeHours().mean();
        double old = scenario.executive().dutyHoursPerWeek() / meanSize;
        double added = scenario.promotion().addedHoursPerWeek() / meanSize;
        duties("old-duties", executive, Source.DUTY_GAP, Source.DUTY_SIZE, old, -scenario.warmupWeeks());
        duties("added-duties", executive, Source.ADDED_DUTY_GAP, Source.ADDED_DUTY_SIZE, added, 0);
        json.writeEndObject();
    }

    private void duties(String name, int executive, Source gap, Source size, double rate, double from)
            throws IOException {
        json.writeArrayFieldStart(name);
        double arrival = rate > 0 ? from : Double.POSITIVE_INFINITY;
        for (int number = 0; arrival <= horizon; number++) {
            double weeks = world.draws.exponential(gap, executive, number) / rate;
            arrival += weeks;
            json.writeStartObject();
            json.writeNumberField("gap", weeks);
            json.writeNumberField("size", world.draws.dutySize(size, executive, number));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void settings(Scenario settings) throws IOException {
        json.writeStartObject();
        for (RecordComponent component : Scenario.class.getRecordComponents()) {
            String section = kebab(component.getName());
            if (KNOWN.contains(section)) {
                record(section, section, value(component, settings));
            } else if (component.getType().isRecord()
                    && !Set.of("money", "hiring", "barter", "outsourcing").contains(section)) {
                assertThat(value(component, settings).toString())
                        .as("section %s, which the other implementation does not know", section)
                        .contains("active=false");
            }
        }
        json.writeNumberField(
                "difficulty-mean", settings.requests().difficulty().mean());
        json.writeNumberField(
                "duty-size-mean", settings.executive().dutySizeHours().mean());
        json.writeNumberField(
                "request-size-mean",
                settings.contacts().get(0).requestSizeHours().mean());
        json.writeEndObject();
    }

    private void record(String name, String path, Object record) throws IOException {
        json.writeObjectFieldStart(name);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            String key = key(path, component.getName());
            if (NEUTRAL_AT_ZERO.contains(key)) {
                assertThat(value).as(path + "." + key).isEqualTo(0.0);
                continue;
            }
            if (WITHOUT_EFFECT_THEN.contains(key)) {
                continue;
            }
            if (value.getClass().isRecord() && !(value instanceof Distribution)) {
                record(kebab(component.getName()), path + "." + kebab(component.getName()), value);
            } else if (value instanceof Distribution law) {
                json.writeNumberField(key, law.mean());
            } else if (value instanceof Boolean flag) {
                json.writeBooleanField(key, flag);
            } else if (value instanceof Number number) {
                json.writeNumberField(key, number.doubleValue());
            } else {
                json.writeStringField(
                        key, value.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        json.writeEndObject();
    }

    /* As in the defaults: some components carry a unit that the key lacks. */
    private static String key(String path, String component) {
        String whole = kebab(component);
        if (Catalogue.standard().parameter(path + "." + whole).isPresent()) {
            return whole;
        }
        for (String unit : UNITS) {
            String stem = whole.endsWith(unit) ? whole.substring(0, whole.length() - unit.length()) : whole;
            for (String key : List.of(stem, stem + "-hours")) {
                if (Catalogue.standard().parameter(path + "." + key).isPresent()) {
                    return key;
                }
            }
        }
        return whole;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }
}
