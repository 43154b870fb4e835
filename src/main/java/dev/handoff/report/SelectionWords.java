package dev.handoff.report;

import dev.handoff.statistics.Direction;
import dev.handoff.statistics.SelectionState;
import dev.handoff.statistics.SelectionState.Standing;
import dev.handoff.study.Preference;
import dev.handoff.study.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences about a selection. */
final class SelectionWords {
    private final List<String> names;
    private final Selected selected;
    private final Amount amount;

    SelectionWords(List<String> names, Selected selected) {
        this.names = names;
        this.selected = selected;
        amount = Amount.of(selected.question().measure(), selected.question().difference());
    }

    /** Of a measure that was not asked for, with its own difference that matters. */
    static Amount amount(Selected.Sample sample) {
        return Amount.of(
                sample.measure(), Preference.difference(sample.measure()).orElse(1.0));
    }

    Amount amount() {
        return amount;
    }

    /** What was asked. */
    String question() {
        String better = selected.question().direction() == Direction.SMALLEST ? "fewer" : "more";
        return selected.question().measure().meaning() + " ("
                + selected.question().measure().id() + "): " + better + " is better, and what differs by less than "
                + difference() + " does not matter";
    }

    /** "1 point". */
    String difference() {
        String number = amount.limit(selected.question().difference());
        String unit = amount.unitOfDifferences();
        return number + " " + (number.equals("1") && unit.equals("points") ? "point" : unit);
    }

    /** The answer. */
    String verdict() {
        SelectionState state = selected.state();
        if (state.leader() < 0) {
            return "Undecided: too few replications have a value of "
                    + selected.question().measure().id() + " in all alternatives";
        }
        String leader = names.get(state.leader());
        if (!state.isSelected()) {
            String behind = listed(Standing.IN_PLAY);
            return "Undecided after " + Words.count(state.seen()) + " replications: " + leader
                    + " leads, but is not told apart from " + behind;
        }
        String tied = listed(Standing.TIED);
        String close = listed(Standing.CLOSE);
        return leader + " is selected: with a probability of at least 95 % none is better by " + difference()
                + " or more"
                + (tied.isEmpty() ? "" : "; practically tied with " + tied)
                + (close.isEmpty() ? "" : "; whether it is practically tied with " + close + " was not found out");
    }

    private String listed(Standing standing) {
        List<String> listed = new ArrayList<>();
        for (int alternative = 0; alternative < names.size(); alternative++) {
            if (selected.state().standings()[alternative] == standing) {
                listed.add(names.get(alternative));
            }
        }
        return String.join(", ", listed);
    }

    /** What is believed of stopping here. */
    String belief() {
        return "Stopping here, " + names.get(selected.state().leader()) + " is the best with a probability of "
                + probability(selected.belief().probabilityOfBest()) + ", less than " + difference()
                + " worse than the best with " + probability(selected.belief().probabilityOfGoodSelection())
                + "; the expected loss is " + amount.number(selected.belief().expectedLoss()) + " "
                + amount.unitOfDifferences();
    }

    /** What a page tells beside the answer. */
    List<String> findings() {
        String asked = "Asked: " + question() + ".";
        return selected.state().leader() < 0 ? List.of(asked) : List.of(asked, belief() + ".");
    }

    /** Ends above 0 and below 1, as nothing is certain that was simulated. */
    static String probability(double probability) {
        return probability > 0.999
                ? "above 0.999"
                : probability < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", probability);
    }

    /** How many times fewer replications were needed. */
    static String ratio(double ratio) {
        return Double.isNaN(ratio) || Double.isInfinite(ratio) ? "equal" : String.format(Locale.ROOT, "%.1f", ratio);
    }

    /** How far an alternative came. */
    String standing(int alternative) {
        int left = selected.state().leftAt()[alternative];
        return switch (selected.state().standings()[alternative]) {
            case LEADER -> selected.state().isSelected() ? "selected" : "leads";
            case IN_PLAY -> "in play";
            case CLOSE -> "close; eliminated after " + Words.count(left);
            case TIED -> "practically tied";
            case ELIMINATED -> "eliminated after " + Words.count(left);
        };
    }
}
