package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.study.Axis;
import dev.handoff.study.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A metric over the points of a sweep: with one setting the mean with its band, with two a line for each level of the second, with
 * more, or with samples, a panel for each setting with all points and their means.
 */
final class SweepPicture {
    private static final int MOST_LINES = 7;
    private static final int MOST_PANELS = 6;
    private static final int PARTS = 5; // of a sampled range, over which points are averaged

    private final String scenario;
    private final Sweep.Found found;
    private final int replications;
    private final List<Axis> axes;

    SweepPicture(String scenario, Sweep.Found found, int replications) {
        this.scenario = scenario;
        this.found = found;
        this.replications = replications;
        axes = found.design().axes();
    }

    /** Empty where the metric has no value. */
    Optional<PlotPage> page(int measure) {
        List<Integer> known = IntStream.range(0, found.results().size())
                .filter(point -> summary(point, measure).n() > 0)
                .boxed()
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Measure each = found.measures().get(measure);
        String title = each.id() + ": " + each.meaning();
        String subtitle = scenario + ", " + found.results().size() + " points, " + Words.count(replications)
                + " replications each";
        boolean factorial = axes.stream().noneMatch(axis -> axis.levels().isEmpty());
        if (axes.size() == 1) {
            return Optional.of(lines(measure, known, 0, -1, title, subtitle));
        }
        int across = shorter();
        if (axes.size() == 2 && factorial && axes.get(across).levels().size() <= MOST_LINES) {
            return Optional.of(lines(measure, known, 1 - across, across, title, subtitle));
        }
        return Optional.of(panels(measure, known, title, subtitle));
    }

    /** Of the first two axes that with fewer levels. */
    private int shorter() {
        return axes.get(0).levels().size() < axes.get(1).levels().size() ? 0 : 1;
    }

    private Sweep.Summary summary(int point, int measure) {
        return found.results().get(point).summaries().get(measure);
    }

    private PlotPage lines(int measure, List<Integer> known, int along, int across, String title, String subtitle) {
        List<Plot.Series> series = new ArrayList<>();
        List<String> legend = new ArrayList<>();
        double[] places = found.design().coordinates(along);
        List<String> levels = across < 0 ? List.of("") : axes.get(across).levels();
        for (String level : levels) {
            List<Integer> chosen = known.stream()
                    .filter(point -> across < 0
                            || found.design().points().get(point).get(across).equals(level))
                    .sorted(Comparator.comparingDouble(point -> places[point]))
                    .toList();
            String label = across < 0 ? "mean" : axes.get(across).path() + "=" + level;
            series.add(new Plot.Series(
                    label,
                    chosen.stream().mapToDouble(point -> places[point]).toArray(),
                    part(chosen, measure, 0),
                    part(chosen, measure, -1),
                    part(chosen, measure, 1),
                    true));
            legend.add(label);
        }
        series.removeIf(each -> each.places().length == 0);
        PlotPage.Panel panel = new PlotPage.Panel(frame(along, measure), series, List.of(), Double.NaN);
        return new PlotPage(title, subtitle, legend, List.of(panel), "Band: 95 % interval of each mean.");
    }

    private double[] part(List<Integer> points, int measure, int end) {
        return points.stream()
                .mapToDouble(point -> {
                    ConfidenceInterval mean = summary(point, measure).mean();
                    return end < 0 ? mean.low() : end > 0 ? mean.high() : mean.estimate();
                })
                .toArray();
    }

    private Plot.Frame frame(int axis, int measure) {
        Measure each = found.measures().get(measure);
        String behind = axes.get(axis).parameter().unit().canonical();
        return new Plot.Frame(
                axes.get(axis).path() + (behind.isEmpty() ? "" : " (" + behind + ")"),
                each.id() + " (" + Units.symbol(each.unit()) + ")",
                found.design().isNumeric(axis) ? List.of() : axes.get(axis).levels(),
                Units.scale(each.unit()));
    }

    private PlotPage panels(int measure, List<Integer> known, String title, String subtitle) {
        List<PlotPage.Panel> all = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            all.add(panel(axis, measure, known));
        }
        List<PlotPage.Panel> shown = all.stream()
                .sorted(Comparator.comparingDouble(SweepPicture::effect).reversed())
                .limit(MOST_PANELS)
                .toList();
        String note = "Lines: mean over all points with that value, or in each fifth of a sampled range. Dots without a"
                + " line: means of the points."
                + (all.size() > MOST_PANELS ? " Shown are the " + MOST_PANELS + " settings that move it most." : "");
        return new PlotPage(title, subtitle, List.of(), shown, note);
    }

    private PlotPage.Panel panel(int axis, int measure, List<Integer> known) {
        double[] places = found.design().coordinates(axis);
        double[] own = known.stream().mapToDouble(point -> places[point]).toArray();
        double[] means = part(known, measure, 0);
        boolean sampled = axes.get(axis).levels().isEmpty() || distinct(own) > 3 * PARTS;
        TreeMap<Double, double[]> sums = new TreeMap<>(); // place to sum and count
        double low = axes.get(axis).low();
        double width = (axes.get(axis).high() - low) / PARTS;
        for (int point = 0; point < own.length; point++) {
            double place = sampled && axes.get(axis).isRange()
                    ? low + width * (Math.min(PARTS - 1, Math.floor((own[point] - low) / width)) + 0.5)
                    : own[point];
            double[] sum = sums.computeIfAbsent(place, none -> new double[2]);
            sum[0] += means[point];
            sum[1]++;
        }
        Plot.Series line = new Plot.Series(
                "mean",
                sums.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray(),
                unknown(sums.size()),
                unknown(sums.size()),
                true);
        Plot.Series dots = new Plot.Series("points", own, means, unknown(own.length), unknown(own.length), false);
        return new PlotPage.Panel(frame(axis, measure), List.of(line, dots), List.of(), Double.NaN);
    }

    private static long distinct(double[] values) {
        return Arrays.stream(values).distinct().count();
    }

    private static double[] unknown(int length) {
        double[] unknown = new double[length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** How far the line of a panel goes up and down. */
    private static double effect(PlotPage.Panel panel) {
        var means = Arrays.stream(panel.series().get(0).mean()).summaryStatistics();
        return means.getMax() - means.getMin();
    }
}
