package dev.handoff.report;

import dev.handoff.claims.Calculation;
import dev.handoff.claims.Cell;
import dev.handoff.claims.Claim;
import dev.handoff.claims.Headline;
import dev.handoff.claims.Judgement;
import dev.handoff.claims.Part;
import dev.handoff.claims.Precision;
import dev.handoff.claims.Result;
import dev.handoff.claims.Turn;
import dev.handoff.claims.Turning;
import dev.handoff.claims.Verdict;
import dev.handoff.statistics.Looks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said about claims in words and short numbers. */
final class ClaimWords {
    private static final MathContext SHORT = new MathContext(3);

    private ClaimWords() {}

    /** Three significant digits; "-" for what is unknown. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(SHORT);
        boolean plain = Math.abs(value) < 1e15 && (Math.abs(value) >= 1e-6 || value == 0);
        String text = plain ? rounded.toPlainString() : rounded.toString();
        return text.contains(".") && plain ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** "-0.0152 (-0.0201 to -0.0103) share"; empty if nothing was simulated. */
    static String effect(Judgement judgement) {
        Headline headline = judgement.headline();
        return headline == null
                ? ""
                : effect(headline) + " " + part(judgement, headline).measured().unit();
    }

    static String effect(Headline headline) {
        return number(headline.finding().mean()) + " ("
                + number(headline.finding().low()) + " to "
                + number(headline.finding().high()) + ")";
    }

    static Part part(Judgement judgement, Headline headline) {
        return judgement.claim().parts().get(headline.part());
    }

    /** What the verdict rests on, in words. */
    static String note(Judgement judgement) {
        List<String> notes = new ArrayList<>();
        Claim claim = judgement.claim();
        Result result = judgement.result();
        if (claim.kind() != Claim.Kind.SIMULATED) {
            claim.calculations().forEach(calculation -> notes.add(calculation(calculation)));
        } else {
            Headline headline = judgement.headline();
            Part part = part(judgement, headline);
            notes.add(part.measured().text() + ", " + headline.contrast().what() + in(claim, headline.context()));
            notes.addAll(contexts(result, judgement.alone()));
            if (claim.parts().size() > 1) {
                notes.add(
                        "part " + (headline.part() + 1) + " of " + claim.parts().size() + ": " + part.says());
            }
            if (judgement.alone() != judgement.inBook()) {
                notes.add("alone: " + judgement.alone().label());
            }
            if (!judgement.precision().isAny()) {
                notes.add(precision(judgement));
            }
            if (result.leftOut() > 0) {
                notes.add(result.leftOut() + " replications without a value left out");
            }
        }
        if (result.turn() != null) {
            notes.add(turn(claim.turning(), result.turn()));
        }
        if (!claim.note().isEmpty()) {
            notes.add(claim.note());
        }
        return String.join("; ", notes);
    }

    /** At which value of a setting the first effect changes its sign. */
    static String turn(Turning turning, Turn turn) {
        String unit =
                turning.unit().isEmpty() || turning.unit().startsWith("/") ? turning.unit() : " " + turning.unit();
        List<Double> positions = turning.positions();
        String range = number(positions.get(0)) + " to " + number(positions.get(positions.size() - 1)) + unit;
        if (!turn.isThere()) {
            return "it has the same sign at every " + turning.setting() + " from " + range;
        }
        String low = Double.isInfinite(turn.low()) ? "below the range" : number(turn.low());
        String high = Double.isInfinite(turn.high()) ? "above the range" : number(turn.high());
        return "its sign turns at a " + turning.setting() + " of " + number(turn.at()) + unit + " (" + low + " to "
                + high + "; looked at from " + range + ")";
    }

    /** How narrow the intervals are, and where that is not what was asked for. */
    private static String precision(Judgement judgement) {
        Result result = judgement.result();
        Headline widest = Precision.widest(result);
        Part part = part(judgement, widest);
        double relative = Precision.relative(result, widest);
        String scale = part.smallestEffect() > 0 ? "the smallest effect" : "the bound";
        if (judgement.precision().isReached(result)) {
            return "half-widths at most " + number(relative) + " of " + scale;
        }
        return "half-width " + number(widest.finding().halfWidth()) + " "
                + part.measured().unit() + ", " + number(relative) + " and not "
                + number(judgement.precision().share()) + " of " + scale + " (" + where(judgement, widest) + ")";
    }

    private static String where(Judgement judgement, Headline widest) {
        String part = judgement.claim().parts().size() > 1 ? "part " + (widest.part() + 1) + ", " : "";
        return part + widest.contrast().what() + in(judgement.claim(), widest.context());
    }

    private static String in(Claim claim, int context) {
        String name = claim.contexts().get(context);
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private static List<String> contexts(Result result, Verdict verdict) {
        List<String> notes = new ArrayList<>();
        if (result.claim().contexts().size() > 1 && verdict != Verdict.SUPPORTED) {
            for (Verdict each : List.of(Verdict.SUPPORTED, Verdict.REFUTED, Verdict.UNDECIDED)) {
                List<String> names = result.contexts(each, Looks.LEVEL);
                if (!names.isEmpty()) {
                    notes.add(each.label() + " with " + String.join(", ", names));
                }
            }
        }
        return notes;
    }

    static String calculation(Calculation calculation) {
        return calculation.formula() + " = " + String.format(Locale.ROOT, "%.6g", calculation.value()) + ", claimed "
                + number(calculation.claimed()) + " within " + number(calculation.within()) + ": "
                + (calculation.holds() ? "holds" : "does not hold");
    }

    /** "p = 0.012" or "p < 1e-12". */
    static String probability(double probability) {
        return probability <= Looks.LEAST
                ? "p < 1e-12"
                : "p = " + (probability < 1e-4 ? String.format(Locale.ROOT, "%.1e", probability) : number(probability));
    }

    static String level(Cell.Level level) {
        return number(level.mean()) + " (" + number(level.low()) + " to " + number(level.high()) + ")";
    }

    /** What is asked of a part, in words. */
    static String question(Part part) {
        String value = Double.isNaN(part.value()) ? "" : " " + number(part.value());
        return part.measured().text() + " is " + part.shape().id().replace('-', ' ') + value + " over "
                + String.join(", ", part.design().levels()) + "; smallest effect that matters "
                + number(part.smallestEffect()) + " " + part.measured().unit();
    }
}
