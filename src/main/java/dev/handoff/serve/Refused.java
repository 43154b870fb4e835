package dev.handoff.serve;

import java.util.List;
import java.util.Map;

/** A request that is not answered, with the reason for whoever asked. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> messages;
    private final transient Map<String, String> fields;

    /** @param status of HTTP; 200 where the question was in order and the user's scenario is not */
    Refused(int status, String message) {
        this(status, List.of(message), Map.of());
    }

    /** @param fields what is wrong with a setting, by its path */
    Refused(int status, List<String> messages, Map<String, String> fields) {
        super(String.join("; ", messages), null, false, false);
        this.status = status;
        this.messages = List.copyOf(messages);
        this.fields = Map.copyOf(fields);
    }

    int status() {
        return status;
    }

    List<String> messages() {
        return messages;
    }

    Map<String, String> fields() {
        return fields;
    }
}
