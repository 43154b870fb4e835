package dev.handoff.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a JSON file: an object, a list, or a text as it is written, also of numbers and flags; null and what is missing are nothing. */
final class Node {
    private static final Node NOTHING = new Node(null, Map.of(), List.of());

    private final String text;
    private final Map<String, Node> fields;
    private final List<Node> items;

    private Node(String text, Map<String, Node> fields, List<Node> items) {
        this.text = text;
        this.fields = fields;
        this.items = items;
    }

    /** @throws IOException if the file is not there or is no JSON */
    static Node read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            return parser.nextToken() == null ? NOTHING : value(parser);
        } catch (JsonProcessingException damaged) {
            throw new IOException(file.getFileName() + " is no JSON: " + damaged.getOriginalMessage(), damaged);
        }
    }

    private static Node value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                Map<String, Node> fields = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    fields.put(key, value(parser));
                }
                return new Node(null, fields, List.of());
            case START_ARRAY:
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                return new Node(null, Map.of(), items);
            case VALUE_NULL:
                return NOTHING;
            default:
                return new Node(parser.getText(), Map.of(), List.of());
        }
    }

    Node at(String key) {
        return fields.getOrDefault(key, NOTHING);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Empty if there is none. */
    String text(String key) {
        return at(key).text();
    }

    String text() {
        return text == null ? "" : text;
    }

    /** NaN if there is none. */
    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    boolean flag(String key) {
        return text(key).equals("true");
    }

    List<Node> list(String key) {
        return at(key).items;
    }

    List<Node> items() {
        return items;
    }

    Map<String, Node> fields() {
        return fields;
    }
}
