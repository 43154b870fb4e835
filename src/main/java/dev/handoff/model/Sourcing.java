package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Barter;
import dev.handoff.model.mechanism.Hiring;
import dev.handoff.model.mechanism.Money.Line;
import dev.handoff.model.mechanism.Outsourcing;
import dev.handoff.model.mechanism.Outsourcing.Verdict;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/**
 * Where delegates come from who are not on the staff: hiring, barter, providers (model.md, section 21). Nothing is done before the
 * first handover begins; from then on everything is decided at weekly reviews, where all executives are at the same moment, so
 * that the cash of the firm may be looked at.
 */
final class Sourcing {
    private final World world;
    private final Contacts contacts;
    private final Delegates delegates;
    private final Hiring hiring;
    private final Barter barter;
    private final Outsourcing outsourcing;
    private final boolean[] over; // by delegate: the work was taken back for good
    private boolean begun;

    Sourcing(World world) {
        this.world = world;
        contacts = world.contacts;
        delegates = world.delegates;
        hiring = world.hiring;
        barter = world.barter;
        outsourcing = world.outsourcing;
        over = new boolean[delegates.count()];
    }

    /** A handover begins, for the first time or again. */
    void begin() {
        if (!begun) {
            begun = true;
            seekForAll();
        }
    }

    /** The review at the end of a week. */
    void onWeek() {
        if (!begun) {
            return;
        }
        seekForAll();
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            if (delegates.isEmployed(delegate)) {
                switch (delegates.source(delegate)) {
                    case STAFF -> {
                        // Nothing is due for those who are there anyway.
                    }
                    case HIRE -> showAround(delegate);
                    case BARTER -> settleBarter(delegate);
                    case PROVIDER -> reviewContract(delegate);
                }
            }
        }
    }

    /** Somebody has taken the post. */
    void onPostFilled(int delegate) {
        switch (delegates.source(delegate)) {
            case STAFF -> {
                // Nobody was sought.
            }
            case HIRE -> {
                hiring.onHired(delegate);
                if (delegates.occupant(delegate) > 0) {
                    world.money.pay(executive(delegate), Line.HIRING, hiring.cost(), world.now());
                }
            }
            case BARTER -> barter.onFound(delegate, endBudget(delegate), world.now());
            case PROVIDER -> {
                outsourcing.sign(delegate, endBudget(delegate), world.now());
                world.ownership.hold(delegate, outsourcing.ownership());
            }
        }
    }

    /** A delegate has done its work on a request that came so many weeks ago; handing back and apologies are no answers. */
    void onDone(int delegate, Jobs.Kind kind, double waited) {
        if (outsourcing.isRunning(delegate) && kind != Jobs.Kind.HANDING_BACK && kind != Jobs.Kind.DELEGATE_APOLOGY) {
            world.tally.providerAnswered(outsourcing.onAnswer(delegate, waited));
        }
    }

    /** By how much the log odds that the delegate drops a request are higher than those of the staff. */
    double raisedDropLogOdds(int delegate) {
        return delegate != Contacts.NOBODY && delegates.source(delegate) == Delegates.Source.BARTER
                ? barter.dropLogOdds()
                : 0;
    }

    private void seekForAll() {
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            if (!delegates.isEmployed(delegate) && !over[delegate] && world.now() >= delegates.vacantFor(delegate)) {
                seek(delegate);
            }
        }
    }

    private void seek(int delegate) {
        int person = delegates.occupant(delegate) + 1;
        switch (delegates.source(delegate)) {
            case STAFF -> {
                // Who fills the posts of the staff is settled elsewhere.
            }
            case HIRE -> {
                if (hiring.isAffordable(delegate, world.money.cash(world.now()))) {
                    hiring.decide(delegate);
                    world.money.pay(executive(delegate), Line.HIRING, hiring.cost(), world.now());
                    world.staffing.fillAt(delegate, world.now() + world.draws.hiringTime(delegate, person));
                }
            }
            case BARTER -> {
                if (barter.beginsSearch(delegate)) {
                    world.staffing.fillAt(delegate, world.now() + world.draws.barterSearch(delegate, person));
                }
            }
            case PROVIDER -> world.staffing.takesPost(delegate);
        }
    }

    private double endBudget(int delegate) {
        return world.draws.exponential(Source.ENGAGEMENT_BUDGET, delegate, delegates.occupant(delegate));
    }

    private void showAround(int delegate) {
        double hours = hiring.onboardingHours(delegate);
        if (hours > 0 && !world.oversight.isUnderCoordinator(delegate)) {
            give(delegate, Jobs.Kind.ONBOARDING, hours, Server.MANAGEMENT);
        }
    }

    private void settleBarter(int delegate) {
        double clockHours = delegates.server(delegate).clockHours(world.now());
        double owed = barter.owedHours(delegate, clockHours);
        if (owed > 0) {
            give(delegate, Jobs.Kind.BARTER, owed, Server.DUTIES);
        }
        if (barter.ends(delegate, world.now())) {
            world.staffing.leavesPost(delegate);
            seek(delegate);
        }
    }

    private void reviewContract(int delegate) {
        double now = world.now();
        boolean ends = outsourcing.runsOut(delegate, now);
        double expected = expectedRequests(delegate);
        double fee = outsourcing.bill(delegate, expected, now);
        world.money.pay(executive(delegate), Line.FEES, fee, now);
        world.money.pay(executive(delegate), Line.LEAKAGE, outsourcing.leaked(fee), now);
        if (outsourcing.isReportDue(delegate, now)) {
            ends |= readReport(delegate);
        }
        if (ends) {
            endContract(delegate);
        } else {
            goOn(delegate);
        }
    }

    /* Whether the contract ends. */
    private boolean readReport(int delegate) {
        double level = outsourcing.serviceLevel(delegate);
        world.money.pay(executive(delegate), Line.FEES, -outsourcing.credit(delegate, level), world.now());
        Verdict verdict = outsourcing.judge(delegate, level);
        if (verdict == Verdict.WIDEN) {
            widen(delegate);
        }
        return verdict == Verdict.END;
    }

    private void goOn(int delegate) {
        outsourcing.onWeek(delegate);
        delegates.scaleHours(delegate, outsourcing.hoursFactor(delegate, expectedRequests(delegate)));
        if (outsourcing.monitoringHours() > 0) {
            give(delegate, Jobs.Kind.VENDOR_MANAGEMENT, outsourcing.monitoringHours(), Server.MANAGEMENT);
        }
    }

    private void endContract(int delegate) {
        outsourcing.end(delegate);
        double uniform = world.draws.uniform(Source.RETURN, delegate, delegates.occupant(delegate));
        over[delegate] = outsourcing.returns(uniform);
        if (over[delegate]) {
            world.staffing.fallsVacant(delegate);
            dealToOthers(delegate);
            world.work.leaveUndone(delegate);
        } else {
            world.staffing.leavesPost(delegate);
            world.staffing.takesPost(delegate);
        }
    }

    /* To the executive's own people in turn; without any, the contacts call the executive. */
    private void dealToOthers(int delegate) {
        int other = nextOwn(delegate, delegate);
        int contact = contacts.firstOf(delegate);
        while (other != Contacts.NOBODY && contact != Contacts.NOBODY) {
            int next = contacts.nextOfSame(contact);
            world.staffing.changesDelegate(contact, other);
            other = nextOwn(delegate, other);
            contact = next;
        }
    }

    /* The next of the staff and the hired after the given delegate who works for the same executive as the one who left. */
    private int nextOwn(int left, int after) {
        int executives = world.executives.count();
        int colleagues = Contacts.ownDelegates(executive(left), executives, delegates.count());
        int next = after;
        for (int step = 0; step < colleagues; step++) {
            next = next + executives < delegates.count() ? next + executives : executive(left);
            if (delegates.isEmployed(next) && delegates.isOwn(next)) {
                return next;
            }
        }
        return Contacts.NOBODY;
    }

    /* First contacts that are not handed over yet, then those of the staff. */
    private void widen(int delegate) {
        int left = outsourcing.widening(portfolio(executive(delegate)));
        for (int contact = 0; contact < contacts.count() && left > 0; contact++) {
            if (isOfSamePortfolio(contact, delegate) && !world.handover.isChosen(contact)) {
                world.staffing.changesDelegate(contact, delegate);
                world.handover.choose(contact);
                left--;
            }
        }
        for (int contact = 0; contact < contacts.count() && left > 0; contact++) {
            if (isOfSamePortfolio(contact, delegate) && !outsourcing.isRunning(contacts.delegate(contact))) {
                world.staffing.changesDelegate(contact, delegate);
                left--;
            }
        }
    }

    private int portfolio(int executive) {
        int count = 0;
        for (int contact = 0; contact < contacts.count(); contact++) {
            count += contacts.executive(contact) == executive && contacts.isPresent(contact) ? 1 : 0;
        }
        return count;
    }

    private boolean isOfSamePortfolio(int contact, int delegate) {
        return contacts.isPresent(contact) && contacts.executive(contact) == executive(delegate);
    }

    /* Requests a week of the contacts that are to be handed over to this delegate. */
    private double expectedRequests(int delegate) {
        double rate = 0;
        for (int contact = contacts.firstOf(delegate);
                contact != Contacts.NOBODY;
                contact = contacts.nextOfSame(contact)) {
            rate += contacts.isPresent(contact) && world.handover.isChosen(contact) ? contacts.rate(contact) : 0;
        }
        return rate;
    }

    private void give(int delegate, Jobs.Kind kind, double hours, int line) {
        world.work.giveExecutive(executive(delegate), kind, hours, Requests.NONE, line);
    }

    private int executive(int delegate) {
        return delegate % world.executives.count();
    }
}
