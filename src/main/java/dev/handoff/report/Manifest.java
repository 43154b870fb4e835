package dev.handoff.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of a manifest.json by which a folder is known as ours: every other file in it with its SHA-256.
 *
 * @param sha256 by file name, in hexadecimal digits
 */
record Manifest(Map<String, String> sha256) {
    static final String NAME = "manifest.json";
    static final String PROGRAM = "handoff";

    /** Null if the folder has no manifest of ours. */
    static Manifest in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            return read(parser);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notOurs) {
            return null;
        }
    }

    private static Manifest read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        boolean ours = false;
        Map<String, String> files = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("program")) {
                ours = PROGRAM.equals(parser.getText());
            } else if (key.equals("files") && value == JsonToken.START_OBJECT) {
                files = files(parser);
            } else {
                parser.skipChildren();
            }
        }
        return ours && files != null ? new Manifest(files) : null;
    }

    private static Map<String, String> files(JsonParser parser) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            files.put(name, parser.getText());
        }
        return files;
    }
}
