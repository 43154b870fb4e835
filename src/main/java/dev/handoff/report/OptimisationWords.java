package dev.handoff.report;

import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.Direction;
import dev.handoff.study.Axis;
import dev.handoff.study.Candidate;
import dev.handoff.study.Confirmed;
import dev.handoff.study.Confirmed.Finalist;
import dev.handoff.study.Confirmed.Standing;
import dev.handoff.study.Decisions;
import dev.handoff.study.Estimand;
import dev.handoff.study.Examination.Decision;
import dev.handoff.study.Objective;
import dev.handoff.study.Optimisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences about an optimisation, the answer first. */
final class OptimisationWords {
    private final Optimisation.Found found;
    private final Decisions decisions;
    private final List<Objective> objectives;

    OptimisationWords(Optimisation.Found found) {
        this.found = found;
        decisions = found.question().decisions();
        objectives = found.question().objectives();
    }

    List<String> sentences() {
        if (found.confirmed().isEmpty() || found.confirmed().get().finalists().isEmpty()) {
            return List.of(unconfirmed());
        }
        Confirmed confirmed = found.confirmed().get();
        List<String> sentences = new ArrayList<>();
        if (confirmed.decision() == Decision.FAIL) {
            sentences.add("No candidate that was found keeps the constraints. Nearest: "
                    + described(confirmed.finalists().get(0)) + ".");
        } else if (objectives.size() > 1) {
            sentences.addAll(front(confirmed));
        } else {
            sentences.addAll(best(confirmed));
        }
        if (found.partial()) {
            sentences.add("Stopped after " + Words.count(confirmed.replications()) + " of "
                    + Words.count(found.budget().confirmation()) + " fresh replications; --resume goes on.");
        }
        return sentences;
    }

    private String unconfirmed() {
        String start = "Nothing is confirmed: stopped after "
                + Words.count(found.candidates().size()) + " candidates. ";
        String seen = found.candidates().stream()
                .filter(Candidate::isFeasible)
                .min(Comparator.comparingDouble(this::firstCost))
                .map(best -> "In the search the best was " + values(best.values()) + " with " + means(best.objectives())
                        + "; of the best of many this is too good. ")
                .orElse("");
        return start + seen + "--resume goes on.";
    }

    private double firstCost(Candidate candidate) {
        double mean = candidate.objectives().get(0).estimate();
        return objectives.get(0).direction() == Direction.SMALLEST ? mean : -mean;
    }

    private List<String> best(Confirmed confirmed) {
        Finalist best = confirmed.finalists().get(0);
        List<String> sentences = new ArrayList<>();
        String start = confirmed.decision() == Decision.UNDECIDED
                ? "Whether any candidate keeps the constraints is undecided. The best of those that may: "
                : "Best: ";
        sentences.add(start + described(best) + ".");
        if (!confirmed.present().isEmpty()) {
            sentences.add(againstPresent(best, confirmed) + ".");
        }
        ties(confirmed.of(Standing.TIED), best, "At most " + difference() + " worse")
                .ifPresent(sentences::add);
        ties(confirmed.of(Standing.OPEN), best, "Perhaps no more than that worse")
                .ifPresent(sentences::add);
        sentences.add(gap(best));
        return sentences;
    }

    private String described(Finalist finalist) {
        return values(finalist.candidate().values()) + " with " + means(finalist.means()) + ", in "
                + Words.count(finalist.known()) + " fresh replications";
    }

    private String means(List<ConfidenceInterval> means) {
        List<String> parts = new ArrayList<>();
        for (int objective = 0; objective < objectives.size(); objective++) {
            parts.add(name(objective) + " " + mean(objective, means.get(objective)));
        }
        return String.join(" and ", parts);
    }

    String name(int objective) {
        Estimand estimand = objectives.get(objective).estimand();
        return estimand.kind() == Estimand.Kind.MEAN ? estimand.measure().id() : estimand.text();
    }

    String mean(int objective, ConfidenceInterval mean) {
        String unit = objectives.get(objective).estimand().unit();
        return Units.interval(mean, Units.scale(unit), Units.symbol(unit));
    }

    String change(int objective, ConfidenceInterval difference) {
        String unit = objectives.get(objective).estimand().unit();
        return Units.interval(difference, Units.scale(unit), Units.differenceSymbol(unit));
    }

    private String againstPresent(Finalist best, Confirmed confirmed) {
        ConfidenceInterval change = best.fromPresent().get(0);
        String present = mean(0, confirmed.present().get(0));
        if (change.estimate() == 0 && change.low() == change.high()) {
            return "The same as the scenario as it is";
        }
        return "Against the scenario as it is, " + present + ", that is a change of " + change(0, change)
                + (change.covers(0) ? ", which may be chance" : "");
    }

    private String difference() {
        double difference = objectives.get(0).difference();
        String unit = objectives.get(0).estimand().unit();
        String number = Numbers.text(Units.scale(unit) * difference);
        String symbol = Units.differenceSymbol(unit);
        return number + " " + (number.equals("1") && symbol.equals("points") ? "point" : symbol);
    }

    /** Candidates with the range of each decision over them and the best one. */
    private Optional<String> ties(List<Finalist> ties, Finalist best, String start) {
        if (ties.isEmpty()) {
            return Optional.empty();
        }
        List<Finalist> all = new ArrayList<>(ties);
        all.add(best);
        List<String> bands = new ArrayList<>();
        for (int setting = 0; setting < decisions.axes().size(); setting++) {
            bands.add(decisions.axes().get(setting).path() + " " + band(setting, all));
        }
        String others = ties.size() == 1 ? "1 other" : ties.size() + " others";
        return Optional.of(start + ": " + others + "; with the best they have " + String.join(", ", bands) + ".");
    }

    /** "from 1 weeks to 3 weeks", or the values where these are no numbers. */
    private String band(int setting, List<Finalist> finalists) {
        List<String> values = finalists.stream()
                .map(each -> each.candidate().values().get(setting))
                .distinct()
                .sorted(Comparator.comparingDouble(value -> decisions.coordinate(setting, value)))
                .toList();
        if (values.size() == 1) {
            return values.get(0);
        }
        return decisions.isNumeric(setting)
                ? "from " + values.get(0) + " to " + values.get(values.size() - 1)
                : String.join(" or ", values);
    }

    /** Lowest and highest value of a setting over finalists; their places in the list where these are no numbers. */
    double[] ends(int setting, List<Finalist> finalists) {
        var range = finalists.stream()
                .mapToDouble(each ->
                        decisions.coordinate(setting, each.candidate().values().get(setting)))
                .summaryStatistics();
        return new double[] {range.getMin(), range.getMax()};
    }

    private String gap(Finalist best) {
        double seen = best.candidate().objectives().get(0).estimate();
        double confirmed = best.means().get(0).estimate();
        double better = objectives.get(0).direction() == Direction.SMALLEST ? confirmed - seen : seen - confirmed;
        String unit = objectives.get(0).estimand().unit();
        double scale = Units.scale(unit);
        int decimals = (int) Math.max(0, 2 - Math.floor(StrictMath.log10(Math.max(1e-6, Math.abs(scale * confirmed)))));
        return "The search, which picks what looks best, saw " + Units.shown(scale * seen, decimals) + " "
                + Units.symbol(unit) + ": " + Units.shown(scale * Math.abs(better), decimals) + " "
                + Units.differenceSymbol(unit) + " too " + (better >= 0 ? "good" : "bad") + ".";
    }

    private List<String> front(Confirmed confirmed) {
        List<Finalist> front = confirmed.of(Standing.FRONT);
        List<String> sentences = new ArrayList<>();
        String start = confirmed.decision() == Decision.UNDECIDED
                ? "Whether any candidate keeps the constraints is undecided. Of those that may, "
                : "";
        if (front.size() == 1) {
            sentences.add(start + "One candidate does better than all others in every objective: "
                    + described(front.get(0)) + ".");
        } else {
            sentences.add(
                    start + front.size() + " candidates are on the front: none of them is beaten in every objective.");
            for (int objective = 0; objective < objectives.size(); objective++) {
                int number = objective;
                Objective each = objectives.get(objective);
                Finalist best = front.stream()
                        .min(Comparator.comparingDouble(finalist -> (each.direction() == Direction.SMALLEST ? 1 : -1)
                                * finalist.means().get(number).estimate()))
                        .orElseThrow();
                sentences.add("Best in " + name(objective) + ": " + described(best) + ".");
            }
        }
        if (!confirmed.present().isEmpty()) {
            sentences.add("The scenario as it is: " + means(confirmed.present()) + "; " + beating(front) + ".");
        }
        return sentences;
    }

    private String beating(List<Finalist> front) {
        if (front.size() == 1) {
            return "the candidate is " + (isBetterThanPresent(front.get(0)) ? "" : "not ")
                    + "shown to be better in every objective";
        }
        long beating = front.stream().filter(this::isBetterThanPresent).count();
        return beating == 0
                ? "no candidate of the front is shown to be better in every objective"
                : beating + " of the front " + (beating == 1 ? "is" : "are") + " shown to be better in every objective";
    }

    private boolean isBetterThanPresent(Finalist finalist) {
        for (int objective = 0; objective < objectives.size(); objective++) {
            ConfidenceInterval change = finalist.fromPresent().get(objective);
            boolean better =
                    objectives.get(objective).direction() == Direction.SMALLEST ? change.high() < 0 : change.low() > 0;
            if (!better) {
                return false;
            }
        }
        return true;
    }

    /** {@code handoff.pace=2 weeks, delegates.count=2}. */
    String values(List<String> values) {
        List<Axis> axes = decisions.axes();
        List<String> shown = new ArrayList<>();
        for (int setting = 0; setting < values.size(); setting++) {
            shown.add(axes.get(setting).path() + "=" + values.get(setting));
        }
        return String.join(", ", shown);
    }

    /** What was done. */
    String counted() {
        String fresh = found.confirmed()
                .map(confirmed -> "; " + confirmed.finalists().size() + " confirmed in "
                        + Words.count(confirmed.replications()) + " others")
                .orElse("");
        return Words.count(found.candidates().size()) + " candidates of "
                + decisions.axes().size()
                + (decisions.axes().size() == 1 ? " setting" : " settings") + ", "
                + Words.count(found.budget().replications()) + " replications each" + fresh + "; "
                + objectives.stream().map(Objective::text).collect(Collectors.joining(", "));
    }

    /** Candidates without a value, a few of them. */
    List<String> problems() {
        List<Candidate> unknown =
                found.candidates().stream().filter(each -> !each.isKnown()).toList();
        List<String> problems = new ArrayList<>();
        unknown.stream()
                .limit(3)
                .forEach(each -> problems.add(
                        "Candidate " + each.number() + " (" + values(each.values()) + "): " + each.message()));
        if (unknown.size() > problems.size()) {
            problems.add((unknown.size() - problems.size()) + " more candidates have no value; see "
                    + OptimisationFiles.CANDIDATES);
        }
        return problems;
    }
}
