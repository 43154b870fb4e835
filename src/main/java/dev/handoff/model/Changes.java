package dev.handoff.model;

import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Touches;

/** Settings that change in time: everybody adopts the new ones at once, and what hangs on them begins, ends or begins anew. */
final class Changes {
    private final World world;
    private final Handoff handoff;
    private final Handover handover;
    private int made;

    Changes(World world) {
        this.world = world;
        handoff = world.handoff;
        handover = world.handover;
    }

    void scheduleNext() {
        if (made < world.scenario().changes().size()) {
            double at = world.scenario().changes().get(made).atWeek();
            world.events.set(EventKind.SETTINGS_CHANGE.ordinal(), 0, at);
        }
    }

    void due() {
        Handoff.Mode before = handoff.mode();
        double longestStage = handoff.longestStage();
        double checkInsPerWeek = world.followUp.checkInsPerWeek();
        Touches.Settings touches = world.touches.settings();
        boolean overseen = world.coordination.isActive();
        boolean growing = world.growth.isActive();
        adopt(world.scenario().changes().get(made++).settings());
        scheduleNext();
        if (!growing && world.growth.isActive()) {
            world.sales.begin();
        }
        world.departures.onSettingsChanged();
        world.departures.prune();
        changeHandover(before, longestStage, checkInsPerWeek);
        if (before != Handoff.Mode.NONE) {
            changeTouches(touches);
            changeOversight(overseen);
        }
        returnFromAbsence();
    }

    private void changeHandover(Handoff.Mode before, double longestStage, double checkInsPerWeek) {
        Handoff.Mode after = handoff.mode();
        if (after == Handoff.Mode.NONE && before != after) {
            handover.end();
        } else if (before == Handoff.Mode.NONE && before != after) {
            handover.ask();
        } else if (after != Handoff.Mode.NONE && handover.isApproved()) {
            if (after == Handoff.Mode.ABRUPT && before != after) {
                handover.hurry();
            } else if (handoff.longestStage() != longestStage) {
                handover.onPaceChanged();
            }
            if (world.followUp.checkInsPerWeek() != checkInsPerWeek) {
                handover.beginCheckIns();
            }
        }
    }

    /* The series begins anew where it is followed up in another way; a handover that begins has begun its own. */
    private void changeTouches(Touches.Settings before) {
        if (handover.isApproved() && !world.touches.settings().equals(before)) {
            world.looseEnds.begin();
        }
    }

    private void changeOversight(boolean before) {
        if (handoff.mode() == Handoff.Mode.NONE) {
            return;
        }
        if (before && !world.coordination.isActive()) {
            world.oversight.end();
        } else if (!before) {
            world.oversight.begin();
        }
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            handover.onTrustChanged(delegate);
        }
    }

    private void returnFromAbsence() {
        for (int executive = 0; executive < world.executives.count(); executive++) {
            if (world.executives.server(executive).isIdle()) {
                world.work.beginExecutive(executive);
            }
        }
    }

    private void adopt(Scenario settings) {
        world.work.adopt(settings);
        world.life.adopt(settings);
        world.outcomes.adopt(settings);
        world.fatigue.adopt(settings.fatigue());
        world.burnout.adopt(settings.burnout());
        world.handoff.adopt(settings.handoff());
        world.announcement.adopt(settings.announcement());
        world.choice.adopt(settings.choice());
        world.habit.adopt(settings.habit());
        world.belief.adopt(settings.belief());
        world.expectation.adopt(settings.expectation());
        world.satisfaction.adopt(settings.satisfaction());
        world.impatience.adopt(settings.impatience());
        world.abandonment.adopt(settings.abandonment());
        world.reactance.adopt(settings.reactance());
        world.churn.adopt(settings.churn());
        world.pruning.adopt(settings.pruning());
        world.growth.adopt(settings.growth());
        world.skill.adopt(settings.skill());
        world.errors.adopt(settings.errors());
        world.escalation.adopt(settings.escalation());
        world.improvement.adopt(settings.improvement(), world.now());
        world.confidence.adopt(settings.confidence());
        world.ownership.adopt(settings.ownership());
        world.morale.adopt(settings.morale(), world.now());
        world.turnover.adopt(settings.turnover());
        world.latitude.adopt(settings.latitude());
        world.milestones.adopt(settings.milestones());
        world.intervention.adopt(settings.intervention());
        world.appeal.adopt(settings.appeal());
        world.followUp.adopt(settings.followUp());
        world.trust.adopt(settings.trust());
        world.coordination.adopt(settings.coordination());
        world.tasks.adopt(settings);
        world.money.adopt(settings.money());
        world.hiring.adopt(settings.hiring());
        world.barter.adopt(settings.barter());
        world.outsourcing.adopt(settings.outsourcing());
        world.accounts.adopt(settings);
        world.touches.adopt(settings.followUp().touches());
        world.drops.adopt(settings.drops());
        world.leads.adopt(settings.leads());
        world.appointments.adopt(settings.appointments());
        world.duties.adopt(settings);
    }
}
