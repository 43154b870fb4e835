package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.ScenarioBox;
import dev.handoff.study.Axis;
import dev.handoff.study.Interest;
import dev.handoff.study.Regret;
import dev.handoff.study.Sweep;
import dev.handoff.study.Sweep.Result;
import dev.handoff.study.Sweep.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sweep in sentences. */
final class SweepWords {
    private static final int FEW_POINTS = 100;
    private static final int SHOWN_PROBLEMS = 5;
    private static final int LONGEST_VALUE = 12;

    private final Sweep.Found found;
    private final int replications;
    private final List<Axis> axes;

    SweepWords(Sweep.Found found, int replications) {
        this.found = found;
        this.replications = replications;
        axes = found.design().axes();
    }

    /** For each metric where it is least and where it is greatest. */
    List<String> extremes() {
        List<String> sentences = new ArrayList<>();
        for (int measure = 0; measure < found.measures().size(); measure++) {
            Measure each = found.measures().get(measure);
            int number = measure;
            Comparator<Result> byMean = Comparator.comparingDouble(
                    result -> result.summaries().get(number).mean().estimate());
            List<Result> known = found.results().stream()
                    .filter(result -> result.summaries().get(number).n() > 0)
                    .sorted(byMean)
                    .toList();
            if (known.isEmpty()) {
                sentences.add(each.id() + " has no value at any point.");
                continue;
            }
            Result least = known.get(0);
            Result most = known.get(known.size() - 1);
            sentences.add(each.id() + ": from " + estimate(least.summaries().get(number), each) + " at "
                    + values(least.point().values()) + " to "
                    + estimate(most.summaries().get(number), each) + " at "
                    + values(most.point().values()) + ".");
        }
        return sentences;
    }

    String estimate(Summary summary, Measure measure) {
        return summary.n() == 0
                ? "-"
                : Units.interval(summary.mean(), Units.scale(measure.unit()), Units.symbol(measure.unit()));
    }

    /** {@code handoff.pace=3 weeks, delegates.count=2}. */
    String values(List<String> values) {
        List<String> shown = new ArrayList<>();
        for (int axis = 0; axis < values.size(); axis++) {
            shown.add(axes.get(axis).path() + "=" + value(axis, values.get(axis)));
        }
        return String.join(", ", shown);
    }

    /* Sampled values have all the digits that are needed to repeat a point. */
    private String value(int axis, String text) {
        return text.length() > LONGEST_VALUE && axes.get(axis).isRange()
                ? amount(axis, axes.get(axis).parameter().amount(text))
                : text;
    }

    private String amount(int axis, double value) {
        String behind = axes.get(axis).parameter().unit().canonical();
        int decimals =
                (int) Math.max(0, Math.min(9, 2 - Math.floor(StrictMath.log10(Math.max(1e-9, Math.abs(value))))));
        return Units.shown(value, decimals) + (behind.isEmpty() ? "" : " " + behind);
    }

    String counted() {
        return found.results().size() + " points of " + axes.size() + (axes.size() == 1 ? " setting" : " settings")
                + ", " + Words.count(replications) + " replications each, the same random worlds at every point"
                + (found.partial() ? "; stopped before all were done, --resume goes on." : ".");
    }

    long withoutValue() {
        return found.results().stream()
                .filter(result -> result.point().variant().isEmpty())
                .count();
    }

    /** Points that say something, the first of them. */
    List<String> problems() {
        List<Result> troubled = found.results().stream()
                .filter(result -> !result.message().isEmpty())
                .toList();
        List<String> lines = new ArrayList<>();
        troubled.stream()
                .limit(SHOWN_PROBLEMS)
                .forEach(result -> lines.add("Point " + result.point().number() + " ("
                        + values(result.point().values()) + "): " + result.message()));
        if (troubled.size() > SHOWN_PROBLEMS) {
            lines.add("and " + (troubled.size() - SHOWN_PROBLEMS) + " more; all are in " + SweepFiles.POINTS);
        }
        return lines;
    }

    /** Boxes as sentences, and how far to trust them. */
    List<String> discovered(Interest.Discovered discovered) {
        List<String> sentences = new ArrayList<>();
        int all = discovered.used().size();
        String interest = discovered.interest().text();
        sentences.add(interest + " holds at " + discovered.ofInterest() + " of " + all + " points"
                + (discovered.unsure() == 0
                        ? "."
                        : "; at " + discovered.unsure() + " the interval of the mean leaves it open."));
        for (int number = 0; number < discovered.boxes().size(); number++) {
            ScenarioBox box = discovered.boxes().get(number).box();
            sentences.add((number == 0 ? "Mostly where " : "Else where ") + ranges(box) + ": " + box.ofInterest()
                    + " of the " + box.points() + " points there (density " + percent(box.density()) + "), "
                    + percent(box.coverage()) + " of all such points (coverage).");
        }
        if (discovered.boxes().isEmpty() && discovered.ofInterest() > 0 && discovered.ofInterest() < all) {
            sentences.add("No range of the settings explains where.");
        }
        if (!discovered.boxes().isEmpty()) {
            sentences.add(trust(discovered));
        }
        return sentences;
    }

    private String trust(Interest.Discovered discovered) {
        int[] restricted = discovered.boxes().get(0).box().restrictedDimensions();
        String halves = Arrays.stream(restricted)
                .mapToObj(dimension -> axes.get(dimension).path() + " in "
                        + percent(discovered.first().restricted()[dimension]))
                .collect(Collectors.joining(", "));
        String few = discovered.used().size() < FEW_POINTS
                ? "With only " + discovered.used().size() + " points the limits are rough. "
                : "";
        return few + "Of boxes found in random halves of the points, the first one's settings are limited so often: "
                + halves + ".";
    }

    private String ranges(ScenarioBox box) {
        return Arrays.stream(box.restrictedDimensions())
                .mapToObj(dimension -> range(dimension, box.low()[dimension], box.high()[dimension]))
                .collect(Collectors.joining(" and "));
    }

    private String range(int axis, double low, double high) {
        String path = axes.get(axis).path();
        if (!found.design().isNumeric(axis)) {
            List<String> levels = axes.get(axis).levels();
            List<String> inside = new ArrayList<>();
            for (int level = 0; level < levels.size(); level++) {
                if (low <= level && level <= high) {
                    inside.add(levels.get(level));
                }
            }
            return path + " is " + String.join(" or ", inside);
        }
        if (Double.isInfinite(low)) {
            return path + " is at most " + amount(axis, high);
        }
        return Double.isInfinite(high)
                ? path + " is at least " + amount(axis, low)
                : path + " is from " + amount(axis, low) + " to " + amount(axis, high);
    }

    String regret(Regret regret, List<String> policies) {
        String path = axes.get(axes.size() - 1).path();
        int minimax = regret.table().minimaxAlternative();
        int mean = regret.table().leastMeanAlternative();
        String table = IntStream.range(0, policies.size())
                .mapToObj(policy -> policies.get(policy) + " "
                        + amount(regret, regret.table().greatest()[policy]) + ", in the mean "
                        + amount(regret, regret.table().mean()[policy]))
                .collect(Collectors.joining("; "));
        String cases = regret.scenarios().size() + (regret.scenarios().size() == 1 ? " case" : " cases");
        String both = mean == minimax ? " and the least mean regret" : "";
        String other = mean == minimax ? "" : "; " + path + "=" + policies.get(mean) + " has the least mean regret";
        return regret.measure().id() + ": " + path + "=" + policies.get(minimax) + " has the least greatest regret"
                + both
                + other + " over " + cases + " of the other settings. What each loses at most against the best: "
                + table
                + ".";
    }

    private static String amount(Regret regret, double value) {
        String unit = regret.measure().unit();
        double scaled = Units.scale(unit) * value;
        int decimals = scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
        return Units.shown(scaled, decimals) + " " + Units.differenceSymbol(unit);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
