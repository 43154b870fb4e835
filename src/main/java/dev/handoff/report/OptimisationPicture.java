package dev.handoff.report;

import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.study.Axis;
import dev.handoff.study.Candidate;
import dev.handoff.study.Confirmed;
import dev.handoff.study.Confirmed.Finalist;
import dev.handoff.study.Decisions;
import dev.handoff.study.Estimand;
import dev.handoff.study.Optimisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** With one objective a panel for each setting, with several one for each pair of objectives: what the search saw, and what was confirmed. */
final class OptimisationPicture {
    private static final int MOST_PANELS = 6;

    private final String scenario;
    private final Optimisation.Found found;
    private final OptimisationWords words;
    private final List<Candidate> seen;
    private final List<Finalist> finalists;

    OptimisationPicture(String scenario, Optimisation.Found found, OptimisationWords words) {
        this.scenario = scenario;
        this.found = found;
        this.words = words;
        seen = found.candidates().stream().filter(Candidate::isKnown).toList();
        finalists = found.confirmed().map(Confirmed::finalists).orElse(List.of());
    }

    /** Of the files, without extension. */
    String name() {
        return found.question().objectives().size() == 1 ? "objective" : "front";
    }

    PlotPage page() {
        List<PlotPage.Panel> panels = found.question().objectives().size() == 1 ? settings() : pairs();
        boolean single = found.question().objectives().size() == 1;
        List<String> legend = new ArrayList<>(List.of("confirmed in fresh random worlds", "seen in the search"));
        if (isConstrained()) {
            legend.add("seen, but a constraint was missed");
        }
        if (!single && present().isPresent()) {
            legend.add("the scenario as it is");
        }
        String note = "Lines through dots: intervals of all that was confirmed, which hold together with 95 %."
                + (single && present().isPresent() ? " Dashed: the scenario as it is." : "");
        return new PlotPage(words.sentences().get(0), scenario + ": " + words.counted(), legend, panels, note);
    }

    private List<PlotPage.Panel> settings() {
        Decisions decisions = found.question().decisions();
        List<PlotPage.Panel> panels = new ArrayList<>();
        for (int setting = 0; setting < Math.min(MOST_PANELS, decisions.axes().size()); setting++) {
            int place = setting;
            Axis axis = decisions.axes().get(setting);
            boolean numeric = decisions.isNumeric(setting);
            String behind = numeric ? axis.parameter().unit().canonical() : "";
            Plot.Frame frame = new Plot.Frame(
                    axis.path() + (behind.isEmpty() ? "" : " (" + behind + ")"),
                    title(0),
                    numeric ? List.of() : axis.levels(),
                    scale(0));
            ToDoubleFunction<Candidate> at =
                    candidate -> decisions.coordinate(place, candidate.values().get(place));
            double level = present().map(present -> present.get(0).estimate()).orElse(Double.NaN);
            panels.add(new PlotPage.Panel(
                    frame,
                    series(
                            confirmed(each -> at.applyAsDouble(each.candidate()), 0, new double[0], new double[0]),
                            at,
                            0),
                    List.of(),
                    level));
        }
        return panels;
    }

    private List<PlotPage.Panel> pairs() {
        List<PlotPage.Panel> panels = new ArrayList<>();
        int objectives = found.question().objectives().size();
        for (int across = 0; across < objectives; across++) {
            for (int upwards = across + 1; upwards < objectives && panels.size() < MOST_PANELS; upwards++) {
                panels.add(pair(across, upwards));
            }
        }
        return panels;
    }

    private PlotPage.Panel pair(int across, int upwards) {
        double scale = scale(across);
        ToDoubleFunction<Candidate> at =
                candidate -> scale * candidate.objectives().get(across).estimate();
        Plot.Frame frame = new Plot.Frame(title(across), title(upwards), List.of(), scale(upwards));
        Plot.Series confirmed = confirmed(
                each -> scale * each.means().get(across).estimate(),
                upwards,
                finalists.stream()
                        .mapToDouble(each -> scale * each.means().get(across).low())
                        .toArray(),
                finalists.stream()
                        .mapToDouble(each -> scale * each.means().get(across).high())
                        .toArray());
        List<Plot.Series> series = series(confirmed, at, upwards);
        present().ifPresent(present -> series.add(present(present.get(across), scale, present.get(upwards))));
        return new PlotPage.Panel(frame, series, List.of(), Double.NaN);
    }

    private boolean isConstrained() {
        return !found.question().constraints().isEmpty();
    }

    /** The scenario as it is, by objective; empty where it is not confirmed or has no value. */
    private Optional<List<ConfidenceInterval>> present() {
        return found.confirmed().map(Confirmed::present).filter(means -> !means.isEmpty());
    }

    /** In the order of the legend. */
    private List<Plot.Series> series(Plot.Series confirmed, ToDoubleFunction<Candidate> place, int objective) {
        List<Plot.Series> series = new ArrayList<>(List.of(confirmed, searched(place, objective, true)));
        if (isConstrained()) {
            series.add(searched(place, objective, false));
        }
        return series;
    }

    private static Plot.Series present(ConfidenceInterval across, double scale, ConfidenceInterval upwards) {
        return new Plot.Series(
                "as it is",
                new double[] {scale * across.estimate()},
                new double[] {upwards.estimate()},
                new double[] {upwards.low()},
                new double[] {upwards.high()},
                false,
                new double[] {scale * across.low()},
                new double[] {scale * across.high()});
    }

    private Plot.Series confirmed(ToDoubleFunction<Finalist> place, int objective, double[] left, double[] right) {
        return new Plot.Series(
                "confirmed",
                finalists.stream().mapToDouble(place).toArray(),
                part(objective, ConfidenceInterval::estimate),
                part(objective, ConfidenceInterval::low),
                part(objective, ConfidenceInterval::high),
                false,
                left,
                right);
    }

    private double[] part(int objective, ToDoubleFunction<ConfidenceInterval> end) {
        return finalists.stream()
                .mapToDouble(each -> end.applyAsDouble(each.means().get(objective)))
                .toArray();
    }

    private Plot.Series searched(ToDoubleFunction<Candidate> place, int objective, boolean feasible) {
        List<Candidate> shown =
                seen.stream().filter(each -> each.isFeasible() == feasible).toList();
        double[] unknown = new double[shown.size()];
        Arrays.fill(unknown, Double.NaN);
        return new Plot.Series(
                feasible ? "search" : "misses a constraint",
                shown.stream().mapToDouble(place).toArray(),
                shown.stream()
                        .mapToDouble(each -> each.objectives().get(objective).estimate())
                        .toArray(),
                unknown,
                unknown,
                false);
    }

    private String title(int objective) {
        Estimand estimand = found.question().objectives().get(objective).estimand();
        return words.name(objective) + " (" + Units.symbol(estimand.unit()) + ")";
    }

    private double scale(int objective) {
        return Units.scale(
                found.question().objectives().get(objective).estimand().unit());
    }
}
