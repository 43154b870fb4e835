package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/**
 * The life of a request from the call to the work on it (model.md, section 3); the steps are numbered as there. What becomes of
 * the work is told by {@link Outcomes}.
 */
final class RequestLife {
    private final World world;
    private final Draws draws;
    private final Contacts contacts;
    private final Requests requests;
    private Scenario settings;

    RequestLife(World world) {
        this.world = world;
        draws = world.draws;
        contacts = world.contacts;
        requests = world.requests;
        adopt(world.scenario());
    }

    void adopt(Scenario changed) {
        settings = changed;
    }

    void scheduleNext(int contact) {
        double gap = draws.exponential(Source.REQUEST_GAP, contact, contacts.calls(contact)) / contacts.rate(contact);
        world.events.set(EventKind.REQUEST_ARRIVES.ordinal(), contact, world.now() + gap);
    }

    /** Step 1. */
    void arrives(int contact) {
        int number = contacts.calls(contact);
        contacts.onCall(contact);
        scheduleNext(contact);
        double drawn = draws.requestSize(contacts.group(contact), contact, number);
        double size = world.improvement.sizeForAll(drawn, world.now());
        double baseline = size + settings.executive().interruptionHours();
        int stage = world.handover.stageAtCall(contact);
        int request = requests.open(contact, number, world.now(), size, baseline, stage);
        if (uniform(Source.URGENT, request) < settings.requests().urgentShare()) {
            requests.markUrgent(request);
        }
        watch(request);
        if (world.abandonment.isActive()) {
            limitPatience(request);
        }
        route(request, stage);
    }

    /* Steps 2 to 4. */
    private void route(int request, int stage) {
        if (world.pruning.isMarked(requests.contact(request))) {
            hold(request, world.pruning.nextDelay(requests.contact(request)));
        } else if (requests.isUrgent(request) && settings.requests().promptUrgent()) {
            callExecutive(request, Jobs.Kind.DIRECT, requests.baseline(request), Server.URGENT);
        } else if (stage == Handoff.DIRECT) {
            callExecutive(request, Jobs.Kind.DIRECT, requests.baseline(request), Server.CONTACTS);
        } else if (stage <= Handoff.FRIENDLY_TALK) {
            putThrough(request, stage);
        } else {
            choose(request, stage);
        }
    }

    /* Step 3, stages 1 and 2. */
    private void putThrough(int request, int stage) {
        int contact = requests.contact(request);
        int delegate = contacts.delegate(contact);
        boolean urgent = requests.isUrgent(request);
        Handoff.Work minutes = settings.handoff().work();
        world.belief.onPutThrough(contact, stage);
        world.skill.onListening(delegate, contact);
        double hours = stage == Handoff.RECEPTIONIST ? minutes.receptionistHours() : minutes.listeningHours();
        work().giveDelegate(delegate, Jobs.Kind.MINUTES, hours, Requests.NONE, Server.MANAGEMENT);
        hold(request, world.handoff.delay(stage));
        if (!urgent) {
            world.handover.onCall(contact);
        }
    }

    /* Step 4. */
    private void choose(int request, int stage) {
        int contact = requests.contact(request);
        boolean urgent = requests.isUrgent(request);
        double habitFactor = world.announcement.habitFactor(world.now(), world.handoff.thirdStageBeganAt(contact));
        double probability = world.choice.executiveProbability(contact, habitFactor);
        boolean wantsExecutive = uniform(Source.CHOICE, request) < probability;
        if (!wantsExecutive) {
            giveToDelegate(request);
        } else if (stage == Handoff.DELEGATE_LEADS) {
            goesRoundTheDelegate(request);
        } else {
            leaveMessage(request, stage);
        }
        if (!urgent) {
            world.tally.choice(contact, wantsExecutive, world.now());
            world.handover.onOffer(contact, stage, !wantsExecutive);
        }
    }

    /* Step 5. */
    private void leaveMessage(int request, int stage) {
        int delegate = contacts.delegate(requests.contact(request));
        double hours = settings.handoff().work().messageHours();
        work().giveDelegate(delegate, Jobs.Kind.MINUTES, hours, Requests.NONE, Server.MANAGEMENT);
        hold(request, world.handoff.delay(stage));
    }

    /* Step 6. */
    private void goesRoundTheDelegate(int request) {
        if (!world.intervention.isActive()) {
            giveToDelegate(request);
        } else if (executiveStepsIn(request)) {
            stepIn(request);
        } else {
            double hours = world.intervention.redirectHours();
            callExecutive(request, Jobs.Kind.REDIRECT, hours, Server.MANAGEMENT);
        }
    }

    /** Whether the executive steps in rather than leave it to the delegate; its own habit learns from it. */
    boolean executiveStepsIn(int request) {
        int executive = executive(request);
        boolean stepsIn = world.intervention.happens(executive, uniform(Source.INTERVENE, request));
        if (stepsIn) {
            world.intervention.onSteppedIn(executive);
        } else {
            world.intervention.onSentBack(executive);
        }
        return stepsIn;
    }

    private void stepIn(int request) {
        if (!world.intervention.isJointCall()) {
            callExecutive(request, Jobs.Kind.INTERVENTION, requests.baseline(request), Server.MANAGEMENT);
            return;
        }
        double hours = world.intervention.jointCallHours(requests.size(request));
        int delegate = contacts.delegate(requests.contact(request));
        work().giveDelegate(delegate, Jobs.Kind.MINUTES, hours, Requests.NONE, Server.MANAGEMENT);
        callExecutive(request, Jobs.Kind.JOINT_CALL, hours, Server.MANAGEMENT);
    }

    /* Steps 3 and 5: a deliberate delay. */
    private void hold(int request, double delay) {
        if (delay > 0) {
            double until = world.now() + delay;
            requests.hold(request, until);
            world.events.schedule(EventKind.CALLBACK_DUE.ordinal(), request, until);
        } else {
            reachExecutive(request);
        }
    }

    /** The deliberate delay is over, unless the request was closed meanwhile. */
    void callbackDue(int request) {
        if (requests.isHeldUntil(request, world.now())) {
            requests.release(request);
            reachExecutive(request);
        }
    }

    private void reachExecutive(int request) {
        if (requests.stage(request) <= Handoff.FRIENDLY_TALK) {
            callExecutive(request, Jobs.Kind.DIRECT, requests.baseline(request), Server.CONTACTS);
        } else {
            callExecutive(request, Jobs.Kind.CALLBACK, requests.size(request), Server.CONTACTS);
        }
    }

    /** Gives the executive work on a request, unless the line is too long. */
    void callExecutive(int request, Jobs.Kind kind, double hours, int line) {
        int executive = executive(request);
        if (world.abandonment.turnsAway(world.executives.server(executive).waiting())) {
            giveUp(request);
        } else {
            work().giveExecutive(executive, kind, hours, request, line);
        }
    }

    /** Gives the request to the contact's delegate, who may drop it. */
    void giveToDelegate(int request) {
        if (!world.looseEnds.drop(request)) {
            enterDelegateLine(request);
        }
    }

    /** The delegate takes note of the request, unless the line is too long; the executive while the post is vacant. */
    void enterDelegateLine(int request) {
        int delegate = contacts.delegate(requests.contact(request));
        if (!world.delegates.isEmployed(delegate)) {
            callExecutive(request, Jobs.Kind.DIRECT, requests.baseline(request), Server.CONTACTS);
        } else if (world.abandonment.turnsAway(world.delegates.server(delegate).waiting())) {
            giveUp(request);
        } else {
            work().giveDelegate(delegate, Jobs.Kind.TASK, requests.size(request), request, Server.CONTACTS);
        }
    }

    /** Gives a repair to the contact's delegate, or to the executive while the post is vacant. */
    void repair(int request) {
        int delegate = contacts.delegate(requests.contact(request));
        if (world.delegates.isEmployed(delegate)) {
            work().giveDelegate(delegate, Jobs.Kind.REPAIR, 0, request, Server.CONTACTS);
        } else {
            takeOver(request, true);
        }
    }

    /** What lay with a delegate who is gone is done by the executive; a repair however long the line is. */
    void takeOver(int request, boolean repair) {
        if (repair) {
            double hours = requests.size(request) + settings.executive().interruptionHours();
            work().giveExecutive(executive(request), Jobs.Kind.REPAIR_IN_PERSON, hours, request, Server.CONTACTS);
        } else {
            callExecutive(request, Jobs.Kind.DIRECT, requests.baseline(request), Server.CONTACTS);
        }
    }

    /** Where waits are felt before the answer, the contact's patience ends some time. */
    void watch(int request) {
        if (world.impatience.isActive()) {
            double until = world.now() + contacts.patience(requests.contact(request));
            requests.feelAt(request, until);
            world.events.schedule(EventKind.WAIT_IS_FELT.ordinal(), request, until);
        }
    }

    /** The contact's patience with a request ends, unless it was closed meanwhile. */
    void waitIsFelt(int request) {
        if (requests.isFeltAt(request, world.now())) {
            int contact = requests.contact(request);
            double size = world.satisfaction.onOutOfPatience(
                    contact,
                    world.expectation.overall(contact),
                    contacts.patience(contact),
                    requests.isUrgent(request));
            requests.setFeltLoss(request, size);
            world.departures.onSatisfactionChanged(contact);
        }
    }

    private void limitPatience(int request) {
        double until = world.now() + draws.requestPatience(requests.contact(request), requests.number(request));
        requests.limitPatience(request, until);
        world.events.schedule(EventKind.PATIENCE_ENDS.ordinal(), request, until);
    }

    /** The patience of a request ends, unless it was closed meanwhile; what is in service is waited for. */
    void patienceEnds(int request) {
        if (requests.givesUpAt(request, world.now()) && !work().isInService(request)) {
            giveUp(request);
        }
    }

    private void giveUp(int request) {
        int contact = requests.contact(request);
        world.satisfaction.onGivenUp(contact, requests.feltLoss(request));
        closeGivenUp(request);
        world.departures.onSatisfactionChanged(contact);
    }

    /** The contact no longer waits for an answer. */
    void closeGivenUp(int request) {
        int contact = requests.contact(request);
        world.expectation.onGivenUp(contact, world.now() - requests.arrivedAt(request));
        if (world.isPromoted()) {
            world.tally.givenUp();
        }
        closeUnanswered(request);
    }

    void closeUnanswered(int request) {
        double spent = work().withdraw(request);
        if (requests.isLying(request)) {
            world.tally.withdrawnDrop();
        }
        for (Activity activity : Activity.ON_REQUESTS) {
            spent += requests.spent(request, activity.ordinal());
        }
        world.books.outside(executive(request), Activity.NEVER_CLOSED, spent);
        requests.close(request);
    }

    private int executive(int request) {
        return contacts.executive(requests.contact(request));
    }

    private double uniform(Source source, int request) {
        return draws.uniform(source, requests.contact(request), requests.number(request));
    }

    private Work work() {
        return world.work;
    }
}
