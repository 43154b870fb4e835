package dev.handoff.claims;

import dev.handoff.metric.Metric;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Layer;
import dev.handoff.scenario.Nearest;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the experiments of one claim. */
final class PartsReader {
    private static final List<String> OF_A_PART =
            List.of("says", "settings", "factor", "levels", "across", "outcome", "shape", "smallest-effect", "value");
    private static final List<String> INHERITED =
            List.of("factor", "levels", "across", "outcome", "shape", "smallest-effect", "value");
    private static final List<String> TURNS = List.of("setting", "from", "to");
    private static final List<String> TURNING = List.of("promotion.added-hours", "0 h/week", "30 h/week");
    private static final int POSITIONS = 5;
    private static final List<String> OUTCOME = List.of("metric", "at", "weeks", "less");
    private static final List<String> LESS = List.of("metric", "at", "weeks");
    private static final List<String> SHAPES =
            Arrays.stream(Shape.values()).map(Shape::id).toList();
    private static final Pattern WEEK = Pattern.compile("([0-9]{1,4})(?: weeks?)?");
    private static final Pattern WEEKS = Pattern.compile("([0-9]{1,4}) to ([0-9]{1,4})(?: weeks)?");

    private final Fields claim;
    private final Problems problems;
    private final DesignReader designs;
    private Fields first; // of the first part
    private Optional<Tree> ofFirst = Optional.empty(); // settings of its own

    PartsReader(Fields claim, Problems problems) {
        this.claim = claim;
        this.problems = problems;
        designs = new DesignReader(claim, problems);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (!claim.has("parts")) {
            first = claim;
            part("", claim, Optional.empty()).ifPresent(parts::add);
            return parts;
        }
        int number = 0;
        for (Tree item : claim.list("parts")) {
            number++;
            Fields own = Fields.of(item, claim.path("parts[" + number + "]"), OF_A_PART, problems);
            own.needed("says", "what this part claims");
            Fields all = own.over(claim, inherited(own));
            if (number == 1) {
                first = all;
                ofFirst = own.tree("settings");
            }
            part(own.text("says").orElse(""), all, own.tree("settings")).ifPresent(parts::add);
        }
        return parts;
    }

    /**
     * Where the first effect turns; empty if that is not asked, or after a problem.
     *
     * @param part the first one, as it was read
     */
    Optional<Turning> turning(Part part) {
        if (!claim.has("turns") || !problems.isEmpty()) {
            return Optional.empty();
        }
        Fields turns = Fields.of(claim.tree("turns").orElseThrow(), claim.path("turns"), TURNS, problems);
        TURNS.forEach(key -> turns.needed(key, TURNING.get(TURNS.indexOf(key))));
        Optional<Tree.Scalar> setting = turns.scalar("setting", "the name of a setting");
        Optional<Parameter> parameter = setting.flatMap(path -> numeric(turns, path));
        OptionalDouble from = parameter.isPresent() ? amount(turns, "from", parameter.get()) : OptionalDouble.empty();
        OptionalDouble to = parameter.isPresent() ? amount(turns, "to", parameter.get()) : OptionalDouble.empty();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.getAsDouble() >= to.getAsDouble()) {
            turns.refuse("to", turns.scalar("to", "").orElseThrow(), "must be above from");
            return Optional.empty();
        }
        return turning(part, setting.get(), parameter.get(), from.getAsDouble(), to.getAsDouble());
    }

    private Optional<Parameter> numeric(Fields turns, Tree.Scalar path) {
        Optional<Parameter> parameter = Catalogue.standard()
                .parameter(path.text().strip())
                .filter(known -> known.unit().isNumeric());
        if (parameter.isEmpty()) {
            String maybe = Catalogue.standard()
                    .suggestion(path.text().strip())
                    .map(name -> "; maybe " + name)
                    .orElse("");
            turns.refuse("setting", path, "is no setting with numbers" + maybe);
        }
        return parameter;
    }

    private static OptionalDouble amount(Fields turns, String key, Parameter parameter) {
        Optional<Tree.Scalar> written = turns.scalar(key, "a number");
        try {
            return written.isPresent()
                    ? OptionalDouble.of(parameter.amount(written.get().text().strip()))
                    : OptionalDouble.empty();
        } catch (IllegalArgumentException refused) {
            turns.refuse(key, written.orElseThrow(), refused.getMessage());
            return OptionalDouble.empty();
        }
    }

    private Optional<Turning> turning(Part part, Tree.Scalar path, Parameter parameter, double from, double to) {
        List<Double> positions = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int step = 0; step < POSITIONS; step++) {
            String text = parameter.written(from + (to - from) * step / (POSITIONS - 1));
            positions.add(parameter.amount(text));
            Layer top = designs.setting(path, new Tree.Scalar(path.place(), text, true));
            designs.design(first, ofFirst, Optional.of(top))
                    .ifPresent(design -> parts.add(new Part(
                            part.says(),
                            inFirstContext(design),
                            part.measured(),
                            part.shape(),
                            part.smallestEffect(),
                            part.value())));
        }
        return parts.size() == POSITIONS
                ? Optional.of(new Turning(path.text().strip(), parameter.unit().canonical(), positions, parts))
                : Optional.empty();
    }

    private static Design inFirstContext(Design design) {
        return new Design(
                design.contexts().subList(0, 1),
                design.across(),
                design.levels(),
                design.arms().subList(0, design.perContext()));
    }

    /* Levels of a part's own go with a factor of its own, or with none. */
    private static List<String> inherited(Fields own) {
        return own.has("levels")
                ? INHERITED.stream().filter(key -> !key.equals("factor")).toList()
                : INHERITED;
    }

    private Optional<Part> part(String says, Fields fields, Optional<Tree> settings) {
        fields.needed("shape", "increasing");
        fields.needed("smallest-effect", "0.01");
        Shape shape = fields.choice("shape", SHAPES)
                .map(id -> Shape.values()[SHAPES.indexOf(id)])
                .orElse(null);
        double smallest = fields.number("smallest-effect").orElse(Double.NaN);
        if (smallest < 0) {
            problems.add(
                    fields.tree("smallest-effect").orElseThrow().place(),
                    "%s (%s) must be 0 or more",
                    fields.path("smallest-effect"),
                    smallest);
        }
        Optional<Design> design = designs.design(fields, settings);
        Optional<Measured> measured = measured(fields, design);
        if (shape == null || design.isEmpty()) {
            return Optional.empty();
        }
        checkShape(fields, shape, design.get());
        double value = fields.number("value").orElse(Double.NaN);
        return measured.map(found -> new Part(says, design.get(), found, shape, smallest, value));
    }

    private void checkShape(Fields fields, Shape shape, Design design) {
        Tree written = fields.tree("shape").orElseThrow();
        String path = fields.path("shape");
        if (shape.needsValue()) {
            fields.needed("value", "0.5");
        } else if (fields.has("value") && !shape.mayHaveValue()) {
            problems.add(written.place(), "%s (%s) compares with no value; take value away", path, shape.id());
        }
        boolean second = design.across().size() > 1;
        if (shape.needsAcross() != second) {
            String reason =
                    second ? "takes no second factor; take across away" : "needs across with two settings or more";
            problems.add(written.place(), "%s (%s) %s", path, shape.id(), reason);
        }
        if (design.levels().size() < shape.fewestLevels(fields.has("value"))) {
            problems.add(
                    written.place(),
                    "%s (%s) needs %s levels or more",
                    path,
                    shape.id(),
                    shape.fewestLevels(fields.has("value")));
        }
        if (shape.needsAcross() && second && design.levels().size() != 2) {
            problems.add(written.place(), "%s (%s) needs two levels, and more in across", path, shape.id());
        }
        checkPositions(fields, shape, design);
    }

    private void checkPositions(Fields fields, Shape shape, Design design) {
        for (int level = 0; shape.needsPositions() && level < design.levels().size(); level++) {
            double position = design.position(level);
            if (Double.isNaN(position) || level > 0 && position <= design.position(level - 1)) {
                problems.add(
                        fields.tree("levels").orElseThrow().place(),
                        "%s must begin with numbers that rise, for %s asks how far apart they are: %s",
                        fields.path("levels"),
                        shape.id(),
                        String.join(", ", design.levels()));
                return;
            }
        }
    }

    private Optional<Measured> measured(Fields fields, Optional<Design> design) {
        Optional<Tree> tree = fields.needed("outcome", "{metric: customer_churn, at: 52}");
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        int horizon = design.map(PartsReader::horizon).orElse(Integer.MAX_VALUE);
        Fields outcome = Fields.of(tree.get(), fields.path("outcome"), OUTCOME, problems);
        Optional<Window> window = window(outcome, horizon);
        Optional<Window> less = outcome.tree("less")
                .flatMap(other -> window(Fields.of(other, outcome.path("less"), LESS, problems), horizon));
        return window.map(found -> new Measured(found, less.orElse(null)));
    }

    private static int horizon(Design design) {
        return design.arms().stream()
                .mapToInt(arm -> (int) arm.horizonWeeks())
                .min()
                .orElseThrow();
    }

    private Optional<Window> window(Fields fields, int horizon) {
        fields.needed("metric", "customer_churn");
        List<String> known =
                new ArrayList<>(Arrays.stream(Metric.values()).map(Metric::id).toList());
        known.add(Window.PAYBACK_WEEK);
        Optional<Tree.Scalar> named = fields.scalar("metric", "the name of a metric");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        int index = known.indexOf(named.get().text());
        if (index < 0) {
            String maybe = Nearest.to(named.get().text(), known)
                    .map(name -> "; maybe " + name)
                    .orElse("; handoff explain lists all metrics");
            fields.refuse("metric", named.get(), "is unknown" + maybe);
            return Optional.empty();
        }
        Metric metric = index < Metric.values().length ? Metric.values()[index] : null;
        Window whole = new Window(metric, 1, horizon);
        return whole.isOfTheWhole() ? ofTheWhole(fields, whole) : inTime(fields, metric, horizon);
    }

    private Optional<Window> ofTheWhole(Fields fields, Window window) {
        for (String key : List.of("at", "weeks")) {
            fields.scalar(key, "left out")
                    .ifPresent(scalar -> fields.refuse(
                            key, scalar, "must be left out: " + window.id() + " is known only at the end"));
        }
        return Optional.of(window);
    }

    private Optional<Window> inTime(Fields fields, Metric metric, int horizon) {
        if (fields.has("at") == fields.has("weeks")) {
            problems.add(
                    fields.place(),
                    "%s must have either at: 52 or weeks: 27 to 52",
                    fields.path("").replaceFirst("\\.$", ""));
            return Optional.empty();
        }
        String key = fields.has("at") ? "at" : "weeks";
        Pattern form = fields.has("at") ? WEEK : WEEKS;
        Optional<Tree.Scalar> written = fields.scalar(key, "in weeks");
        Optional<Matcher> match =
                written.map(scalar -> form.matcher(scalar.text().strip())).filter(Matcher::matches);
        if (written.isPresent() && match.isEmpty()) {
            fields.refuse(key, written.get(), "must have the form " + (form == WEEK ? "52" : "27 to 52"));
        }
        return match.flatMap(found -> {
            int first = Integer.parseInt(found.group(1));
            int last = Integer.parseInt(found.group(found.groupCount()));
            if (first < 1 || last < first || last > horizon) {
                fields.refuse(
                        key, written.orElseThrow(), "must lie from week 1 to the horizon (" + horizon + " weeks)");
                return Optional.empty();
            }
            return Optional.of(new Window(metric, first, last));
        });
    }
}
