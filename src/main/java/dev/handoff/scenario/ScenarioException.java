package dev.handoff.scenario;

import java.util.List;

/** Mistakes of the user in scenario files or overrides; each message is one line with its place. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ScenarioException(List<String> messages) {
        super(String.join("\n", messages));
    }

    public List<String> messages() {
        return getMessage().lines().toList();
    }
}
