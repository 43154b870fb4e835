package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.PrecisionGoal;
import dev.handoff.statistics.PrecisionReached;
import dev.handoff.study.Estimand;
import dev.handoff.study.Precision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How exactly something became known, on a screen. */
public final class PrecisionScreen {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;

    private PrecisionScreen() {}

    /**
     * One estimate that shall be known.
     *
     * @param of which variant, with a colon, or empty
     */
    public record Wanted(String of, Precision precision) {
        /** As the user typed it, with the variant. */
        public String label() {
            return of + precision.text();
        }
    }

    /** A line on the whole, and a table with a row for each estimate. */
    public static String text(List<Wanted> wanted, PrecisionGoal goal, Terminal terminal) {
        if (goal.replications() == 0) {
            return "Interrupted before it was looked at how exactly anything is known\n";
        }
        List<String> asked = new ArrayList<>();
        List<String> known = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            PrecisionReached reached = goal.reached().get(place);
            asked.add(wanted.get(place).label());
            known.add(known(wanted.get(place).precision(), reached));
            needed.add(needed(reached));
        }
        TextTable table = new TextTable(terminal.columns());
        table.column("asked for", asked);
        table.column("known, all together with 95 % confidence", known);
        table.column("replications needed", needed);
        String replications = Words.count(goal.replications()) + " replications";
        return (goal.isReached()
                        ? "Known as exactly as asked for after " + replications
                        : "Not known as exactly as asked for after " + replications
                                + "; a larger -n with --extend goes on")
                + "\n" + table.text();
    }

    private static String known(Precision precision, PrecisionReached reached) {
        Estimand estimand = precision.estimand();
        double size = precision.relative()
                ? precision.halfWidth() * Math.abs(reached.interval().estimate())
                : precision.halfWidth();
        Measure measure = new Measure(estimand.measure().id(), estimand.unit(), estimand.text());
        Amount amount = Amount.of(measure, size > 0 ? size : 1);
        return amount.number(reached.interval().estimate()) + " " + amount.unit() + " ± "
                + amount.number(reached.interval().halfWidth()) + " (" + amount.limits(reached.interval()) + ")";
    }

    private static String needed(PrecisionReached reached) {
        if (reached.isMet()) {
            return "met";
        }
        return Double.isNaN(reached.replicationsNeeded())
                ? "unknown"
                : "about " + roughly(reached.replicationsNeeded());
    }

    /** With two digits that count. */
    public static String roughly(double count) {
        return String.format(
                Locale.ROOT,
                "%,d",
                new BigDecimal(count)
                        .round(new MathContext(2, RoundingMode.HALF_UP))
                        .toBigInteger());
    }

    /** "3 hours". */
    public static String time(double seconds) {
        if (seconds < 2 * MINUTE) {
            return roughly(Math.max(1, seconds)) + " seconds";
        }
        if (seconds < 2 * HOUR) {
            return roughly(seconds / MINUTE) + " minutes";
        }
        return seconds < 2 * DAY ? roughly(seconds / HOUR) + " hours" : roughly(seconds / DAY) + " days";
    }
}
