package dev.handoff.scenario;

import static dev.handoff.scenario.JsonText.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The JSON Schema (draft 2020-12) of scenario files, made from the catalogue. */
public final class ScenarioSchema {

    private static final String FALSE_KEY = "additionalProperties";

    private final Catalogue catalogue = Catalogue.standard();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private ScenarioSchema() {}

    /** With an end of line. */
    public static String json() {
        return JsonText.of(new ScenarioSchema().file());
    }

    private Map<String, Object> file() {
        Map<String, Object> properties = map("format", map("const", 1));
        properties.put("name", text("Title for people."));
        properties.put("question", text("What the file asks; otherwise its first comment."));
        properties.put("extends", text("A scenario file, relative to this one, below whose settings these are put."));
        properties.put("start", map("type", "string", "format", "date", "description", "Date of the promotion."));
        properties.putAll(section("", ""));
        properties.put("changes", changes());
        properties.put(
                "variants",
                map(
                        "type",
                        "object",
                        "minProperties",
                        1,
                        FALSE_KEY,
                        map("anyOf", List.of(reference("settings"), map("type", "null")))));
        Map<String, Object> expectation = text("An estimate, <= or >=, a value, and perhaps: with 95 % confidence.");
        expectation.put("pattern", "[<>]=");
        properties.put("expect", map("type", "array", "minItems", 1, "items", expectation));
        properties.put("optimise", optimise(expectation));
        definitions.put("settings", settings());
        Map<String, Object> file = map("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("title", "Scenario of handoff");
        file.put("type", "object");
        file.put("required", List.of("format"));
        file.put("properties", properties);
        file.put(FALSE_KEY, false);
        file.put("$defs", definitions);
        return file;
    }

    private static Map<String, Object> optimise(Map<String, Object> expectation) {
        Map<String, Object> objective = text("A metric, perhaps with minimise or maximise before it.");
        Map<String, Object> decisions = map("type", "object", "minProperties", 1);
        decisions.put("description", "Settings by their paths: low..high with a unit, or a list of values.");
        Map<String, Object> properties = map("decisions", decisions);
        properties.put("objectives", map("type", "array", "minItems", 1, "items", objective));
        properties.put("constraints", map("type", "array", "minItems", 1, "items", expectation));
        Map<String, Object> optimise = map("type", "object", "required", List.of("decisions", "objectives"));
        optimise.put("properties", properties);
        optimise.put(FALSE_KEY, false);
        return optimise;
    }

    /** Schemas of the keys directly in a section, which ends in a dot or is empty. */
    private Map<String, Object> section(String section, String groupFile) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (!groupFile.isEmpty()) {
            properties.put("file", text(groupFile));
        }
        for (Parameter parameter : catalogue.parameters()) {
            if (isDirectlyIn(section, parameter.path())) {
                properties.put(parameter.key(), reference(parameter.path()));
                definitions.put(parameter.path(), parameter(parameter));
            }
        }
        for (String inner : catalogue.sections().keySet()) {
            if (isDirectlyIn(section, inner)) {
                properties.put(inner.substring(section.length()), reference(inner));
                definitions.put(inner, Catalogue.GROUPS.contains(inner) ? groups(inner) : object(inner, ""));
            }
        }
        return properties;
    }

    private static boolean isDirectlyIn(String section, String path) {
        return path.startsWith(section) && path.indexOf('.', section.length()) < 0;
    }

    private Map<String, Object> object(String section, String groupFile) {
        Map<String, Object> object = map("type", List.of("object", "null"));
        object.put("description", catalogue.sections().get(section));
        object.put("properties", section(section + ".", groupFile));
        object.put(FALSE_KEY, false);
        return object;
    }

    private Map<String, Object> groups(String section) {
        String file = section.equals("contacts")
                ? "A CSV file with the columns name, type, rate, value, friend, relative to this one."
                : "";
        definitions.put(section + "-group", object(section, file));
        Map<String, Object> list = map("type", "array", "minItems", 1, "items", reference(section + "-group"));
        return map("oneOf", List.of(reference(section + "-group"), list));
    }

    private Map<String, Object> changes() {
        Map<String, Object> at = map("description", "When, in weeks or another unit of time.");
        at.putAll(quantity(Unit.WEEKS));
        Map<String, Object> change = map("type", "object", "required", List.of("at", "set"));
        change.put("properties", map("at", at, "set", reference("settings")));
        change.put(FALSE_KEY, false);
        return map("type", "array", "items", change);
    }

    /** What a variant or a change may hold: sections, and settings by their paths. */
    private Map<String, Object> settings() {
        Map<String, Object> properties = map("changes", map("$ref", "#/properties/changes"));
        Map<String, Object> numbered = new LinkedHashMap<>();
        catalogue.sections().keySet().forEach(section -> properties.put(section, reference(section)));
        for (Parameter parameter : catalogue.parameters()) {
            properties.put(parameter.path(), reference(parameter.path()));
            if (Catalogue.GROUPS.contains(parameter.section())) {
                String form = "^" + parameter.section() + "\\[[0-9]+\\]\\." + parameter.key() + "$";
                numbered.put(form, reference(parameter.path()));
            }
        }
        properties.put(LayerReader.CONTACTS_FILE, text("A CSV file."));
        Map<String, Object> settings = map("type", "object", "properties", properties);
        settings.put("patternProperties", numbered);
        settings.put(FALSE_KEY, false);
        return settings;
    }

    private Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> schema = map("description", description(parameter));
        switch (parameter.unit()) {
            case FLAG -> schema.put("type", "boolean");
            case CHOICE -> schema.put("enum", parameter.choices());
            case TEXT -> schema.put("type", "string");
            case COUNT -> schema.putAll(bounded("integer", parameter));
            default -> schema.put("oneOf", alternatives(parameter));
        }
        return schema;
    }

    private static String description(Parameter parameter) {
        String text = parameter.defaultText().isEmpty() ? "" : " Default: " + parameter.defaultText() + ".";
        return parameter.meaning() + text;
    }

    private List<Object> alternatives(Parameter parameter) {
        List<Object> alternatives = new ArrayList<>();
        alternatives.add(bounded("number", parameter));
        alternatives.add(reference(textName(parameter.unit())));
        definitions.put(textName(parameter.unit()), quantityText(parameter.unit()));
        if (parameter.isDistribution()) {
            String laws = "law-" + unitName(parameter.unit());
            alternatives.add(reference(laws));
            definitions.computeIfAbsent(laws, name -> laws(parameter.unit()));
        }
        return alternatives;
    }

    private static String textName(Unit unit) {
        return "text-" + unitName(unit);
    }

    private static String unitName(Unit unit) {
        return unit.documented().replace(' ', '-');
    }

    private static Map<String, Object> bounded(String type, Parameter parameter) {
        Range range = parameter.allowed().orElseThrow();
        Map<String, Object> schema = map("type", type);
        schema.put(range.lowestExcluded() ? "exclusiveMinimum" : "minimum", range.lowest());
        range.highest().ifPresent(highest -> schema.put("maximum", highest));
        return schema;
    }

    private static Map<String, Object> quantity(Unit unit) {
        return map("oneOf", List.of(map("type", "number"), quantityText(unit)));
    }

    private static Map<String, Object> quantityText(Unit unit) {
        List<String> symbols = unit.symbols().keySet().stream()
                .map(symbol -> Arrays.stream(symbol.split("/", -1))
                        .map(part -> part.isEmpty() ? "" : part.replaceAll("([$%])", "\\\\$1"))
                        .reduce((left, right) -> left + "\\s*/\\s*" + right)
                        .orElseThrow())
                .toList();
        String multiple = unit.isMoney() ? "[kM]?\\s*" : "";
        String text = "^" + Quantity.NUMBER + "\\s*" + multiple + "(?:" + String.join("|", symbols) + ")?$";
        return map("type", "string", "pattern", Pattern.compile(text).pattern());
    }

    private static Map<String, Object> laws(Unit unit) {
        List<Object> laws = new ArrayList<>();
        LawReader.LAWS.forEach((law, forms) -> forms.forEach(form -> {
            Map<String, Object> body = form.equals("value") ? quantity(unit) : body(form, unit);
            laws.add(map("type", "object", "properties", map(law, body), "required", List.of(law), FALSE_KEY, false));
        }));
        return map("oneOf", laws);
    }

    private static Map<String, Object> body(String form, Unit unit) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (String key : form.split(", ")) {
            String name = key.replace("?", "");
            properties.put(name, LawReader.QUANTITIES.contains(name) ? quantity(unit) : map("type", "number"));
            if (!key.endsWith("?")) {
                required.add(name);
            }
        }
        return map("type", "object", "properties", properties, "required", required, FALSE_KEY, false);
    }

    private static Map<String, Object> text(String description) {
        return map("type", "string", "description", description);
    }

    private static Map<String, Object> reference(String definition) {
        return map("$ref", "#/$defs/" + definition);
    }
}
