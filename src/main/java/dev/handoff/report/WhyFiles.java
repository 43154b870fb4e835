package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.scenario.Contrast.Difference;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ShapleyDecomposition.Contribution;
import dev.handoff.statistics.ShapleyPlan;
import dev.handoff.study.Attribution;
import dev.handoff.study.Attribution.Entry;
import dev.handoff.study.Divergence;
import dev.handoff.study.Divergence.Step;
import dev.handoff.study.Divergence.Story;
import dev.handoff.study.SettingUnits;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why two scenarios differ: contributions of settings, the ledger, the first divergence; as tables, JSON, a waterfall, for the screen. */
public final class WhyFiles implements StudyResult {
    /** Contributions of settings. */
    public static final String CONTRIBUTIONS = "contributions.csv";

    /** Hours by activity and losses by cause. */
    public static final String LEDGER = "ledger.csv";

    /** Events of contacts around the first that differs. */
    public static final String DIVERGENCE = "divergence.csv";

    static final String ALL = "all together";

    private static final Color MORE = Ink.line(1);
    private static final Color LESS = Ink.line(0);

    private final Question question;
    private final Attribution found;
    private final Divergence divergence;
    private final boolean partial;

    /**
     * What was asked.
     *
     * @param first where it begins, named for people
     * @param second where it ends
     * @param differences between them
     * @param units which of the differences are changed together
     */
    public record Question(
            Variant first,
            Variant second,
            Measure measure,
            List<Difference> differences,
            SettingUnits units,
            ShapleyPlan plan) {

        /** Paths of a unit. */
        String name(int unit) {
            return joined(unit, " + ", Difference::path);
        }

        String from(int unit) {
            return joined(unit, ", ", Difference::from);
        }

        String to(int unit) {
            return joined(unit, ", ", Difference::to);
        }

        private String joined(int unit, String between, Function<Difference, String> part) {
            return units.members().get(unit).stream()
                    .map(place -> part.apply(differences.get(place)))
                    .collect(Collectors.joining(between));
        }
    }

    public WhyFiles(Question question, Attribution found, Divergence divergence, boolean partial) {
        this.question = question;
        this.found = found;
        this.divergence = divergence;
        this.partial = partial;
    }

    @Override
    public boolean isPartial() {
        return partial;
    }

    @Override
    public int code() {
        return 0;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        PictureFiles.plan(folder, "waterfall", page()::paint);
        folder.table(
                CONTRIBUTIONS,
                List.of(
                        "setting",
                        "from",
                        "to",
                        "contribution",
                        "ci_low",
                        "ci_high",
                        "share_of_gap",
                        "sampling_error",
                        "metric",
                        "unit",
                        "replications"),
                this::contributions);
        folder.table(
                LEDGER,
                List.of("account", "entry", "is_sum", "unit", "first", "second", "difference", "ci_low", "ci_high"),
                this::ledger);
        folder.table(
                DIVERGENCE,
                List.of(
                        "contact",
                        "fate",
                        "alike",
                        "replication",
                        "course",
                        "number",
                        "week",
                        "event",
                        "person",
                        "work",
                        "satisfaction",
                        "habit",
                        "belief"),
                this::divergence);
        folder.text(SummaryFile.NAME, json());
        folder.scenario(question.first());
        folder.scenario(question.second());
    }

    private void contributions(StudyFolder.Rows rows) {
        double gap = found.decomposition().gap().estimate();
        for (int unit = 0; unit < question.units().members().size(); unit++) {
            Contribution each = found.decomposition().contributions().get(unit);
            contribution(rows, question.name(unit), question.from(unit), question.to(unit), each, gap);
        }
        Contribution all = new Contribution(found.decomposition().gap(), 0);
        contribution(rows, ALL, question.first().name(), question.second().name(), all, gap);
    }

    /* All digits, as they add up. */
    private void contribution(
            StudyFolder.Rows rows, String setting, String from, String to, Contribution each, double gap) {
        rows.row(
                setting,
                from,
                to,
                Numbers.exact(each.value().estimate()),
                Numbers.text(each.value().low()),
                Numbers.text(each.value().high()),
                Numbers.text(each.value().estimate() / gap),
                Numbers.text(each.samplingError()),
                question.measure().id(),
                question.measure().unit(),
                Integer.toString(found.known()));
    }

    private void ledger(StudyFolder.Rows rows) {
        for (Entry each : found.ledger()) {
            rows.row(
                    each.account().id(),
                    each.metric().id(),
                    Boolean.toString(each.isSum()),
                    each.metric().unit(),
                    Numbers.exact(each.first()),
                    Numbers.exact(each.second()),
                    Numbers.exact(each.difference().estimate()),
                    Numbers.text(each.difference().low()),
                    Numbers.text(each.difference().high()));
        }
    }

    private void divergence(StudyFolder.Rows rows) {
        for (Story story : divergence.stories()) {
            steps(rows, story, "both", 0, story.common());
            steps(rows, story, question.first().name(), 1, story.first());
            steps(rows, story, question.second().name(), 1, story.second());
        }
    }

    private void steps(StudyFolder.Rows rows, Story story, String course, int start, List<Step> steps) {
        for (int place = 0; place < steps.size(); place++) {
            Step step = steps.get(place);
            rows.row(
                    story.contact(),
                    story.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Integer.toString(story.alike()),
                    Integer.toString(divergence.replication()),
                    course,
                    Integer.toString(start + place),
                    Numbers.exact(step.week()),
                    step.event(),
                    step.person(),
                    step.work(),
                    Numbers.text(step.satisfaction()),
                    Numbers.text(step.habit()),
                    Numbers.text(step.belief()));
        }
    }

    @Override
    public String json() throws IOException {
        WhyWords words = new WhyWords(question, found, divergence);
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("answer", String.join(" ", words.answer()))
                    .text("metric", question.measure().id())
                    .text("unit", question.measure().unit())
                    .text("first", question.first().name())
                    .text("second", question.second().name())
                    .whole("replications", found.replications())
                    .whole("known", found.known())
                    .flag("exact", question.plan().isExact())
                    .flag("partial", partial)
                    .number("first_mean", found.first().estimate())
                    .number("second_mean", found.second().estimate());
            interval(json, "gap", found.decomposition().gap());
            json.list("contributions", list -> {
                for (int unit = 0; unit < question.units().members().size(); unit++) {
                    int number = unit;
                    list.element(element -> {
                        element.text("setting", question.name(number))
                                .text("from", question.from(number))
                                .text("to", question.to(number));
                        interval(
                                element,
                                "contribution",
                                found.decomposition()
                                        .contributions()
                                        .get(number)
                                        .value());
                    });
                }
            });
        });
    }

    private static void interval(Json json, String name, ConfidenceInterval interval) throws IOException {
        json.number(name, interval.estimate())
                .number(name + "_low", interval.low())
                .number(name + "_high", interval.high());
    }

    @Override
    public String screen(Terminal terminal) {
        return new WhyWords(question, found, divergence).screen(terminal);
    }

    /** Units by the size of what they contribute, largest first. */
    static int[] order(Attribution found) {
        List<Contribution> contributions = found.decomposition().contributions();
        return IntStream.range(0, contributions.size())
                .boxed()
                .sorted((one, other) -> Double.compare(
                        Math.abs(contributions.get(other).value().estimate()),
                        Math.abs(contributions.get(one).value().estimate())))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private BarPage page() {
        String unit = question.measure().unit();
        double scale = Units.scale(unit);
        List<BarPage.Row> rows = new ArrayList<>();
        double present = scale * found.first().estimate();
        rows.add(whole(question.first().name(), found.first(), scale));
        for (int number : order(found)) {
            ConfidenceInterval value =
                    found.decomposition().contributions().get(number).value();
            double next = present + scale * value.estimate();
            double low = present + scale * value.low();
            double high = present + scale * value.high();
            Color color = value.estimate() < 0 ? LESS : MORE;
            String detail = question.from(number) + " → " + question.to(number);
            String figures = Units.interval(value, scale, "");
            rows.add(new BarPage.Row(
                    question.name(number), detail, List.of(new BarPage.Bar(present, next, low, high, color)), figures));
            present = next;
        }
        rows.add(whole(question.second().name(), found.second(), scale));
        WhyWords words = new WhyWords(question, found, divergence);
        return new BarPage(
                "Why does " + question.measure().id() + " differ?",
                words.answer().get(0),
                "Bars: what each setting contributes, from the first scenario down to the second; their sum is the difference. "
                        + "Whiskers: 95 % intervals, paired by replication. " + words.method(),
                question.measure().meaning() + " (" + Units.symbol(unit) + ")",
                Double.NaN,
                rows);
    }

    private static BarPage.Row whole(String name, ConfidenceInterval mean, double scale) {
        double value = scale * mean.estimate();
        BarPage.Bar bar = new BarPage.Bar(0, value, scale * mean.low(), scale * mean.high(), Ink.COMPARISON);
        return new BarPage.Row(name, "", List.of(bar), Units.interval(mean, scale, ""));
    }
}
