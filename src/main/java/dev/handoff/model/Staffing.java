package dev.handoff.model;

import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;

/**
 * The posts of delegates, which can fall vacant and be filled (model.md, section 18). A delegate's number is that of the post; it
 * keeps its contacts, whoever holds it. While a post is vacant its contacts call the executive directly, whatever stage they
 * reached, and nothing waits for the delegate: ask {@link Delegates#isEmployed} before giving it work, or give a request by
 * {@link RequestLife#giveToDelegate}, which asks.
 *
 * <p>Posts are touched at events of their own executive, or at common ones.
 */
final class Staffing {
    private static final double KEPT_BELIEF = 0.2;

    private final World world;
    private final Contacts contacts;
    private final Delegates delegates;

    Staffing(World world) {
        this.world = world;
        contacts = world.contacts;
        delegates = world.delegates;
    }

    /** Posts that are vacant at first are to be filled when the scenario says. */
    void begin() {
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            if (!delegates.isEmployed(delegate)) {
                fillAt(
                        delegate,
                        world.scenario()
                                .delegates()
                                .get(delegates.group(delegate))
                                .vacantForWeeks());
            }
        }
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
        delegates.onLeaving(delegate);
        world.accounts.onPost(delegate);
        world.handover.onPostVacant(delegate);
        world.work.leaveUndone(delegate);
    }

    /**
     * Somebody new takes the vacant post now: skill, learning rate and hours are drawn with the number of the occupant, what
     * experience formed is as at the start. Contacts that knew a predecessor lose belief and satisfaction; all go on at
     * stage 3 at the furthest, and those whose time came meanwhile begin their handover.
     */
    void takesPost(int delegate) {
        int person = delegates.occupant(delegate) + 1;
        int group = delegates.group(delegate);
        delegates.onTaking(delegate, world.draws.netHours(group, delegate, person));
        world.accounts.onPost(delegate);
        world.skill.onNewDelegate(
                delegate,
                world.draws.initialSkill(group, delegate, person),
                world.draws.learningRate(group, delegate, person));
        world.confidence.onNewDelegate(delegate);
        world.ownership.onNewDelegate(delegate);
        fillAt(delegate, Double.POSITIVE_INFINITY);
        if (person > 0) {
            replacePredecessor(delegate);
        }
        world.handover.onPostFilled(delegate);
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
        world.belief.onNewDelegate(contact, KEPT_BELIEF);
        double share = world.reactance.shareOfNewDelegate(
                world.habit.of(contact), contacts.isFriend(contact), world.announcement.reactanceFactor());
        world.satisfaction.onForced(contact, share);
        world.departures.onSatisfactionChanged(contact);
    }
}
