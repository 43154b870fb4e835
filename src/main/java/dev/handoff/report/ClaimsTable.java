package dev.handoff.report;

import dev.handoff.claims.Headline;
import dev.handoff.claims.Judgement;
import java.nio.file.Path;
import java.util.List;

/** Verdicts as a CSV file, a row each. */
public final class ClaimsTable {

    private ClaimsTable() {}

    public static void write(Path file, List<Judgement> judgements) {
        WholeFile.write(file, unfinished -> {
            try (Table table = new Table(
                    unfinished,
                    "claim",
                    "source",
                    "verdict",
                    "effect",
                    "ci_low",
                    "ci_high",
                    "unit",
                    "replications",
                    "note")) {
                judgements.forEach(judgement -> row(table, judgement));
            }
        });
    }

    private static void row(Table table, Judgement judgement) {
        Headline headline = judgement.headline();
        boolean simulated = headline != null;
        table.row(
                Integer.toString(judgement.claim().number()),
                judgement.claim().source(),
                judgement.inBook().label(),
                simulated ? Numbers.text(headline.finding().mean()) : "",
                simulated ? Numbers.text(headline.finding().low()) : "",
                simulated ? Numbers.text(headline.finding().high()) : "",
                simulated ? ClaimWords.part(judgement, headline).measured().unit() : "",
                simulated ? Integer.toString(judgement.result().replications()) : "",
                ClaimWords.note(judgement));
    }
}
