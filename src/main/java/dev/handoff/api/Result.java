package dev.handoff.api;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.kernel.Check;
import dev.handoff.metric.Metric;
import dev.handoff.report.Answer;
import dev.handoff.report.Headline;
import dev.handoff.report.Pictures;
import dev.handoff.report.Screen;
import dev.handoff.report.Subject;
import dev.handoff.report.Subjects;
import dev.handoff.report.Tables;
import dev.handoff.report.Terminal;
import dev.handoff.scenario.ScenarioFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * What a scenario came to: the numbers, tables and pictures that {@code handoff run} writes. Immutable; a table belongs to who asked for
 * it. Tables have the numbers of files, six digits; estimates and values have all.
 *
 * <p>A name of a metric is one of {@code replications.csv}, such as {@code capacity_freed} or {@code customer_churn_52}. A name of a
 * variant is one of the scenario's, or that of a twin, such as {@code no delegation}. Both are asked for with {@link
 * IllegalArgumentException} where they do not exist.
 */
public final class Result {
    /** Pixels across a picture, as a page of a notebook shows whole. */
    private static final int PICTURE_WIDTH = 960;

    private static final Terminal SCREEN = new Terminal(true, false, 110);

    private final Scenario scenario;
    private final Subject subject;
    private final Outcome outcome; // closed: its estimates are at hand, its rows are gone
    private final String answer;
    private final String screen;
    private final Map<String, double[][]> values; // by variant or twin; by measure, then replication
    private final Table curves;
    private final Table replications;
    private final Table contacts;

    private Result(Scenario scenario, Subject subject, Outcome outcome, Map<String, double[][]> values, Tables tables)
            throws IOException {
        this.scenario = scenario;
        this.subject = subject;
        this.outcome = outcome;
        this.values = values;
        answer = Answer.to(outcome);
        screen = Screen.of(subject, outcome, SCREEN);
        curves = tables.curves();
        replications = tables.replications();
        contacts = tables.contacts();
    }

    /** @param folder where there is room for tables while they are read */
    static Result of(Scenario scenario, ScenarioFile file, Outcome outcome, Path folder) throws IOException {
        Subject subject = Subjects.of(file, "");
        Map<String, double[][]> values = new LinkedHashMap<>();
        for (ArmResult result : outcome.results()) {
            values.put(
                    result.arm().name(),
                    result.measures().stream()
                            .map(measure -> outcome.values(result.arm(), measure))
                            .toArray(double[][]::new));
        }
        return new Result(scenario, subject, outcome, values, Tables.write(folder, subject, outcome));
    }

    /** What was simulated. */
    public Scenario scenario() {
        return scenario;
    }

    /** The answer in one sentence with its intervals. */
    public String answer() {
        return answer;
    }

    /** Names of the variants in their order, then of the twins without delegation. */
    public List<String> variants() {
        return List.copyOf(values.keySet());
    }

    /** The numbers that belong on one page, a row for each variant or twin and metric. */
    public Table headlines() {
        EstimatesTable table = new EstimatesTable("headlines");
        for (ArmResult result : outcome.results()) {
            for (Headline headline : Headline.of(result)) {
                table.add(result.arm().name(), headline, result.value(headline.measure()));
            }
        }
        return table.table();
    }

    /** How each variant differs from its twin without delegation, paired by replication; no rows where nobody is handed over. */
    public Table differencesToTwin() {
        EstimatesTable table = new EstimatesTable("differences to the twin");
        for (ArmResult result : outcome.asked()) {
            for (Headline headline : Headline.of(result)) {
                Estimate difference = result.difference(headline.measure());
                if (difference != null) {
                    table.add(result.arm().name(), headline, difference);
                }
            }
        }
        return table.table();
    }

    /** How each further variant differs from the first one, paired by replication: the further one less the first. */
    public Table differencesToFirst() {
        EstimatesTable table = new EstimatesTable("differences to the first variant");
        List<ArmResult> asked = outcome.asked();
        for (ArmResult other : asked.subList(1, asked.size())) {
            for (Headline headline : Headline.of(asked.get(0))) {
                if (other.value(headline.measure()) != null) {
                    table.add(other.arm().name(), headline, difference(other, this, asked.get(0), headline.measure()));
                }
            }
        }
        return table.table();
    }

    /**
     * How this result differs from another one, paired by replication, in the metrics that belong on one page: this less the other.
     *
     * @throws IllegalArgumentException if one of them has several variants, or their seeds are not the same
     */
    public Table compare(Result other) {
        requirePairs(other);
        EstimatesTable table = new EstimatesTable("difference");
        for (Headline headline : Headline.of(only())) {
            if (other.only().value(headline.measure()) != null) {
                table.add(only().arm().name(), headline, difference(only(), other, other.only(), headline.measure()));
            }
        }
        return table.table();
    }

    /**
     * The difference in one metric, paired by replication: this result less the other.
     *
     * @throws IllegalArgumentException if one of them has several variants or no such metric, or their seeds are not the same
     */
    public IntervalEstimate difference(Result other, String metric) {
        requirePairs(other);
        Measure measure = measure(only(), metric);
        other.measure(other.only(), metric);
        return IntervalEstimate.ofDifference(measure, difference(only(), other, other.only(), measure));
    }

    private void requirePairs(Result other) {
        long own = outcome.experiment().seed();
        long others = other.outcome.experiment().seed();
        Check.that(own == others, "results of other seeds (%s and %s) are not paired", own, others);
    }

    /* Replications are numbered from 0 on in all results, and none is missing. */
    private Estimate difference(ArmResult own, Result other, ArmResult others, Measure measure) {
        double[] first = values(own, measure);
        double[] second = other.values(others, measure);
        double[] differences = new double[Math.min(first.length, second.length)];
        for (int replication = 0; replication < differences.length; replication++) {
            differences[replication] = first[replication] - second[replication];
        }
        return Estimate.of(differences, false);
    }

    /** A metric of the only variant. */
    public IntervalEstimate estimate(String metric) {
        return estimate(only(), metric);
    }

    /** A metric of a variant or twin. */
    public IntervalEstimate estimate(String variant, String metric) {
        return estimate(arm(variant), metric);
    }

    private IntervalEstimate estimate(ArmResult result, String metric) {
        Measure measure = measure(result, metric);
        return IntervalEstimate.of(measure, result.value(measure));
    }

    /** The value of a metric in each replication of a variant or twin, from replication 0 on; NaN where it has none. */
    public double[] values(String variant, String metric) {
        ArmResult result = arm(variant);
        return values(result, measure(result, metric)).clone();
    }

    private double[] values(ArmResult result, Measure measure) {
        return values.get(result.arm().name())[result.measures().indexOf(measure)];
    }

    private ArmResult only() {
        List<ArmResult> asked = outcome.asked();
        Check.that(
                asked.size() == 1, "which variant is not said: there are %s", String.join(", ", scenario.variants()));
        return asked.get(0);
    }

    private ArmResult arm(String variant) {
        int place = variants().indexOf(variant);
        Check.that(place >= 0, "variant (%s) is unknown%s", variant, Handoff.hint(variant, variants()));
        return outcome.results().get(place);
    }

    private Measure measure(ArmResult result, String metric) {
        List<String> known = result.measures().stream().map(Measure::id).toList();
        int place = known.indexOf(metric);
        Check.that(place >= 0, "metric (%s) is unknown%s", metric, Handoff.hint(metric, known));
        return result.measures().get(place);
    }

    /** {@code curves.csv}: a row for each variant or twin, week and metric, with mean, interval and quantiles. */
    public Table curves() {
        return curves.copy();
    }

    /** {@code replications.csv}: a row for each variant or twin, replication and metric. */
    public Table replications() {
        return replications.copy();
    }

    /** {@code contacts.csv}: a row for each variant or twin and contact. */
    public Table contacts() {
        return contacts.copy();
    }

    /** The settings that differ from the defaults, as {@link Scenario#settings}. */
    public Table settings() {
        return scenario.settings();
    }

    /** The hours a week that delegation frees. */
    public BufferedImage capacityFreed() {
        return picture(Metric.CAPACITY_FREED);
    }

    /** How likely a first burnout of the executive is. */
    public BufferedImage burnoutRisk() {
        return picture(Metric.BURNOUT_RISK);
    }

    /** The share of customers lost. */
    public BufferedImage customerChurn() {
        return picture(Metric.CUSTOMER_CHURN);
    }

    private BufferedImage picture(Metric metric) {
        return Pictures.image(metric, subject, outcome, PICTURE_WIDTH);
    }

    /** What {@code handoff run} prints: the numbers with their intervals, three small curves, the answer. */
    @Override
    public String toString() {
        return screen;
    }
}
