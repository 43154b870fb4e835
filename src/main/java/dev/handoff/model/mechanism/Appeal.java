package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Each contact's propensity, a level from 0 to 1, to appeal to the executive against an answer that it dislikes. Granted
 * appeals raise it and give value away, refused ones lower it (M8).
 */
public final class Appeal {

    /** The {@code appeal} section of a scenario. */
    public record Settings(
            boolean active,
            double unfavourableShare,
            double initial,
            double learningRate,
            double concession,
            double grantedShare,
            double refusalWorkHours) {}

    private Settings settings;
    private final double[] propensity; // by contact

    public Appeal(Settings settings, int contacts) {
        this.settings = settings;
        propensity = new double[contacts];
        Arrays.fill(propensity, settings.initial());
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Level from 0 to 1. */
    public double of(int contact) {
        return propensity[contact];
    }

    /** @param unfavourable and {@code appealing} are variates from 0 to 1 */
    public boolean happens(int contact, double unfavourable, double appealing) {
        return settings.active() && unfavourable < settings.unfavourableShare() && appealing < propensity[contact];
    }

    public void onGranted(int contact) {
        propensity[contact] = Level.raised(propensity[contact], settings.learningRate());
    }

    public void onRefused(int contact) {
        propensity[contact] = Level.lowered(propensity[contact], settings.learningRate());
    }

    /** The contact had to chase what the delegate dropped. */
    public void onDropped(int contact) {
        if (settings.active()) {
            propensity[contact] = Level.raised(propensity[contact], settings.learningRate());
        }
    }

    /** Share of the contact's value that a granted appeal gives away, 0 to 1. */
    public double concession() {
        return settings.concession();
    }

    /** Hours that a granted appeal takes the executive, apart from the interruption. */
    public double grantedHours(double requestHours) {
        return settings.grantedShare() * requestHours;
    }

    /** Hours that a refused appeal takes the executive. */
    public double refusedHours() {
        return settings.refusalWorkHours();
    }
}
