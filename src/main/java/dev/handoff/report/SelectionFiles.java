package dev.handoff.report;

import dev.handoff.scenario.Variant;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.PairedDifference;
import dev.handoff.study.Selected;
import dev.handoff.study.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was found when alternatives were compared: as tables, as a picture, as JSON, for the screen. */
public final class SelectionFiles implements StudyResult {
    public static final String ALTERNATIVES = "alternatives.csv";
    public static final String DIFFERENCES = "differences.csv";
    public static final String REPLICATIONS = "replications.csv";
    public static final String PICTURE = "differences";

    private static final List<String> COLUMNS = List.of(
            "alternative",
            "standing",
            "metric",
            "unit",
            "replications",
            "needed_until",
            "behind",
            "mean",
            "mean_low",
            "mean_high",
            "difference",
            "low",
            "high",
            "variance_ratio");
    private static final List<String> PAIRS = List.of(
            "metric",
            "unit",
            "first",
            "second",
            "replications",
            "difference",
            "low",
            "high",
            "variance_ratio",
            "decides");
    private static final ConfidenceInterval NOTHING = new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN);

    private final List<Variant> alternatives;
    private final Selected selected;
    private final int code;
    private final boolean partial;

    /**
     * @param alternatives named differently
     * @param code exit code for what was found
     */
    public SelectionFiles(List<Variant> alternatives, Selected selected, int code, boolean partial) {
        this.alternatives = List.copyOf(alternatives);
        this.selected = selected;
        this.code = code;
        this.partial = partial;
    }

    @Override
    public boolean isPartial() {
        return partial;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        if (selected.state().leader() >= 0) {
            PictureFiles.plan(folder, PICTURE, graphics -> new DifferencesPage(names(), selected).paint(graphics));
        }
        folder.table(ALTERNATIVES, COLUMNS, this::writeAlternatives);
        folder.table(DIFFERENCES, PAIRS, this::writeDifferences);
        folder.table(
                REPLICATIONS,
                List.of("alternative", "replication", "metric", "unit", "value"),
                this::writeReplications);
        folder.text(SummaryFile.NAME, json());
        alternatives.forEach(folder::scenario);
    }

    private List<String> names() {
        return alternatives.stream().map(Variant::name).toList();
    }

    private String name(int alternative) {
        return alternative < 0 ? "" : alternatives.get(alternative).name();
    }

    private String standing(int alternative) {
        return selected.state()
                .standings()[alternative]
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    private void writeAlternatives(StudyFolder.Rows rows) {
        for (Selected.Sample sample : selected.samples()) {
            for (int alternative = 0; alternative < alternatives.size(); alternative++) {
                int left = selected.state().leftAt()[alternative];
                ConfidenceInterval mean = selected.mean(sample, alternative);
                Optional<PairedDifference> difference = fromLeader(sample, alternative);
                ConfidenceInterval interval =
                        difference.map(PairedDifference::difference).orElse(NOTHING);
                rows.row(
                        name(alternative),
                        standing(alternative),
                        sample.measure().id(),
                        sample.measure().unit(),
                        Integer.toString(selected.replications(alternative)),
                        left == 0 ? "" : Integer.toString(left),
                        name(selected.state().leftTo()[alternative]),
                        Numbers.text(mean.estimate()),
                        Numbers.text(mean.low()),
                        Numbers.text(mean.high()),
                        Numbers.text(interval.estimate()),
                        Numbers.text(interval.low()),
                        Numbers.text(interval.high()),
                        difference
                                .map(each -> Numbers.text(each.varianceRatio()))
                                .orElse(""));
            }
        }
    }

    private Optional<PairedDifference> fromLeader(Selected.Sample sample, int alternative) {
        return alternative == selected.state().leader() ? Optional.empty() : selected.fromLeader(sample, alternative);
    }

    private void writeDifferences(StudyFolder.Rows rows) {
        for (Selected.Sample sample : selected.samples()) {
            boolean decides = sample == selected.samples().get(0);
            for (int first = 0; first < alternatives.size(); first++) {
                for (int second = first + 1; second < alternatives.size(); second++) {
                    selected.ofPair(sample, first, second)
                            .ifPresent(pair -> rows.row(
                                    sample.measure().id(),
                                    sample.measure().unit(),
                                    name(pair.first()),
                                    name(pair.second()),
                                    Integer.toString(pair.n()),
                                    Numbers.text(pair.difference().estimate()),
                                    Numbers.text(pair.difference().low()),
                                    Numbers.text(pair.difference().high()),
                                    Numbers.text(pair.varianceRatio()),
                                    Boolean.toString(decides)));
                }
            }
        }
    }

    private void writeReplications(StudyFolder.Rows rows) {
        for (int alternative = 0; alternative < alternatives.size(); alternative++) {
            for (int replication = 0; replication < selected.replications(alternative); replication++) {
                for (Selected.Sample sample : selected.samples()) {
                    rows.row(
                            name(alternative),
                            Integer.toString(replication),
                            sample.measure().id(),
                            sample.measure().unit(),
                            Numbers.text(sample.values()[alternative][replication]));
                }
            }
        }
    }

    @Override
    public String json() throws IOException {
        Selection.Question question = selected.question();
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("metric", question.measure().id())
                    .text("unit", question.measure().unit())
                    .text("best", question.direction().name().toLowerCase(Locale.ROOT))
                    .number("difference", question.difference())
                    .number("confidence", Selection.CONFIDENCE)
                    .text("verdict", new SelectionWords(names(), selected).verdict())
                    .flag("selected", selected.state().isSelected())
                    .text("leader", name(selected.state().leader()))
                    .number("probability_of_best", selected.belief().probabilityOfBest())
                    .number("probability_of_good_selection", selected.belief().probabilityOfGoodSelection())
                    .number("expected_loss", selected.belief().expectedLoss());
            json.list("findings", list -> {
                for (String finding : new SelectionWords(names(), selected).findings()) {
                    list.element(finding);
                }
            });
            json.list("alternatives", list -> {
                for (int alternative = 0; alternative < alternatives.size(); alternative++) {
                    int number = alternative;
                    list.element(element -> element(element, number));
                }
            });
        });
    }

    private void element(Json json, int alternative) throws IOException {
        json.text("alternative", name(alternative))
                .text("standing", standing(alternative))
                .text("standing_words", new SelectionWords(names(), selected).standing(alternative))
                .whole("replications", selected.replications(alternative));
        json.list("metrics", list -> {
            for (Selected.Sample sample : selected.samples()) {
                ConfidenceInterval mean = selected.mean(sample, alternative);
                Optional<PairedDifference> difference = fromLeader(sample, alternative);
                ConfidenceInterval interval =
                        difference.map(PairedDifference::difference).orElse(NOTHING);
                list.element(metric -> metric.text("metric", sample.measure().id())
                        .text("unit", sample.measure().unit())
                        .number("mean", mean.estimate())
                        .number("mean_low", mean.low())
                        .number("mean_high", mean.high())
                        .number("difference", interval.estimate())
                        .number("low", interval.low())
                        .number("high", interval.high())
                        .number(
                                "variance_ratio",
                                difference.map(PairedDifference::varianceRatio).orElse(Double.NaN)));
            }
        });
    }

    @Override
    public String screen(Terminal terminal) {
        return new SelectionScreen(names(), selected, terminal, partial).text();
    }
}
