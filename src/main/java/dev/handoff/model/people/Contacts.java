package dev.handoff.model.people;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.Distribution;
import java.util.Arrays;
import java.util.List;

/** The old contacts of the executives: what is fixed about each, its value and whether it is still there. */
public final class Contacts {

    /** What a contact is to the firm. */
    public enum Type {
        CUSTOMER("Customer"),
        VENDOR("Vendor"),
        PARTNER("Partner");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    /** One group of the {@code contacts} section of a scenario. */
    public record Group(
            int count,
            String name,
            double vendorShare,
            double partnerShare,
            Distribution ratePerWeek,
            Distribution requestSizeHours,
            Distribution valueDollarsPerYear,
            double friendShare,
            Distribution patienceWeeks,
            Distribution expectedResponseWeeks) {
        public Group {
            Check.that(
                    vendorShare + partnerShare <= 1,
                    "vendor-share (%s) and partner-share (%s) must not exceed 1 together",
                    vendorShare,
                    partnerShare);
        }

        int vendors() {
            return (int) Math.round(count * vendorShare);
        }

        int partners() {
            return Math.min(count - vendors(), (int) Math.round(count * partnerShare));
        }
    }

    /** Of a contact that has no delegate. */
    public static final int NOBODY = -1;

    private final List<Group> groups;
    private final Type[] type; // by contact
    private final int[] ofType = new int[Type.values().length]; // by type: how many at the start
    private final int[] group; // by contact
    private final int[] executive; // by contact
    private final int[] delegate; // by contact; NOBODY without one
    private final double[] rate; // by contact, a week
    private final double[] meanSize; // by group, hours
    private final double[] initialValue; // by contact, dollars a year
    private final double[] value; // by contact, dollars a year
    private final boolean[] friend; // by contact
    private final double[] patience; // by contact, weeks
    private final double[] leftAt; // by contact, week; infinity while it is there
    private final int[] calls; // by contact: requests so far
    private final int[] firstOfDelegate; // by delegate; NOBODY without any
    private final int[] nextOfDelegate; // by contact: of the same delegate, NOBODY behind the last
    private final int[] nameNumber; // by contact: from 1 among those with the same stem of a name
    private int present;

    /**
     * @param rate by contact, a week
     * @param value by contact, dollars a year
     * @param friend by contact: variate from 0 to 1
     * @param patience by contact, weeks
     */
    public Contacts(
            List<Group> groups,
            double[] rate,
            double[] value,
            double[] friend,
            double[] patience,
            int executives,
            int delegates) {
        int count = rate.length;
        this.groups = groups;
        meanSize = groups.stream()
                .mapToDouble(each -> each.requestSizeHours().mean())
                .toArray();
        this.rate = rate;
        this.patience = patience;
        initialValue = value;
        this.value = value.clone();
        type = new Type[count];
        group = new int[count];
        this.friend = new boolean[count];
        executive = new int[count];
        delegate = new int[count];
        firstOfDelegate = new int[delegates];
        nextOfDelegate = new int[count];
        calls = new int[count];
        nameNumber = new int[count];
        leftAt = new double[count];
        Arrays.fill(leftAt, Double.POSITIVE_INFINITY);
        present = count;
        fillGroups(friend);
        deal(executives, delegates);
    }

    private void fillGroups(double[] friendDraw) {
        int contact = 0;
        int[] unnamed = new int[Type.values().length];
        for (int number = 0; number < groups.size(); number++) {
            Group members = groups.get(number);
            int customers = members.count() - members.vendors() - members.partners();
            for (int member = 0; member < members.count(); member++) {
                type[contact] = member < customers
                        ? Type.CUSTOMER
                        : member < customers + members.vendors() ? Type.VENDOR : Type.PARTNER;
                ofType[type[contact].ordinal()]++;
                group[contact] = number;
                nameNumber[contact] = members.name().isEmpty() ? ++unnamed[type[contact].ordinal()] : member + 1;
                friend[contact] = friendDraw[contact] < members.friendShare();
                contact++;
            }
        }
    }

    private void deal(int executives, int delegates) {
        for (int contact = 0; contact < executive.length; contact++) {
            executive[contact] = contact % executives;
            int own = ownDelegates(executive[contact], executives, delegates);
            int turn = contact / executives;
            delegate[contact] = own == 0 ? NOBODY : executive[contact] + executives * (turn % own);
        }
        Arrays.fill(firstOfDelegate, NOBODY);
        for (int contact = executive.length - 1; contact >= 0; contact--) {
            if (delegate[contact] != NOBODY) {
                nextOfDelegate[contact] = firstOfDelegate[delegate[contact]];
                firstOfDelegate[delegate[contact]] = contact;
            }
        }
    }

    /** How many of all delegates an executive has when they are dealt in turn. */
    public static int ownDelegates(int executive, int executives, int delegates) {
        return (delegates - executive + executives - 1) / executives;
    }

    public int count() {
        return rate.length;
    }

    /** How many of a type there were at the start. */
    public int count(Type ofContacts) {
        return ofType[ofContacts.ordinal()];
    }

    /** Contacts that are still there. */
    public int present() {
        return present;
    }

    public Type type(int contact) {
        return type[contact];
    }

    public boolean isCustomer(int contact) {
        return type[contact] == Type.CUSTOMER;
    }

    public int group(int contact) {
        return group[contact];
    }

    public int executive(int contact) {
        return executive[contact];
    }

    /** The contact's delegate, or {@link #NOBODY} where the executive has none. */
    public int delegate(int contact) {
        return delegate[contact];
    }

    /** The delegate's contact of lowest number, those that left included, or {@link #NOBODY}. */
    public int firstOf(int ofDelegate) {
        return firstOfDelegate[ofDelegate];
    }

    /** The next contact of the same delegate, or {@link #NOBODY}. */
    public int nextOfSame(int contact) {
        return nextOfDelegate[contact];
    }

    /** The contact's delegate is another one from now on. */
    public void assign(int contact, int toDelegate) {
        int former = delegate[contact];
        if (firstOfDelegate[former] == contact) {
            firstOfDelegate[former] = nextOfDelegate[contact];
        } else {
            int before = firstOfDelegate[former];
            while (nextOfDelegate[before] != contact) {
                before = nextOfDelegate[before];
            }
            nextOfDelegate[before] = nextOfDelegate[contact];
        }
        delegate[contact] = toDelegate;
        int before = NOBODY;
        int after = firstOfDelegate[toDelegate];
        while (after != NOBODY && after < contact) {
            before = after;
            after = nextOfDelegate[after];
        }
        nextOfDelegate[contact] = after;
        if (before == NOBODY) {
            firstOfDelegate[toDelegate] = contact;
        } else {
            nextOfDelegate[before] = contact;
        }
    }

    /** Requests a week. */
    public double rate(int contact) {
        return rate[contact];
    }

    /**
     * Hours a week that the contact takes in person on average.
     *
     * @param interruption hours of each call on top of its size
     */
    public double hoursPerWeek(int contact, double interruption) {
        return rate[contact] * (meanSize[group[contact]] + interruption);
    }

    /** Dollars a year at the start, by contact. */
    public double[] initialValues() {
        return initialValue.clone();
    }

    /** Dollars a year at the start. */
    public double initialValue(int contact) {
        return initialValue[contact];
    }

    /** Dollars a year, less what was conceded. */
    public double value(int contact) {
        return value[contact];
    }

    public boolean isFriend(int contact) {
        return friend[contact];
    }

    /** Weeks. */
    public double patience(int contact) {
        return patience[contact];
    }

    public boolean isPresent(int contact) {
        return leftAt[contact] == Double.POSITIVE_INFINITY;
    }

    /** Week in which the contact left; infinity while it is there. */
    public double leftAt(int contact) {
        return leftAt[contact];
    }

    /** Requests so far; the number of the next one. */
    public int calls(int contact) {
        return calls[contact];
    }

    public void onCall(int contact) {
        calls[contact]++;
    }

    public void onLeaving(int contact, double now) {
        leftAt[contact] = now;
        present--;
    }

    /** @param share of the value that is given away, 0 to 1 */
    public void concede(int contact, double share) {
        value[contact] *= 1 - share;
    }

    /** As the user's list names it, or the group's name or the type with a number: "Ada Ltd", "Customer 3". */
    public String name(int contact) {
        Group members = groups.get(group[contact]);
        if (!members.name().isEmpty() && members.count() == 1) {
            return members.name();
        }
        String stem = members.name().isEmpty() ? type[contact].word : members.name();
        return stem + " " + nameNumber[contact];
    }
}
