package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Drops;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Touches;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What delegates drop, and how it is found: by the executive who follows up, or by the contact (model.md, section 16). */
final class LooseEnds {
    private final World world;
    private final Drops drops;
    private final Touches touches;
    private final Contacts contacts;
    private final Requests requests;
    private final double[] nextAt; // by delegate: week of the next follow-up

    LooseEnds(World world) {
        this.world = world;
        drops = world.drops;
        touches = world.touches;
        contacts = world.contacts;
        requests = world.requests;
        nextAt = new double[world.delegates.count()];
    }

    /** Whether a request that the delegate was just given is dropped; then it lies until somebody finds it. */
    boolean drop(int request) {
        int contact = requests.contact(request);
        int delegate = contacts.delegate(contact);
        double raised = world.sourcing.raisedDropLogOdds(delegate);
        if (!drops.isActive()
                || !world.delegates.isEmployed(delegate)
                || !drops.happens(contact, delegate, raised, uniform(Source.DROP, request))) {
            return false;
        }
        double after = Drops.chasesAfter(
                world.expectation.overall(contact), contacts.patience(contact), uniform(Source.CHASE, request));
        requests.lie(request, world.now() + after);
        world.events.schedule(EventKind.CHASE_DUE.ordinal(), request, world.now() + after);
        world.tally.dropped();
        return true;
    }

    /** The contact has waited long enough, unless the request was found or closed meanwhile. */
    void chaseDue(int request) {
        if (!requests.isLyingUntil(request, world.now())) {
            return;
        }
        int contact = requests.contact(request);
        boolean voiced = drops.isVoiced(uniform(Source.VOICE, request));
        requests.find(request);
        world.tally.foundByContact(voiced);
        world.belief.onDropped(contact, drops.beliefLoss());
        double lost = world.satisfaction.onDropped(contact, drops.loss());
        if (voiced) {
            world.appeal.onDropped(contact);
            learn(contacts.delegate(contact));
            complain(request, lost);
        } else {
            world.life.closeGivenUp(request);
        }
        world.departures.onSatisfactionChanged(contact);
    }

    private void complain(int request, double lost) {
        requests.setLost(request, lost);
        double hours = drops.recoveryHours();
        int delegate = contacts.delegate(requests.contact(request));
        switch (world.delegates.isEmployed(delegate) ? drops.recovery() : Drops.Recovery.NONE) {
            case NONE -> world.life.enterDelegateLine(request);
            case DELEGATE ->
                world.work.giveDelegate(delegate, Jobs.Kind.DELEGATE_APOLOGY, hours, request, Server.MANAGEMENT);
            case EXECUTIVE -> {
                int executive = contacts.executive(requests.contact(request));
                world.work.giveExecutive(executive, Jobs.Kind.APOLOGY, hours, request, Server.MANAGEMENT);
            }
            default -> throw new AssertionError(drops.recovery());
        }
    }

    /** Somebody has apologized; the request goes to the delegate now. */
    void apologized(int request, boolean byExecutive) {
        int contact = requests.contact(request);
        double share = drops.recoveredShare(byExecutive, world.now() - requests.chasedAt(request));
        world.satisfaction.onRecovered(contact, share * requests.lost(request));
        world.departures.onSatisfactionChanged(contact);
        world.life.enterDelegateLine(request);
    }

    private void learn(int delegate) {
        Touches.Settings settings = touches.settings();
        if (world.handoff.mode() != Handoff.Mode.NONE && settings.active() && settings.adaptive()) {
            touches.onFoundByContact(delegate);
            schedule(delegate, Math.min(nextAt[delegate], world.now() + touches.interval(delegate)));
        }
    }

    /** The executive begins to follow up, or does so in another way from now on. */
    void begin() {
        touches.begin();
        coverMostValuable();
        int executives = world.executives.count();
        for (int delegate = 0; delegate < nextAt.length; delegate++) {
            int own = Contacts.ownDelegates(delegate % executives, executives, nextAt.length);
            double first = (1 + (double) (delegate / executives) / own) * touches.interval(delegate);
            schedule(delegate, touches.settings().active() ? world.now() + first : Double.POSITIVE_INFINITY);
        }
    }

    void end() {
        for (int delegate = 0; delegate < nextAt.length; delegate++) {
            schedule(delegate, Double.POSITIVE_INFINITY);
        }
    }

    private void schedule(int delegate, double at) {
        nextAt[delegate] = at;
        world.events.set(EventKind.FOLLOW_UP_DUE.ordinal(), delegate, at);
    }

    /* Of each executive's contacts the nearest whole number to top-share of them, by value at the start. */
    private void coverMostValuable() {
        List<List<Integer>> portfolios = new ArrayList<>();
        for (int executive = 0; executive < world.executives.count(); executive++) {
            portfolios.add(new ArrayList<>());
        }
        for (int contact = 0; contact < contacts.count(); contact++) {
            portfolios.get(contacts.executive(contact)).add(contact);
        }
        for (List<Integer> portfolio : portfolios) {
            portfolio.sort(Comparator.comparingDouble(contact -> -contacts.initialValue(contact)));
            long count = Math.round(portfolio.size() * touches.settings().topShare());
            portfolio.stream().limit(count).forEach(touches::cover);
        }
    }

    /** A follow-up is due; none begins while the post is vacant or the one before still waits for the executive. */
    void followUpDue(int delegate) {
        schedule(delegate, world.now() + touches.interval(delegate));
        int count = covered(delegate);
        if (touches.isPending(delegate) || count == 0 || !world.delegates.isEmployed(delegate)) {
            return;
        }
        touches.setPending(delegate, true);
        double talk = touches.delegateHours();
        world.work.giveExecutiveAbout(
                delegate % world.executives.count(),
                Jobs.Kind.FOLLOW_UP,
                talk + touches.contactHours(count),
                delegate,
                Server.MANAGEMENT);
        if (talk > 0) {
            world.work.giveDelegate(delegate, Jobs.Kind.MINUTES, talk, Requests.NONE, Server.MANAGEMENT);
        }
    }

    private int covered(int delegate) {
        int count = 0;
        int contact = contacts.firstOf(delegate);
        while (contact != Contacts.NOBODY) {
            count += isFollowedUp(contact) ? 1 : 0;
            contact = contacts.nextOfSame(contact);
        }
        return count;
    }

    private boolean isFollowedUp(int contact) {
        return touches.covers(contact) && contacts.isPresent(contact) && world.handoff.stage(contact) != Handoff.DIRECT;
    }

    /** The executive has asked around: what is found goes to the delegate now. */
    void followedUp(int delegate) {
        touches.setPending(delegate, false);
        int contact = contacts.firstOf(delegate);
        while (contact != Contacts.NOBODY) {
            if (isFollowedUp(contact)) {
                ask(contact);
            }
            contact = contacts.nextOfSame(contact);
        }
    }

    private void ask(int contact) {
        int request = requests.anyOpen(contact);
        double longest = 0;
        while (request != Requests.NONE) {
            int next = requests.nextOpen(request);
            longest = Math.max(longest, world.now() - requests.arrivedAt(request));
            if (requests.isLying(request) && comesOut(request)) {
                requests.find(request);
                world.tally.caughtDrop();
                world.life.enterDelegateLine(request);
            }
            request = next;
        }
        world.leadLife.ask(contact, touches.asksContacts());
        if (touches.asksContacts()) {
            world.expectation.onTold(contact, longest);
        }
    }

    private boolean comesOut(int request) {
        return touches.asksContacts() || !drops.isUnnoticed(uniform(Source.UNNOTICED, request));
    }

    private double uniform(Source source, int request) {
        return world.draws.uniform(source, requests.contact(request), requests.number(request));
    }
}
