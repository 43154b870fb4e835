package dev.handoff.kernel;

import java.util.Locale;

/** Refusal of impossible values where they enter. */
public final class Check {

    private Check() {}

    /** @throws IllegalArgumentException with the formatted message if the condition does not hold */
    public static void that(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }
}
