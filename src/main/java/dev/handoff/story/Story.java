package dev.handoff.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that can be told of a replication.
 *
 * @param sentences in the order of their first events
 * @param rest events that are in no sentence, counted by kind
 */
public record Story(List<Sentence> sentences, Map<String, Integer> rest) {
    public Story {
        sentences = List.copyOf(sentences);
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }
}
