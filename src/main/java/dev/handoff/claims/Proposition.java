package dev.handoff.claims;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a shape says in contrasts: in at least one of the alternatives everything holds, and no veto is turned round.
 *
 * @param alternatives lists of contrasts that must hold together
 * @param vetoes contrasts that need not be shown, but whose opposite must not be shown
 */
public record Proposition(List<List<Contrast>> alternatives, List<Contrast> vetoes) {

    static Proposition of(Contrast... together) {
        return new Proposition(List.of(List.of(together)), List.of());
    }

    /** The alternatives one after the other, then the vetoes. */
    public List<Contrast> contrasts() {
        return Stream.concat(alternatives.stream().flatMap(List::stream), vetoes.stream())
                .toList();
    }
}
