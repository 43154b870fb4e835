package dev.handoff.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a claim may say about the outcome over the levels; each becomes contrasts of the arms of one context. */
public enum Shape {
    INCREASING,
    DECREASING,
    U_SHAPE,
    INVERTED_U,
    CONVEX,
    CONCAVE,
    CROSSOVER,
    INTERACTION_UP,
    INTERACTION_DOWN,
    EQUAL,
    ABOVE,
    BELOW;

    /** As in files: {@code inverted-u}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it speaks of a second factor. */
    public boolean needsAcross() {
        return this == CROSSOVER || this == INTERACTION_UP || this == INTERACTION_DOWN;
    }

    /** Whether it compares with a given value. */
    public boolean needsValue() {
        return this == ABOVE || this == BELOW;
    }

    public boolean mayHaveValue() {
        return needsValue() || this == EQUAL;
    }

    public int fewestLevels(boolean hasValue) {
        return switch (this) {
            case U_SHAPE, INVERTED_U, CONVEX, CONCAVE -> 3;
            case ABOVE, BELOW -> 1;
            case EQUAL -> hasValue ? 1 : 2;
            default -> 2;
        };
    }

    /** Whether the levels need positions on a scale. */
    public boolean needsPositions() {
        return this == CONVEX || this == CONCAVE;
    }

    /**
     * @param smallest effect that matters, in the outcome's unit
     * @param value to compare with; NaN for none
     */
    Proposition proposition(Design design, double smallest, double value) {
        Contrasts make = new Contrasts(design, smallest);
        return switch (this) {
            case INCREASING -> make.monotone(1);
            case DECREASING -> make.monotone(-1);
            case U_SHAPE -> make.interior(-1);
            case INVERTED_U -> make.interior(1);
            case CONVEX -> Proposition.of(make.sag(1));
            case CONCAVE -> Proposition.of(make.sag(-1));
            case CROSSOVER ->
                Proposition.of(
                        make.difference(0, 1), make.difference(design.across().size() - 1, -1));
            case INTERACTION_UP -> Proposition.of(make.interaction(1));
            case INTERACTION_DOWN -> Proposition.of(make.interaction(-1));
            case EQUAL -> make.equal(value);
            case ABOVE -> make.beyond(value, 1);
            case BELOW -> make.beyond(value, -1);
        };
    }

    /** The contrasts of one design. */
    private record Contrasts(Design design, double smallest) {

        private int last() {
            return design.levels().size() - 1;
        }

        private double[] weights() {
            return new double[design.perContext()];
        }

        private String level(int level) {
            return design.levels().get(level);
        }

        /** The outcome at one level less that at another. */
        private Contrast less(int level, int other, int sign, double bound) {
            double[] weights = weights();
            weights[level] += 1;
            weights[other] -= 1;
            return new Contrast(level(level) + " less " + level(other), weights, sign, bound);
        }

        Proposition monotone(int sign) {
            List<Contrast> vetoes = new ArrayList<>();
            for (int step = 1; step <= last() && last() > 1; step++) {
                vetoes.add(less(step, step - 1, sign, -smallest));
            }
            return new Proposition(List.of(List.of(less(last(), 0, sign, smallest))), vetoes);
        }

        Proposition interior(int sign) {
            List<List<Contrast>> alternatives = new ArrayList<>();
            for (int level = 1; level < last(); level++) {
                alternatives.add(List.of(less(level, 0, sign, smallest), less(level, last(), sign, smallest)));
            }
            return new Proposition(alternatives, List.of());
        }

        /** How far the levels between the ends lie below the straight line between these, on average. */
        Contrast sag(int sign) {
            double[] weights = weights();
            double from = design.position(0);
            double to = design.position(last());
            int between = last() - 1;
            for (int level = 1; level < last(); level++) {
                double share = (design.position(level) - from) / (to - from);
                weights[0] += (1 - share) / between;
                weights[last()] += share / between;
                weights[level] -= 1.0 / between;
            }
            return new Contrast("line between the ends less the levels between them", weights, sign, smallest);
        }

        Contrast difference(int across, int sign) {
            double[] weights = weights();
            weights[across * design.levels().size() + last()] = 1;
            weights[across * design.levels().size()] = -1;
            String what =
                    level(last()) + " less " + level(0) + ", " + design.across().get(across);
            return new Contrast(what, weights, sign, smallest);
        }

        Contrast interaction(int sign) {
            double[] weights = difference(design.across().size() - 1, sign).weights();
            double[] first = difference(0, sign).weights();
            for (int arm = 0; arm < weights.length; arm++) {
                weights[arm] -= first[arm];
            }
            String what = String.format(
                    Locale.ROOT,
                    "(%s less %s), %s less %s",
                    level(last()),
                    level(0),
                    design.across().get(design.across().size() - 1),
                    design.across().get(0));
            return new Contrast(what, weights, sign, smallest);
        }

        Proposition equal(double value) {
            List<Contrast> together = new ArrayList<>();
            boolean absolute = !Double.isNaN(value);
            for (int level = absolute ? 0 : 1; level <= last(); level++) {
                Contrast up = absolute ? single(level, 1, value - smallest) : less(level, 0, 1, -smallest);
                together.add(up);
                double bound = absolute ? -value - smallest : -smallest;
                together.add(new Contrast(up.what(), up.weights(), -1, bound));
            }
            return new Proposition(List.of(together), List.of());
        }

        Proposition beyond(double value, int sign) {
            List<Contrast> together = new ArrayList<>();
            for (int level = 0; level <= last(); level++) {
                together.add(single(level, sign, sign * value + smallest));
            }
            return new Proposition(List.of(together), List.of());
        }

        private Contrast single(int level, int sign, double bound) {
            double[] weights = weights();
            weights[level] = 1;
            return new Contrast(level(level), weights, sign, bound);
        }
    }
}
