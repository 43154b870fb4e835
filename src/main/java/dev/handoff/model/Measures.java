package dev.handoff.model;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.mechanism.Leads;
import dev.handoff.model.mechanism.Money.Line;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Contacts.Type;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What can be read off a world at a moment: states averaged over people, and running totals since week 0. */
public final class Measures {
    private static final double DAYS_PER_WEEK = 5;
    private static final double WEEKS_PER_YEAR = 52;

    private final World world;
    private final Contacts contacts;

    Measures(World world) {
        this.world = world;
        contacts = world.contacts;
    }

    public Ledger ledger() {
        return world.ledger();
    }

    /** Share of executives who have burnt out at least once. */
    public double burntOutOnceShare() {
        return meanOfExecutives(executive -> world.burnout.firstOnset(executive) <= world.now() ? 1 : 0);
    }

    /** Share of executives who would have burnt out at least once at the threshold hours. */
    public double calmlyBurntOutShare() {
        return meanOfExecutives(executive -> world.burnout.calmOnset(executive) <= world.now() ? 1 : 0);
    }

    /** Probability of a first burnout that the strain so far carried. */
    public double carriedBurnoutRisk() {
        return meanOfExecutives(executive -> -StrictMath.expm1(-world.burnout.carriedRisk(executive)));
    }

    /** Share of executives who are burnt out. */
    public double burntOutShare() {
        return meanOfExecutives(executive -> world.burnout.isBurntOut(executive) ? 1 : 0);
    }

    /** Hours a week. */
    public double strain() {
        return meanOfExecutives(world.burnout::strain);
    }

    /** Clock hours of an executive since the start. */
    public double executiveClockHours() {
        return meanOfExecutives(executive -> world.executives.server(executive).clockHours(world.now()));
    }

    /** Clock hours of all delegates since the start. */
    public double delegateHours() {
        double hours = 0;
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            hours += world.delegates.server(delegate).clockHours(world.now());
        }
        return hours;
    }

    /** Share of the contacts of this type that left; NaN without any. */
    public double lostShare(Type type) {
        return world.tally.lost(type) / contacts.count(type);
    }

    /** Share of customers that left for this reason; NaN without customers. */
    public double lostShare(Reason reason) {
        return world.tally.lostCustomers(reason) / contacts.count(Type.CUSTOMER);
    }

    /** Share of the customers' value that is gone or given away; NaN without customers. */
    public double lostRevenueShare() {
        double initial = 0;
        double lost = 0;
        for (int contact = 0; contact < contacts.initial(); contact++) {
            if (contacts.isCustomer(contact)) {
                double value = contacts.initialValue(contact);
                initial += value;
                boolean kept = contacts.isPresent(contact) || world.pruning.isGone(contact);
                lost += kept ? value - contacts.value(contact) : value;
            }
        }
        return lost / initial;
    }

    /** Dollars a year: value of the customers that are there, less wages and fees of providers. */
    public double netValue() {
        double value = 0;
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (contacts.isCustomer(contact) && contacts.isPresent(contact)) {
                value += contacts.value(contact);
            }
        }
        value -= world.money.rate(Line.WAGES) + world.outsourcing.fees();
        return value;
    }

    /** What an hour brings, relative to the promotion. */
    public double productivity() {
        return world.improvement.factor(world.now());
    }

    /** Dollars. */
    public double cash() {
        return world.money.cash(world.now());
    }

    /** Dollars that the firm paid since week 0. */
    public double costs() {
        return world.money.costs(world.now());
    }

    /** Dollars that leaked from contracts with providers. */
    public double leakage() {
        return world.money.sum(Line.LEAKAGE, world.now());
    }

    /** Share of the contacts that are there which a provider looks after; NaN if nobody is there. */
    public double outsourcedShare() {
        return meanOfPresent(contact ->
                world.handover.isIntroduced(contact) && world.outsourcing.isRunning(contacts.delegate(contact))
                        ? 1
                        : 0);
    }

    /** Requests that providers answered. */
    public double providerAnswers() {
        return world.tally.providerAnswers();
    }

    public double providerAnswersInTime() {
        return world.tally.providerAnswersInTime();
    }

    /** Contacts that were won since week 0. */
    public double contactsWon() {
        return world.sales.won();
    }

    /** Contacts that are there, old and new. */
    public double contactsPresent() {
        return contacts.present();
    }

    /** Of the contacts won since week 0, those that left. */
    public double newContactsLost() {
        return world.tally.lostNew();
    }

    /** Years that the contacts won since week 0 were there, together. */
    public double newContactYears() {
        double weeks = 0;
        for (int contact = contacts.initial(); contact < contacts.count(); contact++) {
            if (!Double.isNaN(contacts.leftAt(contact))) {
                weeks += Math.min(world.now(), contacts.leftAt(contact)) - contacts.arrivedAt(contact);
            }
        }
        return weeks / WEEKS_PER_YEAR;
    }

    /** Mean of the executives' trust in their delegates; NaN without any. */
    public double meanTrust() {
        return mean(world.delegates.count(), world.trust::of);
    }

    /** Dollars a year, counted up over weeks: a week in which a dollar is lost adds 52. */
    public double misuseLosses() {
        return WEEKS_PER_YEAR * world.ledger().misusedDollars();
    }

    public double choices() {
        return world.tally.choices();
    }

    public double choicesForDelegate() {
        return world.tally.choicesForDelegate();
    }

    public double delegateRequests() {
        return world.tally.delegateRequests();
    }

    public double escalatedRequests() {
        return world.tally.escalated();
    }

    public double erroneousRequests() {
        return world.tally.erred();
    }

    public double answeredRequests() {
        return world.tally.waits().count();
    }

    public double givenUpRequests() {
        return world.tally.givenUpRequests();
    }

    /** Requests that delegates dropped. */
    public double droppedRequests() {
        return world.tally.droppedRequests();
    }

    /** Of those, found by following up. */
    public double caughtDrops() {
        return world.tally.caughtDrops();
    }

    /** Of those, found by the contact, whether it said so or not. */
    public double dropsFoundByContacts() {
        return world.tally.chasedDrops() + world.tally.silentDrops();
    }

    /** Of those, found by anybody. */
    public double foundDrops() {
        return caughtDrops() + dropsFoundByContacts();
    }

    /** Of contacts with their delegates, missed ones included. */
    public double appointments() {
        return world.tally.appointments();
    }

    public double missedAppointments() {
        return world.tally.missedAppointments();
    }

    /** What became of leads since week 0. */
    public Leads leads() {
        return world.leads;
    }

    /** Days waited for all answers together. */
    public double waitedDays() {
        return DAYS_PER_WEEK * world.tally.waits().sum();
    }

    /** Days; NaN without answers. */
    public double responseDays(double probability) {
        return DAYS_PER_WEEK * world.tally.waits().quantile(probability);
    }

    public double openRequests() {
        return world.requests.open();
    }

    public double meanSatisfaction() {
        return meanOfPresent(world.satisfaction::of);
    }

    public double meanHabit() {
        return meanOfPresent(world.habit::of);
    }

    public double meanBelief() {
        return meanOfPresent(world.belief::of);
    }

    public double meanAppeal() {
        return meanOfPresent(world.appeal::of);
    }

    public double meanSkill() {
        return meanOfEmployed(world.skill::of);
    }

    public double meanConfidence() {
        return meanOfEmployed(world.confidence::of);
    }

    public double meanOwnership() {
        return meanOfEmployed(world.ownership::of);
    }

    public double meanMorale() {
        return meanOfEmployed(delegate -> world.morale.of(delegate, world.now()));
    }

    /** Delegates who quit. */
    public double quits() {
        return world.tally.quits();
    }

    /** Years of all delegates in their posts. */
    public double delegateYears() {
        double weeks = 0;
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            weeks += world.delegates.employedWeeks(delegate, world.now());
        }
        return weeks / WEEKS_PER_YEAR;
    }

    /** Share of the posts that nobody holds; NaN without any. */
    public double vacantShare() {
        return mean(world.delegates.count(), delegate -> world.delegates.isEmployed(delegate) ? 0 : 1);
    }

    public double meanPropensity() {
        return meanOfExecutives(world.intervention::propensity);
    }

    /** Median week of acceptance over contacts that are there or had accepted; NaN if half of them never did. */
    public double medianAcceptanceWeek() {
        double[] weeks = new double[contacts.initial()];
        int count = 0;
        for (int contact = 0; contact < weeks.length; contact++) {
            if (contacts.isPresent(contact) || hasAccepted(contact)) {
                weeks[count++] = world.tally.acceptedAt(contact);
            }
        }
        Arrays.sort(weeks, 0, count);
        double median = count == 0 ? Double.NaN : (weeks[(count - 1) / 2] + weeks[count / 2]) / 2;
        return median == Double.POSITIVE_INFINITY ? Double.NaN : median;
    }

    /** Share of the contacts that are there which never accepted; NaN if nobody is there. */
    public double neverAcceptedShare() {
        double there = 0;
        double never = 0;
        for (int contact = 0; contact < contacts.initial(); contact++) {
            if (contacts.isPresent(contact)) {
                there++;
                never += hasAccepted(contact) ? 0 : 1;
            }
        }
        return never / there;
    }

    /** The old contacts. */
    public int contactCount() {
        return contacts.initial();
    }

    /** As the user's list names it, or the group's name or type with a number: "Customer 3". */
    public String contactName(int contact) {
        return contacts.name(contact);
    }

    /** As the scenario names the group, with a number where it has several: "Dana", "Junior 2", "Delegate 1". */
    public String delegateName(int delegate) {
        return world.delegates.name(delegate);
    }

    public Type contactType(int contact) {
        return contacts.type(contact);
    }

    /** Week in which the contact left; infinity if it stayed. */
    public double leftAt(int contact) {
        return contacts.leftAt(contact);
    }

    /** Week in which the contact accepted the delegate; infinity if it never did. */
    public double acceptedAt(int contact) {
        return world.tally.acceptedAt(contact);
    }

    /** Satisfaction of a contact, from 0 to 1. */
    public double satisfaction(int contact) {
        return world.satisfaction.of(contact);
    }

    /** A contact's habit of turning to the executive, from 0 to 1. */
    public double habit(int contact) {
        return world.habit.of(contact);
    }

    /** A contact's belief in the delegate, from 0 to 1. */
    public double belief(int contact) {
        return world.belief.of(contact);
    }

    private boolean hasAccepted(int contact) {
        return world.tally.acceptedAt(contact) < Double.POSITIVE_INFINITY;
    }

    private double meanOfExecutives(IntToDoubleFunction value) {
        return mean(world.executives.count(), value);
    }

    private double meanOfPresent(IntToDoubleFunction value) {
        double sum = 0;
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (contacts.isPresent(contact)) {
                sum += value.applyAsDouble(contact);
            }
        }
        return sum / contacts.present();
    }

    private double meanOfEmployed(IntToDoubleFunction value) {
        double sum = 0;
        int employed = 0;
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            if (world.delegates.isEmployed(delegate)) {
                sum += value.applyAsDouble(delegate);
                employed++;
            }
        }
        return sum / employed;
    }

    private static double mean(int count, IntToDoubleFunction value) {
        double sum = 0;
        for (int each = 0; each < count; each++) {
            sum += value.applyAsDouble(each);
        }
        return sum / count;
    }
}
