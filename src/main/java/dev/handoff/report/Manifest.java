package dev.handoff.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a manifest.json says: by its files a folder is known as ours, and by the rest it can be continued and run again.
 *
 * @param sha256 of every other file in the folder, by name, in hexadecimal digits
 * @param arguments the command line, from the name of the command on; empty if it is not told
 * @param inputs SHA-256 of the files that were read, by path as it was named
 * @param replications that count; 0 if it is not told
 * @param partial whether the command was stopped before its end
 * @param repeat the command that makes the folder again; empty if it is not told
 */
public record Manifest(
        Map<String, String> sha256,
        List<String> arguments,
        Map<String, String> inputs,
        Circumstances circumstances,
        int replications,
        boolean partial,
        String repeat) {
    /** Name of the file. */
    public static final String NAME = "manifest.json";

    static final String PROGRAM = "handoff";
    static final String REPLICATIONS = "replications";
    static final String ARGUMENTS = "arguments";
    static final String REPEAT = "repeat";
    static final String CIRCUMSTANCES = "circumstances";
    static final String INPUTS = "inputs";
    static final String FILES = "files";

    /** What is read, as far as it is read. */
    private static final class Content {
        private boolean ours;
        private boolean partial;
        private int replications;
        private String repeat = "";
        private Map<String, String> files;
        private Map<String, String> inputs = Map.of();
        private Map<String, String> circumstances = Map.of();
        private List<String> arguments = List.of();

        private void field(String key, JsonParser parser) throws IOException {
            boolean object = parser.currentToken() == JsonToken.START_OBJECT;
            if (key.equals("program")) {
                ours = PROGRAM.equals(parser.getText());
            } else if (key.equals(ManifestFile.PARTIAL)) {
                partial = parser.currentToken() == JsonToken.VALUE_TRUE;
            } else if (key.equals(REPEAT)) {
                repeat = parser.getText();
            } else if (key.equals(REPLICATIONS) && parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                replications = parser.getIntValue();
            } else if (key.equals(FILES) && object) {
                files = texts(parser);
            } else if (key.equals(INPUTS) && object) {
                inputs = texts(parser);
            } else if (key.equals(CIRCUMSTANCES) && object) {
                circumstances = texts(parser);
            } else if (key.equals(ARGUMENTS) && parser.currentToken() == JsonToken.START_ARRAY) {
                arguments = list(parser);
            } else {
                parser.skipChildren();
            }
        }

        private Manifest manifest() {
            return ours && files != null
                    ? new Manifest(
                            files, arguments, inputs, new Circumstances(circumstances), replications, partial, repeat)
                    : null;
        }
    }

    /** Null if the folder has no manifest of ours. */
    public static Manifest in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            return read(parser);
        } catch (JsonProcessingException notOurs) {
            return null;
        }
    }

    private static Manifest read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Content content = new Content();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            content.field(key, parser);
        }
        return content.manifest();
    }

    private static Map<String, String> texts(JsonParser parser) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            texts.put(name, parser.getText());
        }
        return texts;
    }

    private static List<String> list(JsonParser parser) throws IOException {
        List<String> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(parser.getText());
        }
        return list;
    }
}
