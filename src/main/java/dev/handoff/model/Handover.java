package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.FollowUp;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The handover of contacts stage by stage, its planning, and the check-ins with delegates (model.md, section 8). */
final class Handover {
    private final World world;
    private final Handoff handoff;
    private final FollowUp followUp;
    private final Contacts contacts;
    private final Delegates delegates;
    private final double[]
            checkInTurn; // by delegate: number of the next check-in, with the delegate's share of an interval
    private final double[] beginsAt; // by contact, week; infinity unless it is handed over
    private final double[]
            planningShare; // by contact: part of the pace until its planning; NaN unless it awaits a delegate
    private double checkInsBeganAt;
    private final boolean[] awaitsTrust; // by contact
    private final int[] awaiting; // by executive: contacts that await trust in their delegates
    private boolean approved;

    Handover(World world) {
        this.world = world;
        handoff = world.handoff;
        followUp = world.followUp;
        contacts = world.contacts;
        delegates = world.delegates;
        checkInTurn = new double[delegates.count()];
        beginsAt = new double[contacts.capacity()];
        Arrays.fill(beginsAt, Double.POSITIVE_INFINITY);
        planningShare = new double[contacts.capacity()];
        Arrays.fill(planningShare, Double.NaN);
        awaitsTrust = new boolean[contacts.capacity()];
        awaiting = new int[world.executives.count()];
    }

    /** The stage of the contact, or stage 0 while its delegate's post is vacant or whoever holds it is not trusted yet. */
    int stageAtCall(int contact) {
        int stage = handoff.stage(contact);
        boolean reachable = stage == Handoff.DIRECT || delegates.isEmployed(contacts.delegate(contact));
        return reachable && !awaitsTrust[contact] ? stage : Handoff.DIRECT;
    }

    /** The executive asks for approval; the handover begins when it comes. */
    void ask() {
        double delay = handoff.settings().approvalDelayWeeks();
        if (delay == 0) {
            begin();
        } else {
            world.events.set(EventKind.HANDOVER_APPROVED.ordinal(), 0, world.now() + delay);
        }
    }

    /** Whether a handover has begun and not ended. */
    boolean isApproved() {
        return approved;
    }

    void begin() {
        approved = true;
        world.sourcing.begin();
        List<List<Integer>> chosen = handedOver();
        announce(chosen);
        chosen.forEach(this::beginPortfolio);
        beginCheckIns();
        world.looseEnds.begin();
        world.oversight.begin();
        world.staffing.agreeMilestones();
    }

    /** All contacts call the executive directly again. */
    void end() {
        approved = false;
        world.events.cancel(EventKind.HANDOVER_APPROVED.ordinal(), 0);
        for (int contact = 0; contact < contacts.count(); contact++) {
            takeBack(contact);
        }
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            world.events.cancel(EventKind.CHECK_IN_DUE.ordinal(), delegate);
        }
        world.looseEnds.end();
        world.oversight.end();
    }

    /** A contact calls the executive directly again. */
    void takeBack(int contact) {
        handoff.begin(contact, Handoff.DIRECT, world.now());
        beginsAt[contact] = Double.POSITIVE_INFINITY;
        planningShare[contact] = Double.NaN;
        awaitNoMore(contact);
        world.events.cancel(EventKind.STAGE_BEGINS.ordinal(), contact);
        world.events.cancel(EventKind.PLANNING_DUE.ordinal(), contact);
    }

    /** A new contact is led by its delegate at once. */
    void beginWithDelegate(int contact) {
        beginsAt[contact] = world.now();
        handoff.beginWithDelegate(contact, world.now());
    }

    /** Whoever is being handed over is led by the delegate from now on. */
    void hurry() {
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (isUnderWay(contact)) {
                enter(contact, Handoff.DELEGATE_LEADS);
            }
        }
    }

    /** The length of stages has changed; it holds for the present stage too. */
    void onPaceChanged() {
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (isUnderWay(contact)) {
                scheduleEndOfStage(contact);
            }
        }
    }

    private boolean isUnderWay(int contact) {
        int stage = handoff.stage(contact);
        return contacts.isPresent(contact)
                && !awaitsTrust[contact]
                && stage != Handoff.DIRECT
                && stage != Handoff.DELEGATE_LEADS
                && delegates.isEmployed(contacts.delegate(contact));
    }

    void stageBegins(int contact) {
        int present = handoff.stage(contact);
        if (present != Handoff.DIRECT) {
            enter(contact, present + 1);
        } else if (delegates.isEmployed(contacts.delegate(contact))) {
            start(contact, handoff.firstStage());
        }
    }

    /** Contacts that await the executive's trust in a delegate begin when it suffices. */
    void onTrustChanged(int delegate) {
        if (awaiting[delegate % world.executives.count()] == 0
                || !delegates.isEmployed(delegate)
                || !world.trust.allowsContacts(delegate)) {
            return;
        }
        for (int contact = contacts.firstOf(delegate);
                contact != Contacts.NOBODY;
                contact = contacts.nextOfSame(contact)) {
            if (awaitsTrust[contact]) {
                awaitNoMore(contact);
                if (contacts.isPresent(contact)) {
                    enter(contact, handoff.stageWithNewDelegate(contact));
                }
            }
        }
    }

    /** Whether the contact has met its delegate. */
    boolean isIntroduced(int contact) {
        return handoff.stage(contact) != Handoff.DIRECT;
    }

    /** The stages of the delegate's contacts stop. */
    void onPostVacant(int delegate) {
        for (int contact = contacts.firstOf(delegate);
                contact != Contacts.NOBODY;
                contact = contacts.nextOfSame(contact)) {
            if (handoff.stage(contact) != Handoff.DIRECT) {
                world.events.cancel(EventKind.STAGE_BEGINS.ordinal(), contact);
            }
        }
    }

    /** The handover of the delegate's contacts goes on, or begins if its time has come. */
    void onPostFilled(int delegate) {
        for (int contact = contacts.firstOf(delegate);
                contact != Contacts.NOBODY;
                contact = contacts.nextOfSame(contact)) {
            if (contacts.isPresent(contact)) {
                goOn(contact);
            }
        }
    }

    /** The handover of a contact goes on with its new delegate, or begins if its time has come. */
    void goOn(int contact) {
        if (isChosen(contact) && delegates.isEmployed(contacts.delegate(contact))) {
            if (beginsAt[contact] <= world.now()) {
                start(contact, handoff.stageWithNewDelegate(contact));
            }
            planLate(contact);
        }
    }

    /** Whether the contact is being handed over, or will be. */
    boolean isChosen(int contact) {
        return beginsAt[contact] < Double.POSITIVE_INFINITY;
    }

    /** The handover of a contact that was to stay with the executive begins. */
    void choose(int contact) {
        beginsAt[contact] = world.now();
        start(contact, handoff.firstStage());
        plan(contact, 0);
    }

    /** A call was put through. */
    void onCall(int contact) {
        handoff.onCall(contact);
        advanceIfComplete(contact);
    }

    /** A contact chose; calls in stage 5 no longer matter. */
    void onOffer(int contact, int stage, boolean accepted) {
        if (stage < Handoff.DELEGATE_LEADS) {
            handoff.onOffer(contact, accepted);
            onCall(contact);
        }
    }

    void planningDue(int contact) {
        int executive = contacts.executive(contact);
        world.work.giveExecutive(
                executive, Jobs.Kind.PLANNING, followUp.planningHours(), Requests.NONE, Server.MANAGEMENT);
    }

    void beginCheckIns() {
        int executives = world.executives.count();
        checkInsBeganAt = world.now();
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            int own = Contacts.ownDelegates(delegate % executives, executives, delegates.count());
            checkInTurn[delegate] = 1 + (double) (delegate / executives) / own;
            scheduleCheckIn(delegate);
        }
    }

    void checkInDue(int delegate) {
        int executive = delegate % world.executives.count();
        checkInTurn[delegate]++;
        scheduleCheckIn(delegate);
        if (!delegates.isEmployed(delegate)) {
            return;
        }
        if (!world.oversight.isUnderCoordinator(delegate)) {
            world.work.giveExecutive(
                    executive, Jobs.Kind.CHECK_IN, followUp.executiveHours(), Requests.NONE, Server.MANAGEMENT);
        }
        world.work.giveDelegate(
                delegate, Jobs.Kind.MINUTES, followUp.delegateHours(), Requests.NONE, Server.MANAGEMENT);
    }

    /* Who is handed over, by executive, the first in the order first. */
    private List<List<Integer>> handedOver() {
        List<List<Integer>> portfolios = new ArrayList<>();
        for (int executive = 0; executive < world.executives.count(); executive++) {
            portfolios.add(new ArrayList<>());
        }
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (canBeHandedOver(contact)) {
                portfolios.get(contacts.executive(contact)).add(contact);
            }
        }
        for (List<Integer> portfolio : portfolios) {
            portfolio.sort(order());
            int count = (int) Math.round(portfolio.size() * handoff.settings().delegatedShare());
            portfolio.subList(count, portfolio.size()).clear();
        }
        return portfolios;
    }

    /* Counted from the beginning, so that rounding does not add up; infinity without check-ins. */
    private void scheduleCheckIn(int delegate) {
        double dueAt = checkInsBeganAt + checkInTurn[delegate] / followUp.checkInsPerWeek();
        world.events.set(EventKind.CHECK_IN_DUE.ordinal(), delegate, dueAt);
    }

    private boolean canBeHandedOver(int contact) {
        return contacts.isPresent(contact)
                && contacts.delegate(contact) != Contacts.NOBODY
                && !world.pruning.isMarked(contact);
    }

    private Comparator<Integer> order() {
        return switch (handoff.settings().order()) {
            case MOST_VALUABLE -> Comparator.comparingDouble(contact -> -contacts.value(contact));
            case LEAST_VALUABLE -> Comparator.comparingDouble(contacts::value);
            case MOST_VALUABLE_PER_HOUR -> Comparator.comparingDouble(contact -> -world.accounts.valuePerHour(contact));
            case LEAST_VALUABLE_PER_HOUR -> Comparator.comparingDouble(world.accounts::valuePerHour);
            case RANDOM ->
                Comparator.comparingDouble(contact -> world.draws.uniform(Source.HANDOVER_ORDER, contact, 0));
            case AS_LISTED -> Comparator.naturalOrder();
        };
    }

    private void announce(List<List<Integer>> portfolios) {
        if (!world.announcement.isActive() || world.announcement.isMade()) {
            return;
        }
        world.announcement.made();
        for (List<Integer> portfolio : portfolios) {
            for (int contact : portfolio) {
                world.belief.onAnnouncement(contact, world.announcement.beliefGain());
            }
        }
    }

    private void beginPortfolio(List<Integer> portfolio) {
        Handoff.Settings settings = handoff.settings();
        for (int rank = 0; rank < portfolio.size(); rank++) {
            int contact = portfolio.get(rank);
            int batch = settings.batchSize() > 0 ? rank / settings.batchSize() : 0;
            beginsAt[contact] = world.now() + batch * settings.batchIntervalWeeks();
            if (batch > 0) {
                world.events.set(EventKind.STAGE_BEGINS.ordinal(), contact, beginsAt[contact]);
            } else if (delegates.isEmployed(contacts.delegate(contact))) {
                start(contact, handoff.firstStage());
            }
            plan(contact, (rank + 0.5) / portfolio.size());
        }
    }

    /* Nobody plans with a delegate who is not there yet. */
    private void plan(int contact, double share) {
        if (!delegates.isEmployed(contacts.delegate(contact))) {
            planningShare[contact] = share;
        } else if (followUp.planningHours() > 0) {
            double from = Math.max(world.now(), beginsAt[contact]);
            double planningAt = from + share * handoff.settings().paceWeeks();
            world.events.set(EventKind.PLANNING_DUE.ordinal(), contact, planningAt);
        }
    }

    private void planLate(int contact) {
        if (!Double.isNaN(planningShare[contact])) {
            plan(contact, planningShare[contact]);
            planningShare[contact] = Double.NaN;
        }
    }

    private void start(int contact, int stage) {
        int delegate = contacts.delegate(contact);
        if (world.trust.allowsContacts(delegate)) {
            awaitNoMore(contact);
            enter(contact, stage);
        } else if (!awaitsTrust[contact]) {
            awaitsTrust[contact] = true;
            awaiting[contacts.executive(contact)]++;
        }
    }

    private void awaitNoMore(int contact) {
        if (awaitsTrust[contact]) {
            awaitsTrust[contact] = false;
            awaiting[contacts.executive(contact)]--;
        }
    }

    private void advanceIfComplete(int contact) {
        if (handoff.isStageComplete(contact)) {
            enter(contact, handoff.stage(contact) + 1);
        }
    }

    private void enter(int contact, int firstEntered) {
        int stage = firstEntered;
        handoff.begin(contact, stage, world.now());
        while (stage < Handoff.DELEGATE_LEADS && handoff.longestStage() == 0) {
            handoff.begin(contact, ++stage, world.now());
        }
        scheduleEndOfStage(contact);
    }

    private void scheduleEndOfStage(int contact) {
        double until = handoff.stage(contact) < Handoff.DELEGATE_LEADS
                ? Math.max(world.now(), handoff.stageBeganAt(contact) + handoff.longestStage())
                : Double.POSITIVE_INFINITY;
        world.events.set(EventKind.STAGE_BEGINS.ordinal(), contact, until);
    }
}
