package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/**
 * The posts of delegates, which can fall vacant and be filled (model.md, section 18). A delegate's number is that of the post; it
 * keeps its contacts, whoever holds it. While a post is vacant its contacts call the executive directly, whatever stage they
 * reached, and nothing waits for the delegate: ask {@link Delegates#isEmployed} before giving it work, or give a request by
 * {@link RequestLife#giveToDelegate}, which asks.
 *
 * <p>Posts are touched at events of their own executive, or at common ones.
 */
final class Staffing {
    private final World world;
    private final Contacts contacts;
    private final Delegates delegates;
    private final double[] hoursAtReview; // by delegate: clock hours
    private double reviewedAt;

    Staffing(World world) {
        this.world = world;
        contacts = world.contacts;
        delegates = world.delegates;
        hoursAtReview = new double[delegates.count()];
    }

    /** Posts that are vacant at first are to be filled when the scenario says. */
    void begin() {
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            if (!delegates.isEmployed(delegate) && delegates.source(delegate) == Delegates.Source.STAFF) {
                fillAt(
                        delegate,
                        world.scenario()
                                .delegates()
                                .get(delegates.group(delegate))
                                .vacantForWeeks());
            }
        }
    }

    /** The promotion: from now on delegates can leave. */
    void beginClocks() {
        reviewedAt = world.now() - 1;
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            if (delegates.isEmployed(delegate)) {
                beginClock(delegate);
            }
        }
    }

    private void beginClock(int delegate) {
        int person = delegates.occupant(delegate);
        hoursAtReview[delegate] = delegates.server(delegate).clockHours(world.now());
        world.morale.begin(delegate, world.skill.of(delegate), world.now());
        world.turnover.begin(delegate, world.draws.exponential(Source.QUIT_BUDGET, delegate, person));
    }

    /* Knowledge that is shared has to be written down. */
    private void shareKnowledge() {
        double hours = world.skill.sharingHours();
        if (hours > 0 && world.handover.isApproved()) {
            for (int delegate = 0; delegate < delegates.count(); delegate++) {
                if (delegates.isEmployed(delegate)) {
                    world.work.giveDelegate(delegate, Jobs.Kind.MINUTES, hours, Requests.NONE, Server.MANAGEMENT);
                }
            }
        }
    }

    /** Morale takes up the past week, and who quits within the coming one is settled. */
    void weeklyReview() {
        reviewedAt = world.now();
        shareKnowledge();
        if (!world.isPromoted() || !world.morale.isActive() && !world.turnover.isActive()) {
            return;
        }
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            double load = load(delegate);
            if (delegates.isEmployed(delegate)) {
                double touches = touchesPerWeek(delegate);
                world.morale.onWeek(
                        delegate, touches, load, world.skill.of(delegate), world.latitude.excess(), world.now());
                world.ownership.onMonitored(delegate, world.morale.ownershipLoss(touches));
                settleQuitting(delegate);
            }
        }
    }

    private double touchesPerWeek(int delegate) {
        return world.handover.isApproved() ? world.followUp.checkInsPerWeek() + world.touches.perWeek(delegate) : 0;
    }

    /* Hours of the past week and those that wait, the latter as the executive would need them, relative to the hours that there are. */
    private double load(int delegate) {
        Server server = delegates.server(delegate);
        double hours = server.clockHours(world.now());
        double worked = hours - hoursAtReview[delegate];
        hoursAtReview[delegate] = hours;
        return (worked + server.backlogHours()) / delegates.netHours(delegate);
    }

    /* Until the next review. */
    private void settleQuitting(int delegate) {
        if (!delegates.isOwn(delegate)) {
            return;
        }
        double now = world.now();
        double morale = world.morale.of(delegate, now);
        double target = world.morale.target(delegate);
        double after =
                world.turnover.quitsWithin(delegate, morale, target, world.morale.memoryWeeks(), reviewedAt + 1 - now);
        world.events.set(EventKind.DELEGATE_QUITS.ordinal(), delegate, now + after);
    }

    void quits(int delegate) {
        world.tally.quit();
        seekSuccessor(delegate);
    }

    /** An error of the delegate reached a contact. */
    void onError(int delegate) {
        if (delegates.isOwn(delegate) && world.turnover.dismissesAfterError(delegate)) {
            seekSuccessor(delegate);
        }
    }

    private void seekSuccessor(int delegate) {
        leavesPost(delegate);
        fillAt(delegate, world.now() + world.draws.vacancy(delegate, delegates.occupant(delegate)));
    }

    /** @param week in which somebody takes the vacant post, unless somebody does before; infinity for never */
    void fillAt(int delegate, double week) {
        world.events.set(EventKind.POST_FILLED.ordinal(), delegate, week);
    }

    /**
     * The post falls vacant now, and stays so until {@link #takesPost} or the week of {@link #fillAt}. Work that was begun is
     * lost. Open requests and repairs go to the executive, at the end of the contacts' line; minutes and check-ins that waited
     * are dropped.
     */
    void leavesPost(int delegate) {
        fallsVacant(delegate);
        world.work.leaveUndone(delegate);
    }

    /** The same, but for what lies there: it waits until it is moved or left undone, which must follow at once. */
    void fallsVacant(int delegate) {
        delegates.onLeaving(delegate, world.now());
        world.accounts.onPost(delegate);
        world.events.cancel(EventKind.DELEGATE_QUITS.ordinal(), delegate);
        world.handover.onPostVacant(delegate);
    }

    /**
     * Somebody new takes the vacant post now: skill, learning rate and hours are drawn with the number of the occupant, what
     * experience formed is as at the start. Contacts that knew a predecessor lose belief and satisfaction; all go on at
     * stage 3 at the furthest, and those whose time came meanwhile begin their handover.
     */
    void takesPost(int delegate) {
        int person = delegates.occupant(delegate) + 1;
        int group = delegates.group(delegate);
        delegates.onTaking(delegate, world.draws.netHours(group, delegate, person), world.now());
        world.accounts.onPost(delegate);
        world.skill.onNewDelegate(
                delegate,
                world.draws.initialSkill(group, delegate, person),
                world.draws.learningRate(group, delegate, person),
                world.draws.uniform(Source.CEILING, delegate, person));
        world.confidence.onNewDelegate(delegate);
        world.ownership.onNewDelegate(delegate);
        world.trust.onNewDelegate(delegate);
        fillAt(delegate, Double.POSITIVE_INFINITY);
        if (world.isPromoted()) {
            beginClock(delegate);
            settleQuitting(delegate);
        }
        if (person > 0) {
            replacePredecessor(delegate);
        }
        if (world.handover.isApproved()) {
            agreeMilestones(delegate);
        }
        world.sourcing.onPostFilled(delegate);
        world.handover.onPostFilled(delegate);
    }

    /** A handover begins: where milestones are agreed, the executive agrees on them with each delegate who is there. */
    void agreeMilestones() {
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            if (delegates.isEmployed(delegate)) {
                agreeMilestones(delegate);
            }
        }
    }

    private void agreeMilestones(int delegate) {
        if (world.milestones.areAgreed()) {
            world.ownership.onAgreed(delegate, world.milestones.ownershipGain());
            double hours = world.milestones.hours();
            int executive = delegate % world.executives.count();
            world.work.giveExecutive(executive, Jobs.Kind.PLANNING, hours, Requests.NONE, Server.MANAGEMENT);
            world.work.giveDelegate(delegate, Jobs.Kind.MINUTES, hours, Requests.NONE, Server.MANAGEMENT);
        }
    }

    /**
     * The contact goes to another delegate, with what lies at the former one: it is as if somebody new had taken the post of its
     * delegate.
     */
    void changesDelegate(int contact, int delegate) {
        int former = contacts.delegate(contact);
        if (former == delegate) {
            return;
        }
        contacts.assign(contact, delegate);
        world.skill.onNewDelegateOf(contact);
        if (contacts.isPresent(contact)) {
            world.work.moveRequests(contact, former);
            if (world.handover.isIntroduced(contact)) {
                changeDelegate(contact);
            }
            world.handover.goOn(contact);
        }
    }

    private void replacePredecessor(int delegate) {
        for (int contact = contacts.firstOf(delegate);
                contact != Contacts.NOBODY;
                contact = contacts.nextOfSame(contact)) {
            world.skill.onNewDelegateOf(contact);
            if (contacts.isPresent(contact) && world.handover.isIntroduced(contact)) {
                changeDelegate(contact);
            }
        }
    }

    private void changeDelegate(int contact) {
        world.belief.onNewDelegate(contact, world.turnover.keptBelief());
        double share = world.reactance.shareOfNewDelegate(
                world.habit.of(contact), contacts.isFriend(contact), world.announcement.reactanceFactor());
        world.satisfaction.onForced(contact, share);
        world.departures.onSatisfactionChanged(contact);
    }
}
