package dev.handoff.model.people;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The contacts of the executives: what is fixed about each, its value and whether it is there. The old ones come first; behind them
 * is room for those who are won later, of which nothing is known before.
 */
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
    private final int executives;
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
    private final double[] arrivedAt; // by contact, week; of the old ones infinity before all times
    private final int[] presentOfDelegate; // by delegate: contacts that are there
    private final int[] firstOfDelegate; // by delegate; NOBODY without any
    private final int[] nextOfDelegate; // by contact: of the same delegate, NOBODY behind the last
    private final int[] nameNumber; // by contact: from 1 among those with the same stem of a name
    private final int initial;
    private int present;
    private int count;

    /**
     * Arrays may be longer than the groups have members: the rest is room for new contacts.
     *
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
        this(groups, rate, value, friend, patience, executives, delegates, post -> true);
    }

    /** @param dealsIn whether a delegate has old contacts */
    public Contacts(
            List<Group> groups,
            double[] rate,
            double[] value,
            double[] friend,
            double[] patience,
            int executives,
            int delegates,
            IntPredicate dealsIn) {
        int capacity = rate.length;
        this.groups = groups;
        this.executives = executives;
        meanSize = groups.stream()
                .mapToDouble(each -> each.requestSizeHours().mean())
                .toArray();
        this.rate = rate;
        this.patience = patience;
        initialValue = value;
        this.value = value.clone();
        type = new Type[capacity];
        group = new int[capacity];
        this.friend = new boolean[capacity];
        executive = new int[capacity];
        delegate = new int[capacity];
        firstOfDelegate = new int[delegates];
        nextOfDelegate = new int[capacity];
        calls = new int[capacity];
        nameNumber = new int[capacity];
        leftAt = new double[capacity];
        initial = groups.stream().mapToInt(Group::count).sum();
        count = initial;
        present = initial;
        Arrays.fill(leftAt, Double.NaN);
        Arrays.fill(leftAt, 0, initial, Double.POSITIVE_INFINITY);
        arrivedAt = new double[capacity];
        Arrays.fill(arrivedAt, Double.NEGATIVE_INFINITY);
        presentOfDelegate = new int[delegates];
        fillGroups(friend);
        deal(executives, delegates, dealsIn);
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

    private void deal(int executives, int delegates, IntPredicate dealsIn) {
        int[][] own = new int[executives][];
        for (int each = 0; each < executives; each++) {
            int first = each;
            own[each] = IntStream.iterate(first, post -> post < delegates, post -> post + executives)
                    .filter(dealsIn)
                    .toArray();
        }
        Arrays.fill(delegate, NOBODY);
        for (int contact = 0; contact < executive.length; contact++) {
            executive[contact] = contact % executives;
            int[] posts = own[executive[contact]];
            if (contact < initial && posts.length > 0) {
                delegate[contact] = posts[contact / executives % posts.length];
            }
        }
        Arrays.fill(firstOfDelegate, NOBODY);
        for (int contact = executive.length - 1; contact >= 0; contact--) {
            if (delegate[contact] != NOBODY) {
                nextOfDelegate[contact] = firstOfDelegate[delegate[contact]];
                firstOfDelegate[delegate[contact]] = contact;
                presentOfDelegate[delegate[contact]]++;
            }
        }
    }

    /** Whether an executive who has won so many contacts can win another. */
    public boolean hasRoom(int ofExecutive, int won) {
        return newcomer(ofExecutive, won) < rate.length;
    }

    /** The number of the contact that an executive wins after so many others. */
    public int newcomer(int ofExecutive, int won) {
        int first = Math.floorMod(ofExecutive - initial, executives) + initial;
        return first + executives * won;
    }

    /**
     * A new customer, who is like those of the first group.
     *
     * @param friendDraw variate from 0 to 1
     */
    public void onArrival(
            int contact,
            double ratePerWeek,
            double dollarsPerYear,
            double friendDraw,
            double patienceWeeks,
            double now) {
        type[contact] = Type.CUSTOMER;
        rate[contact] = ratePerWeek;
        initialValue[contact] = dollarsPerYear;
        value[contact] = dollarsPerYear;
        friend[contact] = friendDraw < groups.get(0).friendShare();
        patience[contact] = patienceWeeks;
        arrivedAt[contact] = now;
        leftAt[contact] = Double.POSITIVE_INFINITY;
        present++;
        count = Math.max(count, contact + 1);
    }

    /** Gives a new contact its delegate, or {@link #NOBODY}. */
    public void assignNew(int contact, int toDelegate) {
        if (toDelegate == NOBODY) {
            delegate[contact] = NOBODY;
        } else {
            insert(contact, toDelegate);
        }
    }

    /** How many of all delegates an executive has when they are dealt in turn. */
    public static int ownDelegates(int executive, int executives, int delegates) {
        return (delegates - executive + executives - 1) / executives;
    }

    /** The old contacts, and the new ones up to the highest number of all that came; with several executives some of these never did. */
    public int count() {
        return count;
    }

    /** The old contacts: those of the groups, whether or not they are still there. */
    public int initial() {
        return initial;
    }

    /** The old contacts and all room for new ones. */
    public int capacity() {
        return rate.length;
    }

    /** Whether the contact was won after the promotion. */
    public boolean isNew(int contact) {
        return contact >= initial;
    }

    /** Week in which a new contact came. */
    public double arrivedAt(int contact) {
        return arrivedAt[contact];
    }

    /** How many contacts of the delegate are there. */
    public int presentOf(int ofDelegate) {
        return presentOfDelegate[ofDelegate];
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

    /** The first of the delegate's contacts, those that left included, or {@link #NOBODY}. */
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
        if (isPresent(contact)) {
            presentOfDelegate[former]--;
        }
        insert(contact, toDelegate);
    }

    private void insert(int contact, int toDelegate) {
        delegate[contact] = toDelegate;
        if (isPresent(contact)) {
            presentOfDelegate[toDelegate]++;
        }
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

    /** Week in which the contact left; infinity while it is there, NaN before it came. */
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
        if (delegate[contact] != NOBODY) {
            presentOfDelegate[delegate[contact]]--;
        }
    }

    /** @param share of the value that is given away, 0 to 1 */
    public void concede(int contact, double share) {
        value[contact] *= 1 - share;
    }

    /** As the user's list names it, or the group's name or the type with a number: "Ada Ltd", "Customer 3". */
    public String name(int contact) {
        if (isNew(contact)) {
            return "New customer " + (contact - initial + 1);
        }
        Group members = groups.get(group[contact]);
        if (!members.name().isEmpty() && members.count() == 1) {
            return members.name();
        }
        String stem = members.name().isEmpty() ? type[contact].word : members.name();
        return stem + " " + nameNumber[contact];
    }
}
