package dev.handoff.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.handoff.study.Representative;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the page asks for.
 *
 * @param client which page asks; of each only the latest question is answered
 * @param replications how many
 * @param now the scenario that is shown
 * @param pinned the one that it is compared with; null for none
 * @param firm which firm a story is wanted of; null where none is
 */
record Asked(String client, int replications, Choice now, Choice pinned, Representative.Choice firm) {
    static final int MOST_REPLICATIONS = 10_000;

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int DEEPEST = 8;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    /**
     * A scenario with settings on top.
     *
     * @param file id of one that is at hand; of a text that was dropped its name
     * @param text of a file that was dropped; null for one that is at hand
     * @param variant its name; empty for the first one
     * @param settings YAML by path
     */
    record Choice(String file, String text, String variant, Map<String, String> settings) {}

    /** Collects fields while they are read. */
    private static final class Fields {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Choice choice() {
            return new Choice(
                    texts.getOrDefault("file", ""),
                    texts.get("text"),
                    texts.getOrDefault("variant", ""),
                    Map.copyOf(settings));
        }
    }

    /** @throws Refused with status 400 if it is not understood */
    static Asked parse(String text) throws Refused {
        try (JsonParser parser = JSON.createParser(text)) {
            require(parser.nextToken(), JsonToken.START_OBJECT);
            String client = "";
            int replications = 0;
            Choice now = null;
            Choice pinned = null;
            Representative.Choice firm = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "client" -> client = parser.getText();
                    case "replications" -> replications = parser.getIntValue();
                    case "now" -> now = choice(parser, value);
                    case "pinned" -> pinned = value == JsonToken.VALUE_NULL ? null : choice(parser, value);
                    case "firm" -> firm = firm(parser.getText());
                    default -> throw new Refused(400, "the request has a field that is not known: " + name);
                }
            }
            require(parser.currentToken(), JsonToken.END_OBJECT);
            return checked(new Asked(client, replications, now, pinned, firm));
        } catch (IOException garbled) {
            throw new Refused(400, "the request is not the JSON that this page sends");
        }
    }

    private static Asked checked(Asked asked) throws Refused {
        if (asked.now == null) {
            throw new Refused(400, "the request names no scenario");
        }
        if (asked.replications < 0 || asked.replications > MOST_REPLICATIONS) {
            throw new Refused(400, "replications (" + asked.replications + ") must be from 0 to " + MOST_REPLICATIONS);
        }
        return asked;
    }

    private static Representative.Choice firm(String name) throws Refused {
        return switch (name) {
            case "typical" -> Representative.Choice.TYPICAL;
            case "good" -> Representative.Choice.GOOD;
            case "bad" -> Representative.Choice.BAD;
            default -> throw new Refused(400, "firm (" + name + ") must be typical, good or bad");
        };
    }

    private static Choice choice(JsonParser parser, JsonToken begun) throws IOException, Refused {
        require(begun, JsonToken.START_OBJECT);
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("settings")) {
                settings(parser, value, fields);
            } else if (value != JsonToken.VALUE_NULL) {
                require(value, JsonToken.VALUE_STRING);
                fields.texts.put(name, parser.getText());
            }
        }
        return fields.choice();
    }

    private static void settings(JsonParser parser, JsonToken begun, Fields fields) throws IOException, Refused {
        require(begun, JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = parser.currentName();
            require(parser.nextToken(), JsonToken.VALUE_STRING);
            fields.settings.put(path, parser.getText());
        }
    }

    private static void require(JsonToken token, JsonToken wanted) throws Refused {
        if (token != wanted) {
            throw new Refused(400, "the request is not the JSON that this page sends");
        }
    }
}
