package dev.handoff.report;

import java.io.Serial;

/** Refusal to write in a place, or the failure to do so; the message is one line for the user. */
public final class PlaceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public PlaceException(String message) {
        super(message);
    }

    public PlaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
