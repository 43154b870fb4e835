package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.PatientRuleInduction;
import dev.handoff.statistics.PatientRuleInduction.Discovery;
import dev.handoff.statistics.PatientRuleInduction.Reproducibility;
import dev.handoff.statistics.PatientRuleInduction.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which points of a sweep are of interest: those whose mean of a metric lies beyond a limit.
 *
 * @param text as typed
 * @param above whether they lie above the limit, else below
 */
public record Interest(String text, Measure measure, boolean above, double limit) {
    private static final Pattern FORM = Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*([<>])\\s*([^=].*)", Pattern.DOTALL);
    private static final int MOST_BOXES = 3;
    private static final int HALVES = 50;

    /**
     * Ranges of settings in which points of interest are dense.
     *
     * @param used numbers of the points that have a value, from 0
     * @param ofInterest how many of these are of interest
     * @param unsure how many of them have an interval that covers the limit
     * @param first how much the first box depends on the points at hand; null without boxes
     */
    public record Discovered(
            Interest interest,
            List<Integer> used,
            int ofInterest,
            int unsure,
            List<Discovery> boxes,
            Reproducibility first) {}

    /**
     * Reads {@code customer_churn > 25 %}.
     *
     * @throws Estimand.Refused with one line that tells what is allowed
     */
    public static Interest parse(String text, List<Measure> known) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Estimand.Refused("(" + text + ") must have the form: metric > value, or <");
        }
        Measure measure = Estimand.measure(form.group(1), known);
        return new Interest(text.strip(), measure, form.group(2).equals(">"), Estimand.amount(form.group(3), measure));
    }

    /** Seeks boxes among the points of a sweep. */
    public Discovered among(Sweep.Found found, long seed) {
        int place = found.measures().indexOf(measure);
        List<Integer> used = new ArrayList<>();
        double[] means = found.means(place);
        for (int point = 0; point < means.length; point++) {
            if (!Double.isNaN(means[point])) {
                used.add(point);
            }
        }
        int dimensions = found.design().axes().size();
        double[][] points = new double[used.size()][dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            double[] coordinates = found.design().coordinates(dimension);
            for (int row = 0; row < points.length; row++) {
                points[row][dimension] = coordinates[used.get(row)];
            }
        }
        boolean[] ofInterest = new boolean[used.size()];
        int count = 0;
        int unsure = 0;
        for (int row = 0; row < ofInterest.length; row++) {
            double mean = means[used.get(row)];
            ofInterest[row] = above ? mean > limit : mean < limit;
            count += ofInterest[row] ? 1 : 0;
            unsure += found.results()
                            .get(used.get(row))
                            .summaries()
                            .get(place)
                            .mean()
                            .covers(limit)
                    ? 1
                    : 0;
        }
        if (count == 0 || count == used.size()) {
            return new Discovered(this, used, count, unsure, List.of(), null);
        }
        List<Discovery> boxes = PatientRuleInduction.boxes(points, ofInterest, Settings.USUAL, MOST_BOXES);
        Reproducibility first = boxes.isEmpty()
                ? null
                : PatientRuleInduction.reproducibility(points, ofInterest, Settings.USUAL, HALVES, seed);
        return new Discovered(this, List.copyOf(used), count, unsure, boxes, first);
    }
}
