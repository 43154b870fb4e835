package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/** The life of a request from the call to the answer (model.md, section 3); the steps are numbered as there. */
final class RequestLife {
    private final World world;
    private final Draws draws;
    private final Contacts contacts;
    private final Requests requests;
    private final Jobs jobs;
    private Scenario settings;

    RequestLife(World world) {
        this.world = world;
        draws = world.draws;
        contacts = world.contacts;
        requests = world.requests;
        jobs = world.jobs;
        adopt(world.scenario());
    }

    void adopt(Scenario changed) {
        settings = changed;
    }

    /** Step 1. */
    void arrives(int contact) {
        int number = contacts.calls(contact);
        contacts.onCall(contact);
        world.scheduleNextRequest(contact);
        double size = draws.requestSize(contacts.group(contact), contact, number);
        double baseline = size + settings.executive().interruptionHours();
        int stage = world.handoff.stage(contact);
        int request = requests.open(contact, number, world.now(), size, baseline, stage);
        if (uniform(Source.URGENT, request) < settings.requests().urgentShare()) {
            requests.markUrgent(request);
        }
        if (world.abandonment.isActive()) {
            limitPatience(request);
        }
        route(request, stage);
    }

    /* Steps 2 to 4. */
    private void route(int request, int stage) {
        if (requests.isUrgent(request) && settings.requests().promptUrgent()) {
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
        hold(request, stage);
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
        hold(request, stage);
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

    private boolean executiveStepsIn(int request) {
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

    /* Steps 3 and 5: the deliberate delay of a stage. */
    private void hold(int request, int stage) {
        double delay = world.handoff.delay(stage);
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

    private void callExecutive(int request, Jobs.Kind kind, double hours, int line) {
        int executive = executive(request);
        if (world.abandonment.turnsAway(world.executives.server(executive).waiting())) {
            giveUp(request);
        } else {
            work().giveExecutive(executive, kind, hours, request, line);
        }
    }

    private void giveToDelegate(int request) {
        int delegate = contacts.delegate(requests.contact(request));
        if (world.abandonment.turnsAway(world.delegates.server(delegate).waiting())) {
            giveUp(request);
        } else {
            work().giveDelegate(delegate, Jobs.Kind.TASK, 0, request, Server.CONTACTS);
        }
    }

    /** Steps 7 and 8: what becomes of a job that the delegate takes up. */
    void delegateBegins(int delegate, int job) {
        int request = jobs.request(job);
        if (jobs.kind(job) == Jobs.Kind.REPAIR) {
            jobs.decide(job, Jobs.Kind.REPAIR, world.skill.workingTime(delegate, requests.size(request)));
        } else if (jobs.kind(job) == Jobs.Kind.TASK) {
            decideTask(delegate, job, request);
        }
    }

    private void decideTask(int delegate, int job, int request) {
        int contact = requests.contact(request);
        double difficulty = draws.difficulty(contact, requests.number(request));
        requests.setDifficulty(request, difficulty);
        double skill = world.skill.effective(delegate, contact);
        double perceived = world.confidence.perceivedSkill(delegate, skill);
        boolean escalates = world.escalation.happens(world.skill.successLogOdds(perceived, difficulty));
        if (world.isPromoted()) {
            world.tally.delegateBegan(escalates);
        }
        if (escalates) {
            jobs.decide(job, Jobs.Kind.HANDING_BACK, world.escalation.delegateHours());
        } else {
            decideOutcome(delegate, job, request, world.skill.successProbability(skill, difficulty));
        }
    }

    private void decideOutcome(int delegate, int job, int request, double successProbability) {
        double hours = world.skill.workingTime(delegate, requests.size(request));
        if (!world.errors.happens(successProbability, uniform(Source.SUCCESS, request))) {
            jobs.decide(job, Jobs.Kind.SUCCESS, hours);
        } else if (world.followUp.catchesError(uniform(Source.CAUGHT, request))) {
            jobs.decide(job, Jobs.Kind.CAUGHT_ERROR, world.errors.withRedo(hours));
        } else {
            jobs.decide(job, Jobs.Kind.ERROR, hours);
        }
    }

    /** The executive has finished a job of so many hours, maybe for a request. */
    void executiveDone(Jobs.Kind kind, double hours, int request) {
        switch (kind) {
            case DIRECT -> servedByExecutive(request, Activity.DIRECT, hours);
            case CALLBACK -> servedByExecutive(request, Activity.CALLBACK, hours);
            case INTERVENTION -> steppedIn(request, hours);
            case JOINT_CALL -> jointCallEnded(request, hours);
            case REDIRECT -> sentBack(request, hours);
            case ESCALATION -> escalationAnswered(request, hours);
            case APPEAL_GRANTED -> appealGranted(request, hours);
            case APPEAL_REFUSED -> appealRefused(request, hours);
            case CHECK_IN -> world.bookOverhead(Activity.CHECK_IN, hours);
            case PLANNING -> world.bookOverhead(Activity.PLANNING, hours);
            case DUTY -> world.bookOutside(Activity.DUTIES, hours);
            case ORPHAN -> world.bookOutside(Activity.NEVER_CLOSED, hours);
            default -> throw new AssertionError(kind);
        }
    }

    /** The delegate has finished a job, maybe for a request. */
    void delegateDone(Jobs.Kind kind, int delegate, int request) {
        switch (kind) {
            case HANDING_BACK -> handedBack(request);
            case SUCCESS -> solved(delegate, request, false);
            case CAUGHT_ERROR -> solved(delegate, request, true);
            case ERROR -> failed(delegate, request);
            case REPAIR -> answer(request, false, false, false);
            case MINUTES, ORPHAN -> {
                // Nobody waits for it.
            }
            default -> throw new AssertionError(kind);
        }
    }

    private void servedByExecutive(int request, Activity activity, double hours) {
        requests.spend(request, activity.ordinal(), hours);
        rewardHabit(request);
        answer(request, true, false, false);
    }

    private void steppedIn(int request, double hours) {
        requests.spend(request, Activity.INTERVENTION.ordinal(), hours);
        override(request);
        rewardHabit(request);
        answer(request, true, false, false);
    }

    private void jointCallEnded(int request, double hours) {
        int contact = requests.contact(request);
        requests.spend(request, Activity.JOINT_CALL.ordinal(), hours);
        world.skill.onJointCall(contacts.delegate(contact), contact, difficulty(request));
        world.belief.onSolved(contact);
        answer(request, true, false, false);
    }

    private void sentBack(int request, double hours) {
        int contact = requests.contact(request);
        requests.spend(request, Activity.REDIRECT.ordinal(), hours);
        support(contact);
        double share = world.reactance.share(
                world.habit.of(contact), contacts.isFriend(contact), world.announcement.reactanceFactor());
        world.satisfaction.onForced(contact, share);
        world.departures.onSatisfactionChanged(contact);
        giveToDelegate(request);
    }

    private void handedBack(int request) {
        double hours = world.escalation.executiveHours(requests.size(request))
                + settings.executive().interruptionHours();
        callExecutive(request, Jobs.Kind.ESCALATION, hours, Server.CONTACTS);
    }

    private void escalationAnswered(int request, double hours) {
        int contact = requests.contact(request);
        requests.spend(request, Activity.ESCALATION.ordinal(), hours);
        world.skill.onEscalated(contacts.delegate(contact), contact, difficulty(request));
        world.belief.onEscalated(contact);
        world.habit.onSolvedByDelegate(contact);
        answer(request, false, false, false);
    }

    /* Step 9. */
    private void solved(int delegate, int request, boolean caughtError) {
        int contact = requests.contact(request);
        if (caughtError) {
            world.skill.onError(delegate, contact, difficulty(request));
        } else {
            world.skill.onTask(delegate, contact, difficulty(request));
        }
        world.confidence.onSolved(delegate);
        world.ownership.onSolved(delegate);
        world.belief.onSolved(contact);
        world.habit.onSolvedByDelegate(contact);
        if (world.appeal.happens(contact, uniform(Source.UNFAVOURABLE, request), uniform(Source.APPEAL, request))) {
            appeals(request);
        } else {
            answer(request, false, false, false);
        }
    }

    private void appeals(int request) {
        if (executiveStepsIn(request)) {
            double hours = world.appeal.grantedHours(requests.size(request))
                    + settings.executive().interruptionHours();
            callExecutive(request, Jobs.Kind.APPEAL_GRANTED, hours, Server.MANAGEMENT);
        } else {
            callExecutive(request, Jobs.Kind.APPEAL_REFUSED, world.appeal.refusedHours(), Server.MANAGEMENT);
        }
    }

    private void appealGranted(int request, double hours) {
        int contact = requests.contact(request);
        requests.spend(request, Activity.APPEAL.ordinal(), hours);
        override(request);
        rewardHabit(request);
        world.appeal.onGranted(contact);
        contacts.concede(contact, world.appeal.concession());
        answer(request, true, false, false);
    }

    private void appealRefused(int request, double hours) {
        int contact = requests.contact(request);
        requests.spend(request, Activity.APPEAL.ordinal(), hours);
        support(contact);
        world.appeal.onRefused(contact);
        answer(request, true, false, true);
    }

    /* Step 8, an error that reaches the contact. */
    private void failed(int delegate, int request) {
        int contact = requests.contact(request);
        double size = world.errors.repairSize(requests.size(request));
        int number = requests.number(request);
        int stage = requests.stage(request);
        boolean urgent = requests.isUrgent(request);
        world.skill.onError(delegate, contact, difficulty(request));
        world.confidence.onError(delegate);
        world.belief.onError(contact);
        world.habit.onDelegateFailed(contact);
        answer(request, false, true, false);
        int repair = requests.open(contact, number, world.now(), size, 0, stage);
        if (urgent) {
            requests.markUrgent(repair);
        }
        work().giveDelegate(delegate, Jobs.Kind.REPAIR, 0, repair, Server.CONTACTS);
    }

    /* Step 10. */
    private void answer(int request, boolean byExecutive, boolean error, boolean refused) {
        int contact = requests.contact(request);
        double waited = world.now() - requests.arrivedAt(request);
        double expected = world.expectation.overall(contact);
        double patience = contacts.patience(contact);
        world.satisfaction.onAnswer(contact, waited, expected, patience, requests.isUrgent(request), error, refused);
        if (byExecutive) {
            world.expectation.onAnsweredByExecutive(contact, waited);
        } else {
            world.expectation.onAnsweredByDelegate(contact, waited);
        }
        world.departures.onSatisfactionChanged(contact);
        world.bookAnswer(request, waited);
        requests.close(request);
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
        world.satisfaction.onGivenUp(contact);
        world.expectation.onGivenUp(contact, world.now() - requests.arrivedAt(request));
        if (world.isPromoted()) {
            world.tally.givenUp();
        }
        closeUnanswered(request);
        world.departures.onSatisfactionChanged(contact);
    }

    void closeUnanswered(int request) {
        double spent = work().withdraw(request);
        for (Activity activity : Activity.ON_REQUESTS) {
            spent += requests.spent(request, activity.ordinal());
        }
        world.bookOutside(Activity.NEVER_CLOSED, spent);
        requests.close(request);
    }

    private void rewardHabit(int request) {
        int contact = requests.contact(request);
        double waited = world.now() - requests.arrivedAt(request);
        world.habit.onServedByExecutive(contact, waited, contacts.patience(contact));
    }

    private void override(int request) {
        int contact = requests.contact(request);
        int delegate = contacts.delegate(contact);
        world.confidence.onOverride(delegate);
        world.ownership.onOverride(delegate);
        world.belief.onOverride(contact);
    }

    private void support(int contact) {
        if (world.intervention.isSupportive()) {
            world.confidence.onSupport(contacts.delegate(contact));
            world.belief.onSupport(contact);
        }
    }

    private double difficulty(int request) {
        double known = requests.difficulty(request);
        return Double.isNaN(known) ? draws.difficulty(requests.contact(request), requests.number(request)) : known;
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
