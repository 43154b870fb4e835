package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Burnout;
import dev.handoff.model.mechanism.Fatigue;
import dev.handoff.model.people.Server;
import dev.handoff.model.people.TaskGroup;
import java.util.Arrays;

/** How long hours tire executives, and when they burn out and recover (model.md, section 9). */
final class ExecutiveHealth {
    private final World world;
    private final Fatigue fatigue;
    private final Burnout burnout;
    private final int[] burnouts; // by executive
    private final double[] hoursAtReview; // by executive: clock hours

    ExecutiveHealth(World world) {
        this.world = world;
        fatigue = world.fatigue;
        burnout = world.burnout;
        burnouts = new int[world.executives.count()];
        hoursAtReview = new double[world.executives.count()];
    }

    /** Executives are used to the hours of the old job. */
    void begin() {
        double[] oldHours = oldHours();
        for (int executive = 0; executive < oldHours.length; executive++) {
            double hours = Math.min(world.executives.maximumHours(executive), oldHours[executive]);
            fatigue.begin(executive, hours);
            burnout.settle(executive, hours);
        }
    }

    /* Expected hours a week of the old job, by executive. */
    private double[] oldHours() {
        Scenario scenario = world.scenario();
        double[] hours = new double[world.executives.count()];
        double tasks =
                scenario.tasks().stream().mapToDouble(TaskGroup::hoursPerWeek).sum();
        Arrays.fill(hours, scenario.executive().dutyHoursPerWeek() + tasks);
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            hours[world.contacts.executive(contact)] +=
                    world.contacts.hoursPerWeek(contact, scenario.executive().interruptionHours());
        }
        return hours;
    }

    /** The promotion: from now on executives can burn out. */
    void beginStrain() {
        for (int executive = 0; executive < burnouts.length; executive++) {
            burnout.begin(executive, budget(executive), world.now());
        }
    }

    /** The end of a week; whether a burnout begins within the coming one is settled. Gives back the clock hours of the past one. */
    double onWeek(int executive) {
        Server server = world.executives.server(executive);
        double hours = server.clockHours(world.now());
        double worked = hours - hoursAtReview[executive];
        hoursAtReview[executive] = hours;
        fatigue.onWeek(executive, worked);
        double demand = burnout.onWeek(executive, worked, server.backlogHours());
        if (world.isPromoted()) {
            double onset = burnout.onsetWithinWeek(executive, demand, world.now());
            world.events.set(EventKind.BURNOUT_BEGINS.ordinal(), executive, onset);
        }
        return worked;
    }

    void burnoutBegins(int executive) {
        burnout.onOnset(executive, world.now());
        double recovery = world.draws.recovery(executive, burnouts[executive]++);
        world.events.set(EventKind.BURNOUT_ENDS.ordinal(), executive, world.now() + recovery);
    }

    void burnoutEnds(int executive) {
        burnout.onRecovery(executive, budget(executive));
    }

    private double budget(int executive) {
        return world.draws.exponential(Source.BURNOUT_BUDGET, executive, burnouts[executive]);
    }
}
