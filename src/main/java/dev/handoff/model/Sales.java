package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Growth;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/**
 * Executives sell in the hours that are left, and what they win becomes a contact (model.md, section 22). A new contact is touched
 * at events of its own executive only, or at common ones.
 */
final class Sales {
    private final World world;
    private final Growth growth;
    private final Contacts contacts;
    private final int[] won; // by executive
    private final boolean[] selling; // by executive: whether a piece of sales work waits or is in service

    Sales(World world) {
        this.world = world;
        growth = world.growth;
        contacts = world.contacts;
        won = new int[world.executives.count()];
        selling = new boolean[world.executives.count()];
    }

    /** At the promotion, or when a change switches growth on. */
    void begin() {
        for (int executive = 0; executive < won.length; executive++) {
            growth.begin(executive, world.fatigue.weeklyHours(executive));
            seekNext(executive);
            world.expansion.begin(executive);
        }
    }

    /** The end of a week of so many clock hours. */
    void review(int executive, double worked) {
        growth.onWeek(executive, worked, world.fatigue.yield(executive), world.fatigue.memoryShare());
        if (!selling[executive]) {
            sell(executive);
        }
    }

    /** A piece of sales work is done. */
    void done(int executive, double hours) {
        selling[executive] = false;
        world.books.outside(executive, Activity.SALES, hours);
        growth.onSales(executive, hours);
        while (contacts.hasRoom(executive, won[executive]) && growth.wins(executive)) {
            welcome(contacts.newcomer(executive, won[executive]++));
            seekNext(executive);
        }
        sell(executive);
    }

    /** Contacts won so far. */
    int won() {
        int sum = 0;
        for (int each : won) {
            sum += each;
        }
        return sum;
    }

    private void sell(int executive) {
        double hours = contacts.hasRoom(executive, won[executive]) ? growth.takePiece(executive) : 0;
        if (hours > 0) {
            selling[executive] = true;
            world.work.giveExecutive(executive, Jobs.Kind.SALES, hours, Requests.NONE, Server.SALES);
        }
    }

    private void seekNext(int executive) {
        growth.seekNext(executive, world.draws.workPerContact(executive, won[executive]));
    }

    private void welcome(int contact) {
        Draws draws = world.draws;
        contacts.onArrival(
                contact,
                draws.ofNewcomer(Source.RATE, contact),
                draws.ofNewcomer(Source.VALUE, contact),
                draws.uniform(Source.FRIEND, contact, 0),
                draws.ofNewcomer(Source.PATIENCE, contact),
                world.now());
        contacts.assignNew(contact, leastBusy(contacts.executive(contact)));
        boolean withDelegate = growth.isBornWithDelegate()
                && world.handoff.mode() != Handoff.Mode.NONE
                && contacts.delegate(contact) != Contacts.NOBODY;
        double repetitions = draws.ofNewcomer(Source.REPETITIONS, contact);
        world.habit.begin(contact, growth.initialHabit(withDelegate), repetitions);
        world.expectation.begin(contact, draws.ofNewcomer(Source.EXPECTED_RESPONSE, contact));
        if (withDelegate) {
            world.handover.beginWithDelegate(contact);
        }
        if (world.touches.settings().topShare() == 1) {
            world.touches.cover(contact);
        }
        world.accounts.won(contact);
        world.departures.begin(contact);
        world.diary.begin(contact);
        world.life.scheduleNext(contact);
    }

    /* The delegate who holds a post and has the fewest contacts; NOBODY where all posts are vacant. */
    private int leastBusy(int executive) {
        int best = Contacts.NOBODY;
        for (int delegate = executive; delegate < world.delegates.count(); delegate += won.length) {
            boolean better = best == Contacts.NOBODY || contacts.presentOf(delegate) < contacts.presentOf(best);
            if (world.delegates.isEmployed(delegate) && better) {
                best = delegate;
            }
        }
        return best;
    }
}
