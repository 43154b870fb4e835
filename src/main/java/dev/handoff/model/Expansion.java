package dev.handoff.model;

import dev.handoff.model.mechanism.Growth;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;

/**
 * Posts that nobody held yet are filled when the delegates have too much to do and the cash allows it (model.md, section 22). Looked
 * at in weekly reviews only, when all executives are at the same moment: the cash is the firm's.
 */
final class Expansion {
    private static final double WEEKS_PER_YEAR = 52;

    private final World world;
    private final Delegates delegates;
    private final double[] since; // by executive: week of the last review
    private final int[] reviews; // by executive: since the load was looked at
    private final double[] capacity; // by executive: hours of held posts since then
    private final double[] worked; // by executive: hours of its delegates up to then
    private final double[] comesAt; // by executive: week in which the latest hired person comes

    Expansion(World world) {
        this.world = world;
        delegates = world.delegates;
        since = new double[world.executives.count()];
        reviews = new int[world.executives.count()];
        capacity = new double[world.executives.count()];
        worked = new double[world.executives.count()];
        comesAt = new double[world.executives.count()];
    }

    /** The load is counted from now on. */
    void begin(int executive) {
        since[executive] = world.now();
        reviews[executive] = 0;
        capacity[executive] = 0;
        worked[executive] = workedBy(executive);
    }

    /** The end of a week. */
    void review(int executive) {
        double weeks = world.now() - since[executive];
        if (weeks == 0) {
            return;
        }
        for (int delegate = executive; delegate < delegates.count(); delegate += capacity.length) {
            capacity[executive] += delegates.isEmployed(delegate) ? weeks * delegates.netHours(delegate) : 0;
        }
        since[executive] = world.now();
        Growth.Hiring settings = world.growth.hiring();
        if (++reviews[executive] >= settings.reviews()) {
            double hours = workedBy(executive) - worked[executive];
            boolean tooMuch = hours > settings.loadLimit() * capacity[executive];
            begin(executive);
            if (settings.active() && tooMuch && comesAt[executive] <= world.now()) {
                hire(executive, settings);
            }
        }
    }

    private void hire(int executive, Growth.Hiring settings) {
        int post = firstNeverHeld(executive);
        if (post != Contacts.NOBODY && isAffordable(post, settings.reserveWeeks())) {
            comesAt[executive] = world.now() + settings.leadWeeks();
            world.staffing.fillAt(post, comesAt[executive]);
        }
    }

    private boolean isAffordable(int post, double reserveWeeks) {
        double wage = world.accounts.wage(post);
        return world.money.cash(world.now()) >= wage * reserveWeeks / WEEKS_PER_YEAR;
    }

    private int firstNeverHeld(int executive) {
        for (int delegate = executive; delegate < delegates.count(); delegate += capacity.length) {
            if (!delegates.isEmployed(delegate) && delegates.occupant(delegate) < 0) {
                return delegate;
            }
        }
        return Contacts.NOBODY;
    }

    private double workedBy(int executive) {
        double hours = 0;
        for (int delegate = executive; delegate < delegates.count(); delegate += capacity.length) {
            hours += delegates.server(delegate).clockHours(world.now());
        }
        return hours;
    }
}
