package dev.handoff.claims;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Claims in the order of their numbers. */
public record Book(List<Claim> claims) {
    private static final List<String> SHIPPED = List.of("S0", "S1", "S2", "S3", "S4");

    public Book {
        claims = List.copyOf(claims);
    }

    /** The book that comes with the program. */
    public static Book shipped() {
        List<Claim> claims = new ArrayList<>();
        for (String source : SHIPPED) {
            claims.addAll(ClaimsReader.shipped(source).claims());
        }
        return new Book(claims);
    }

    /** @throws dev.handoff.scenario.ScenarioException with every mistake in the file */
    public static Book read(Path file) {
        return ClaimsReader.read(file);
    }

    public Optional<Claim> claim(int number) {
        return claims.stream().filter(claim -> claim.number() == number).findFirst();
    }

    /** How many of its claims are decided by simulation: what a verdict within the book is corrected for. */
    public int tests() {
        return (int) claims.stream().filter(Claim::isSimulated).count();
    }
}
