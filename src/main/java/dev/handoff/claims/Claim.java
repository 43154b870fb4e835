package dev.handoff.claims;

import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of the book: what is said, and the experiment that decides it.
 *
 * @param number of the claim in its book, from 1
 * @param source name of the text that says it
 * @param says in words
 * @param note why it is out of scope, or a remark; empty for none
 * @param parts all of which must hold; empty if nothing is simulated
 * @param calculations all of which must hold
 * @param turning where its first effect changes its sign; null if that is not asked
 */
public record Claim(
        int number,
        String source,
        String says,
        Kind kind,
        String note,
        List<Part> parts,
        List<Calculation> calculations,
        Turning turning) {

    /** How a claim is decided. */
    public enum Kind {
        SIMULATED,
        ARITHMETIC,
        OUT_OF_SCOPE
    }

    public Claim {
        parts = List.copyOf(parts);
        calculations = List.copyOf(calculations);
    }

    /** A claim of which it is not asked where it turns. */
    Claim(
            int number,
            String source,
            String says,
            Kind kind,
            String note,
            List<Part> parts,
            List<Calculation> calculations) {
        this(number, source, says, kind, note, parts, calculations, null);
    }

    /** All parts that are simulated, those of the turning point behind the claim's own. */
    List<Part> simulatedParts() {
        return turning == null
                ? parts
                : Stream.concat(parts.stream(), turning.parts().stream()).toList();
    }

    public boolean isSimulated() {
        return kind == Kind.SIMULATED;
    }

    /** Names of the contexts, the same for all parts; one without a name if there are none. */
    public List<String> contexts() {
        return parts.isEmpty() ? List.of("") : parts.get(0).design().contexts();
    }
}
