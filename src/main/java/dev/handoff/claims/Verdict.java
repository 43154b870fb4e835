package dev.handoff.claims;

import java.util.Locale;

/** What came of a claim. */
public enum Verdict {
    SUPPORTED,
    REFUTED,
    /** Supported under some of its contexts and refuted under others. */
    DEPENDS,
    UNDECIDED,
    /** A calculation that comes out as claimed; nothing was simulated. */
    ARITHMETIC,
    OUT_OF_SCOPE;

    /** As people read it: {@code out of scope}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
