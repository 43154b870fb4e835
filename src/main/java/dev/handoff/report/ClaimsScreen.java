package dev.handoff.report;

import dev.handoff.claims.Cell;
import dev.handoff.claims.Claim;
import dev.handoff.claims.Contrast;
import dev.handoff.claims.Headline;
import dev.handoff.claims.Judgement;
import dev.handoff.claims.Part;
import dev.handoff.claims.Result;
import dev.handoff.claims.Turn;
import dev.handoff.claims.Turning;
import dev.handoff.claims.Verdict;
import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claims and verdicts as text for a terminal. */
public final class ClaimsScreen {
    private static final String ROW = "%5s  %-6s  %-12s  %-40s  %6s  %s";
    private static final int EFFECT_COLUMN = 29;
    private static final int INDENTED = 9;

    private ClaimsScreen() {}

    /** One line for each claim: what it says, without a run. */
    public static String list(List<Claim> claims, int columns) {
        StringBuilder text = new StringBuilder();
        for (Claim claim : claims) {
            String kind = claim.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            text.append(shortened(
                    String.format(
                            Locale.ROOT, "%4d  %-6s  %-12s  %s", claim.number(), claim.source(), kind, claim.says()),
                    columns));
        }
        return text.toString();
    }

    private static String shortened(String line, int columns) {
        return (line.length() <= columns ? line : line.substring(0, columns - 3) + "...") + "\n";
    }

    /** A row for each claim, and how many have which verdict. */
    public static String table(List<Judgement> judgements, int tests, int columns) {
        StringBuilder text = new StringBuilder(shortened(
                String.format(
                        Locale.ROOT,
                        ROW,
                        "claim",
                        "source",
                        "verdict",
                        "effect (95 % interval)",
                        "n",
                        "what is claimed"),
                columns));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            counts.merge(judgement.inBook().label(), 1, Integer::sum);
            text.append(row(judgement, columns));
            text.append(turn(judgement));
        }
        text.append('\n');
        counts.forEach((verdict, count) -> text.append(String.format(Locale.ROOT, "%4d %s\n", count, verdict)));
        return text.append(String.format(
                        Locale.ROOT,
                        "Verdicts at a level of %s among the %d claims of the book that chance decides (Holm 1979).\n",
                        Looks.LEVEL,
                        tests))
                .toString();
    }

    private static String row(Judgement judgement, int columns) {
        Claim claim = judgement.claim();
        boolean simulated = claim.isSimulated();
        return shortened(
                String.format(
                        Locale.ROOT,
                        ROW,
                        claim.number(),
                        claim.source(),
                        judgement.inBook().label(),
                        ClaimWords.effect(judgement),
                        simulated ? Words.count(judgement.result().replications()) : "",
                        claim.says()),
                columns);
    }

    /** Where the claim's first effect turns, in a line of its own; empty if that was not asked. */
    private static String turn(Judgement judgement) {
        Turning turning = judgement.claim().turning();
        Turn turn = judgement.result().turn();
        return turn == null
                ? ""
                : " ".repeat(EFFECT_COLUMN) + turning.effect() + ": " + ClaimWords.turn(turning, turn) + "\n";
    }

    /** Everything about one claim. */
    public static String detail(Judgement judgement, int tests) {
        Claim claim = judgement.claim();
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "Claim %d (%s): %s\n", claim.number(), claim.source(), claim.says()));
        if (claim.isSimulated()) {
            verdicts(text, judgement, tests);
            for (int part = 0; part < claim.parts().size(); part++) {
                part(text, judgement.result(), part);
            }
        } else {
            text.append(judgement.alone().label()).append('\n');
        }
        return text.append('\n').append(ClaimWords.note(judgement)).append('\n').toString();
    }

    private static void verdicts(StringBuilder text, Judgement judgement, int tests) {
        Result result = judgement.result();
        text.append(String.format(
                Locale.ROOT,
                "alone:       %s%s after %s replications of each arm%s\n",
                judgement.alone().label(),
                judgement.alone() == Verdict.UNDECIDED
                        ? ""
                        : " (" + ClaimWords.probability(result.probability(judgement.alone())) + ")",
                Words.count(result.decision().replications()),
                result.wentOn() ? "; the rest after " + Words.count(result.replications()) : ""));
        text.append(String.format(
                Locale.ROOT,
                "in the book: %s (%s among %d claims)\n",
                judgement.inBook().label(),
                ClaimWords.probability(judgement.adjusted()),
                tests));
    }

    private static void part(StringBuilder text, Result result, int number) {
        Part part = result.claim().parts().get(number);
        text.append('\n');
        if (!part.says().isEmpty()) {
            text.append(number + 1).append(". ").append(part.says()).append('\n');
        }
        text.append(ClaimWords.question(part)).append('\n');
        for (int context = 0; context < result.claim().contexts().size(); context++) {
            Verdict verdict = result.verdict(number, context, Looks.LEVEL);
            String name = result.claim().contexts().get(context);
            text.append(name.isEmpty() ? "" : "  with " + name + "\n");
            text.append(levels(part, result.cells().get(number).get(context)));
            Headline headline = Headline.of(result, number, context, verdict);
            text.append("    ").append(headline.contrast().what()).append(": ");
            text.append(ClaimWords.effect(headline))
                    .append(' ')
                    .append(part.measured().unit());
            text.append(": ")
                    .append(verdict.label())
                    .append(claimed(headline.contrast()))
                    .append('\n');
        }
    }

    private static String claimed(Contrast contrast) {
        String relation = contrast.sign() > 0 ? "above " : "below ";
        return ", claimed to be " + relation + ClaimWords.number(contrast.sign() * contrast.bound());
    }

    private static String levels(Part part, Cell cell) {
        TextTable table = new TextTable(Integer.MAX_VALUE);
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int arm = 0; arm < cell.levels().size(); arm++) {
            names.add("    " + part.design().name(arm));
            values.add(ClaimWords.level(cell.levels().get(arm)));
        }
        table.column(" ".repeat(INDENTED), names);
        table.column(part.measured().unit(), values);
        return table.text();
    }
}
