package dev.handoff.model.mechanism;

import dev.handoff.kernel.Check;

/**
 * How much an hour of each executive yields. Remembered weekly hours up to a first limit give full output; beyond it the yield
 * of further hours falls steadily to nothing at a second limit (M1; Pencavel 2014).
 */
public final class Fatigue {

    /** The {@code fatigue} section of a scenario. */
    public record Settings(
            boolean active, double fullOutputHoursPerWeek, double flatOutputHoursPerWeek, double memoryWeeks) {
        public Settings {
            Check.that(
                    fullOutputHoursPerWeek < flatOutputHoursPerWeek,
                    "flat-output-hours (%s) must be above full-output-hours (%s)",
                    flatOutputHoursPerWeek,
                    fullOutputHoursPerWeek);
        }
    }

    private Settings settings;
    private final double[] weeklyHours; // by executive
    private final double[] yield; // by executive: output of an hour

    public Fatigue(Settings settings, int executives) {
        this.settings = settings;
        weeklyHours = new double[executives];
        yield = new double[executives];
        adopt(settings);
    }

    public void adopt(Settings changed) {
        settings = changed;
        for (int executive = 0; executive < yield.length; executive++) {
            remember(executive, weeklyHours[executive]);
        }
    }

    /** @param hours a week that the executive is used to */
    public void begin(int executive, double hours) {
        remember(executive, hours);
    }

    /** Remembered hours a week. */
    public double weeklyHours(int executive) {
        return weeklyHours[executive];
    }

    /** @param worked clock hours in the past week */
    public void onWeek(int executive, double worked) {
        remember(executive, weeklyHours[executive] + memoryShare() * (worked - weeklyHours[executive]));
    }

    /** How much of what is remembered is the past week. */
    public double memoryShare() {
        return -StrictMath.expm1(-1 / settings.memoryWeeks());
    }

    /** Output of an hour, above 0 to 1. */
    public double yield(int executive) {
        return yield[executive];
    }

    private void remember(int executive, double hours) {
        weeklyHours[executive] = hours;
        boolean tired = settings.active() && hours > settings.fullOutputHoursPerWeek();
        yield[executive] = tired ? output(hours) / hours : 1;
    }

    /** Output of so many hours a week, in hours at full yield. */
    double output(double hours) {
        double full = settings.fullOutputHoursPerWeek();
        double width = settings.flatOutputHoursPerWeek() - full;
        if (hours <= full) {
            return hours;
        }
        double left = Math.max(0, 1 - (hours - full) / width);
        return full + width / 2 * (1 - left * left);
    }
}
