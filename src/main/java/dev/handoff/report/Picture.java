package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Outcome;
import dev.handoff.metric.Metric;
import dev.handoff.model.mechanism.Burnout;
import java.util.Locale;

/** The three curves that are drawn: what each asks and what has to be said beside it. */
enum Picture {
    CAPACITY_FREED(
            Metric.CAPACITY_FREED,
            "How many hours a week does delegation free?",
            "Capacity freed (hours a week)",
            4,
            "Freed: hours that answered requests would have cost the executive, less hours spent on them."
                    + " Mean of 4 weeks; weekly values: curves.csv."),
    BURNOUT_RISK(
            Metric.BURNOUT_RISK,
            "How likely is the executive to burn out?",
            "First burnout since the promotion (%)",
            1,
            ""),
    CUSTOMER_CHURN(
            Metric.CUSTOMER_CHURN,
            "How many customers are lost?",
            "Initial customers lost (%)",
            1,
            "Lost: initial customers who left, for whatever reason; causes are in curves.csv.");

    private static final double WEEKS_PER_YEAR = 52;

    private final Metric metric;
    private final String question;
    private final String axis;
    private final int smoothing;
    private final String note;

    Picture(Metric metric, String question, String axis, int smoothing, String note) {
        this.metric = metric;
        this.question = question;
        this.axis = axis;
        this.smoothing = smoothing;
        this.note = note;
    }

    Metric metric() {
        return metric;
    }

    String question() {
        return question;
    }

    /** Title of the vertical axis, with its unit. */
    String axis() {
        return axis;
    }

    boolean isShare() {
        return this != CAPACITY_FREED;
    }

    /** Weeks over which values are averaged before they are drawn. */
    int smoothing() {
        return smoothing;
    }

    String fanMeaning() {
        return this == BURNOUT_RISK
                ? "10 to 90 % of replications: the risk that each one carried"
                : "10 to 90 % of replications: what one firm may experience";
    }

    /** What a reader must know to read the picture alone. */
    String note(Outcome outcome) {
        ArmResult result = outcome.results().get(0);
        if (this == BURNOUT_RISK) {
            return burnoutNote(result);
        }
        boolean exists = !Double.isNaN(result.curve(metric).mean(result.arm().horizon()));
        return exists ? note : "There are no customers, so none can be lost.";
    }

    private static String burnoutNote(ArmResult result) {
        Burnout.Settings burnout = result.arm().scenario().burnout();
        double perYear = burnout.baseHazardPerWeek().mean() * WEEKS_PER_YEAR;
        String definition = Math.abs(perYear - 0.06) < 0.0005 ? " (middle definition)" : "";
        return String.format(
                Locale.ROOT,
                "Burnout: base hazard %s %% a year up to %s h a week%s, rising with strain.",
                Numbers.text(Math.round(perYear * 1000) / 10.0),
                Numbers.text(burnout.thresholdHoursPerWeek()),
                definition);
    }

    String fileName(String extension) {
        return metric.id() + "." + extension;
    }
}
