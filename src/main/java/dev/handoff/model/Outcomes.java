package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/** What becomes of the work on a request, up to the answer (model.md, section 3); the steps are numbered as there. */
final class Outcomes {
    private final World world;
    private final Draws draws;
    private final Contacts contacts;
    private final Requests requests;
    private final Jobs jobs;
    private final RequestLife life;
    private double interruptionHours;

    Outcomes(World world) {
        this.world = world;
        draws = world.draws;
        contacts = world.contacts;
        requests = world.requests;
        jobs = world.jobs;
        life = world.life;
        adopt(world.scenario());
    }

    void adopt(Scenario settings) {
        interruptionHours = settings.executive().interruptionHours();
    }

    /** Steps 7 and 8: what becomes of a job that the delegate takes up. */
    void delegateBegins(int delegate, int job) {
        int request = jobs.request(job);
        if (jobs.kind(job).isDelegatedTask()) {
            world.tasks.delegateBegins(delegate, job);
        } else if (jobs.kind(job) == Jobs.Kind.REPAIR) {
            jobs.decide(job, Jobs.Kind.REPAIR, workingTime(delegate, request));
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
            double usual = world.skill.successProbability(skill, difficulty);
            decideOutcome(delegate, job, request, world.outsourcing.successProbability(delegate, usual, world.now()));
        }
    }

    private void decideOutcome(int delegate, int job, int request, double successProbability) {
        double hours = workingTime(delegate, request);
        if (!world.errors.happens(successProbability, uniform(Source.SUCCESS, request))) {
            jobs.decide(job, Jobs.Kind.SUCCESS, hours);
        } else if (isCaught(delegate, uniform(Source.CAUGHT, request))) {
            jobs.decide(job, Jobs.Kind.CAUGHT_ERROR, world.errors.withRedo(hours));
        } else {
            jobs.decide(job, Jobs.Kind.ERROR, hours);
            if (world.isPromoted()) {
                world.tally.delegateErrs();
            }
        }
    }

    private double workingTime(int delegate, int request) {
        double hours = world.skill.workingTime(delegate, requests.size(request));
        return world.improvement.delegateHours(hours, world.now());
    }

    /** Whether a check-in catches an error, with the attention that the delegate gets; the variate is from 0 to 1. */
    boolean isCaught(int delegate, double uniform) {
        return world.followUp.catchesError(uniform / world.oversight.attention(delegate));
    }

    /** The executive has finished a job of so many hours, maybe for a request, maybe about somebody else. */
    void executiveDone(int executive, Jobs.Kind kind, double hours, int request, int about) {
        switch (kind) {
            case DIRECT -> servedByExecutive(request, Activity.DIRECT, hours);
            case CALLBACK -> servedByExecutive(request, Activity.CALLBACK, hours);
            case INTERVENTION -> steppedIn(request, hours);
            case JOINT_CALL -> jointCallEnded(request, hours);
            case REDIRECT -> sentBack(request, hours);
            case REPAIR_IN_PERSON -> repairedInPerson(request, hours);
            case ESCALATION -> escalationAnswered(request, hours);
            case APPEAL_GRANTED -> appealGranted(request, hours);
            case APPEAL_REFUSED -> appealRefused(request, hours);
            case CHECK_IN -> world.books.overhead(executive, Activity.CHECK_IN, hours);
            case PLANNING -> world.books.overhead(executive, Activity.PLANNING, hours);
            case APOLOGY -> apologized(request, hours);
            case OWN_LEAD -> workedOnLead(executive, hours, about);
            case FOLLOW_UP -> followedUp(executive, hours, about);
            case ONBOARDING -> world.books.overhead(executive, Activity.ONBOARDING, hours);
            case BARTER -> world.books.overhead(executive, Activity.BARTER, hours);
            case VENDOR_MANAGEMENT -> world.books.overhead(executive, Activity.VENDOR_MANAGEMENT, hours);
            case OVERSIGHT -> world.books.overhead(executive, Activity.OVERSIGHT, hours);
            case CLEAN_CHECK, FAULTY_CHECK, TASK_DONE_AGAIN -> world.tasks.executiveDone(executive, kind, hours, about);
            case DUTY -> world.books.outside(executive, Activity.DUTIES, hours);
            case SALES -> world.sales.done(executive, hours);
            case IMPROVEMENT -> world.books.outside(executive, Activity.IMPROVEMENT, hours);
            case ORPHAN -> world.books.outside(executive, Activity.NEVER_CLOSED, hours);
            default -> throw new AssertionError(kind);
        }
    }

    /** The delegate has finished a job, maybe for a request. */
    void delegateDone(Jobs.Kind kind, int delegate, int request, int about) {
        switch (kind) {
            case HANDING_BACK -> handedBack(request);
            case SUCCESS -> solved(delegate, request, false);
            case CAUGHT_ERROR -> solved(delegate, request, true);
            case ERROR -> failed(delegate, request);
            case DELEGATE_APOLOGY -> world.looseEnds.apologized(request, false);
            case REPAIR -> answer(request, false, false, false);
            case LEAD -> world.leadLife.worked(about);
            case DELEGATED_TASK, FAULTY_TASK -> world.tasks.delegateDone(delegate, kind, about);
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

    /* A repair changes neither habit nor belief, whoever does it. */
    private void repairedInPerson(int request, double hours) {
        requests.spend(request, Activity.DIRECT.ordinal(), hours);
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
        if (world.delegates.isEmployed(contacts.delegate(contact))) {
            force(contact);
        }
        life.giveToDelegate(request);
    }

    private void force(int contact) {
        support(contact);
        double share = world.reactance.share(
                world.habit.of(contact), contacts.isFriend(contact), world.announcement.reactanceFactor());
        world.satisfaction.onForced(contact, share);
        world.departures.onSatisfactionChanged(contact);
    }

    private void apologized(int request, double hours) {
        requests.spend(request, Activity.APOLOGY.ordinal(), hours);
        world.looseEnds.apologized(request, true);
    }

    private void workedOnLead(int executive, double hours, int lead) {
        world.books.outside(executive, Activity.LEADS, hours);
        world.leadLife.worked(lead);
    }

    private void followedUp(int executive, double hours, int delegate) {
        world.books.overhead(executive, Activity.FOLLOW_UP, hours);
        world.looseEnds.followedUp(delegate);
    }

    private void handedBack(int request) {
        double hours = world.escalation.executiveHours(requests.size(request)) + interruptionHours;
        life.callExecutive(request, Jobs.Kind.ESCALATION, hours, Server.CONTACTS);
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
        world.ownership.onSolved(delegate, world.latitude.ownershipFactor());
        world.belief.onSolved(contact);
        world.habit.onSolvedByDelegate(contact);
        if (world.appeal.happens(contact, uniform(Source.UNFAVOURABLE, request), uniform(Source.APPEAL, request))) {
            appeals(request);
        } else {
            chooseStyle(request);
            answer(request, false, false, false);
        }
    }

    /* A right result, maybe not in the way that the contact expected. */
    private void chooseStyle(int request) {
        if (world.latitude.isActive()) {
            double loss = world.latitude.mismatch(world.followUp.clarity(), uniform(Source.STYLE, request));
            world.satisfaction.onMismatch(requests.contact(request), loss);
        }
    }

    private void appeals(int request) {
        if (life.executiveStepsIn(request)) {
            double hours = world.appeal.grantedHours(requests.size(request)) + interruptionHours;
            life.callExecutive(request, Jobs.Kind.APPEAL_GRANTED, hours, Server.MANAGEMENT);
        } else {
            life.callExecutive(request, Jobs.Kind.APPEAL_REFUSED, world.appeal.refusedHours(), Server.MANAGEMENT);
        }
    }

    private void appealGranted(int request, double hours) {
        int contact = requests.contact(request);
        requests.spend(request, Activity.APPEAL.ordinal(), hours);
        override(request);
        rewardHabit(request);
        world.appeal.onGranted(contact);
        world.accounts.concede(contact, world.appeal.concession());
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
        life.watch(repair);
        world.work.giveDelegate(delegate, Jobs.Kind.REPAIR, size, repair, Server.CONTACTS);
        world.staffing.onError(delegate);
    }

    /* Step 10. */
    private void answer(int request, boolean byExecutive, boolean error, boolean refused) {
        int contact = requests.contact(request);
        double waited = world.now() - requests.arrivedAt(request);
        double expected = world.expectation.overall(contact);
        double patience = contacts.patience(contact);
        double felt = requests.feltLoss(request);
        world.satisfaction.onAnswer(
                contact, waited, expected, patience, requests.isUrgent(request), error, refused, felt);
        if (byExecutive) {
            world.expectation.onAnsweredByExecutive(contact, waited);
        } else {
            world.expectation.onAnsweredByDelegate(contact, waited);
        }
        world.departures.onSatisfactionChanged(contact);
        world.books.answer(request, waited);
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
        world.morale.onOverride(delegate);
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

    private double uniform(Source source, int request) {
        return draws.uniform(source, requests.contact(request), requests.number(request));
    }
}
