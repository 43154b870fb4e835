package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/** The executives' own duties: those of the old job, and those that the promotion adds (model.md, section 2). */
final class Duties {
    private final World world;
    private final double meanHours;
    private final DutyStream[] old; // by executive
    private final DutyStream[] added; // by executive
    private double oldPerWeek;
    private double addedPerWeek;

    Duties(World world) {
        this.world = world;
        meanHours = world.scenario().executive().dutySizeHours().mean();
        old = streams(Source.DUTY_GAP, Source.DUTY_SIZE);
        added = streams(Source.ADDED_DUTY_GAP, Source.ADDED_DUTY_SIZE);
        readRates(world.scenario());
    }

    /** Those of the old job begin. */
    void begin() {
        for (int executive = 0; executive < old.length; executive++) {
            old[executive].begin(oldPerWeek, world.now());
            scheduleOld(executive);
        }
    }

    /** The added ones begin. */
    void beginAdded() {
        for (int executive = 0; executive < added.length; executive++) {
            added[executive].begin(addedPerWeek, world.now());
            scheduleAdded(executive);
        }
    }

    void adopt(Scenario settings) {
        readRates(settings);
        for (int executive = 0; executive < old.length; executive++) {
            old[executive].changeRate(oldPerWeek, world.now());
            added[executive].changeRate(addedPerWeek, world.now());
            scheduleOld(executive);
            scheduleAdded(executive);
        }
    }

    void oldArrives(int executive) {
        double hours = old[executive].arrive(world.now());
        scheduleOld(executive);
        give(executive, hours);
    }

    void addedArrives(int executive) {
        double hours = added[executive].arrive(world.now());
        scheduleAdded(executive);
        give(executive, hours);
    }

    /** What improving the processes takes of a week, where somebody does. */
    void improve(int executive) {
        double hours = world.improvement.executiveHours();
        if (world.improvement.isActive() && hours > 0) {
            world.work.giveExecutive(executive, Jobs.Kind.IMPROVEMENT, hours, Requests.NONE, Server.MANAGEMENT);
        }
    }

    private void give(int executive, double hours) {
        world.work.giveExecutive(executive, Jobs.Kind.DUTY, hours, Requests.NONE, Server.DUTIES);
    }

    private void scheduleOld(int executive) {
        world.events.set(EventKind.DUTY_ARRIVES.ordinal(), executive, old[executive].nextAt());
    }

    private void scheduleAdded(int executive) {
        world.events.set(EventKind.ADDED_DUTY_ARRIVES.ordinal(), executive, added[executive].nextAt());
    }

    private void readRates(Scenario settings) {
        oldPerWeek = settings.executive().dutyHoursPerWeek() / meanHours;
        addedPerWeek = settings.promotion().addedHoursPerWeek() / meanHours;
    }

    private DutyStream[] streams(Source gap, Source size) {
        DutyStream[] streams = new DutyStream[world.executives.count()];
        for (int executive = 0; executive < streams.length; executive++) {
            streams[executive] = new DutyStream(world.draws, gap, size, executive);
        }
        return streams;
    }
}
