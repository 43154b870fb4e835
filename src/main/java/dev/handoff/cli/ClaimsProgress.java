package dev.handoff.cli;

import dev.handoff.claims.Result;
import dev.handoff.claims.Trial;
import dev.handoff.statistics.Looks;
import java.io.PrintStream;

/** Tells on standard error how far the claims are: a line that is renewed on a terminal, elsewhere a line for each claim. */
final class ClaimsProgress implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";

    private final int claims;
    private final boolean shown;
    private final boolean renews;
    private final PrintStream stream = System.err;
    private int number;
    private int place;

    ClaimsProgress(int claims, boolean shown) {
        this.claims = claims;
        this.shown = shown;
        renews = Output.isTerminal() && !Output.isDumb(System.getenv());
    }

    void begin(int claim) {
        number = claim;
        place++;
    }

    /** The same source, which tells how many replications are asked for. */
    Trial.Source watched(Trial.Source source) {
        return (part, context, replications) -> {
            if (shown && renews) {
                stream.print(CLEAR + where() + ": " + replications + " replications");
                stream.flush();
            }
            return source.outcomes(part, context, replications);
        };
    }

    void end(Result result, boolean known) {
        if (shown && !renews) {
            stream.println(where() + ": " + result.verdict(Looks.LEVEL).label() + (known ? ", known" : ""));
        }
    }

    private String where() {
        return "claim " + number + " (" + place + " of " + claims + ")";
    }

    @Override
    public void close() {
        if (shown && renews) {
            stream.print(CLEAR);
            stream.flush();
        }
    }
}
