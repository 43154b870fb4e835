package dev.handoff.report;

import dev.handoff.statistics.PairedDifference;
import dev.handoff.statistics.SelectionState;
import dev.handoff.study.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What was found when alternatives were compared, on a screen. */
final class SelectionScreen {
    private static final int MOST_OTHER_PAIRS = 6;

    private final List<String> names;
    private final Selected selected;
    private final SelectionWords words;
    private final Terminal terminal;
    private final boolean partial;

    SelectionScreen(List<String> names, Selected selected, Terminal terminal, boolean partial) {
        this.names = names;
        this.selected = selected;
        words = new SelectionWords(names, selected);
        this.terminal = terminal;
        this.partial = partial;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        paragraph(text, words.verdict() + "." + advice());
        paragraph(text, "Asked: " + words.question() + ".");
        if (selected.state().leader() < 0) {
            return text.toString();
        }
        paragraph(text, words.belief() + ".");
        text.append('\n').append(decisive());
        if (selected.samples().size() > 1) {
            text.append("\nAlso, in the same replications, and not part of that guarantee: difference from ")
                    .append(leader())
                    .append('\n')
                    .append(others());
        }
        text.append(
                        "\nReplications that independent random numbers would need for the same interval, for each one here\n")
                .append(ratios());
        return text.toString();
    }

    private String advice() {
        if (partial) {
            return " It was interrupted; --resume goes on.";
        }
        return selected.state().verdict() == SelectionState.Verdict.UNDECIDED
                ? " A larger -n with --extend goes on; a larger --difference is decided sooner."
                : "";
    }

    private String leader() {
        return names.get(selected.state().leader());
    }

    private void paragraph(StringBuilder text, String sentences) {
        int used = 0;
        for (String word : sentences.split(" ")) {
            if (used > 0 && used + 1 + word.length() > terminal.columns()) {
                text.append('\n');
                used = 0;
            }
            text.append(used > 0 ? " " : "").append(word);
            used += (used > 0 ? 1 : 0) + word.length();
        }
        text.append('\n');
    }

    private String decisive() {
        Selected.Sample sample = selected.samples().get(0);
        Amount amount = words.amount();
        TextTable table = new TextTable(terminal.columns());
        table.column("alternative", names);
        table.column("standing", cells(words::standing));
        table.column("replications", cells(each -> Words.count(selected.replications(each))));
        table.column("mean, " + amount.unit(), cells(each -> amount.withInterval(selected.mean(sample, each))));
        table.column(
                "from " + leader() + ", " + amount.unitOfDifferences(),
                cells(each -> difference(sample, amount, each)));
        return table.text();
    }

    private List<String> cells(IntFunction<String> cell) {
        return IntStream.range(0, names.size()).mapToObj(cell).toList();
    }

    private String difference(Selected.Sample sample, Amount amount, int alternative) {
        if (alternative == selected.state().leader()) {
            return "";
        }
        return selected.fromLeader(sample, alternative)
                .map(pair -> difference(amount, pair))
                .orElse("-");
    }

    private static String difference(Amount amount, PairedDifference pair) {
        boolean equal = pair.difference().low() == 0 && pair.difference().high() == 0;
        return equal ? "equal in all " + Words.count(pair.n()) : amount.withInterval(pair.difference());
    }

    private String others() {
        TextTable table = new TextTable(terminal.columns());
        table.column("alternative", names);
        for (Selected.Sample sample :
                selected.samples().subList(1, selected.samples().size())) {
            Amount amount = SelectionWords.amount(sample);
            table.column(
                    sample.measure().id() + ", " + amount.unitOfDifferences(),
                    cells(each -> difference(sample, amount, each)));
        }
        return table.text();
    }

    /** What common random numbers saved, for each pair with the leader and, where they are few, the other pairs. */
    private String ratios() {
        int leader = selected.state().leader();
        int others = (names.size() - 1) * (names.size() - 2) / 2;
        List<String> pairs = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        for (int first = 0; first < names.size(); first++) {
            for (int second = first + 1; second < names.size(); second++) {
                if (first == leader || second == leader || others <= MOST_OTHER_PAIRS) {
                    pairs.add(names.get(first) + " and " + names.get(second));
                    ratios.add(selected.ofPair(selected.samples().get(0), first, second)
                            .map(pair -> SelectionWords.ratio(pair.varianceRatio()))
                            .orElse("-"));
                }
            }
        }
        TextTable table = new TextTable(terminal.columns());
        table.column("pair", pairs);
        table.column("times", ratios);
        return table.text();
    }
}
