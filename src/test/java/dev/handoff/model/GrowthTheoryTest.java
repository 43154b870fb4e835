package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flywheel in whole runs: how many contacts spare hours bring, where that ends, who the new ones are and when somebody is hired. */
class GrowthTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", GrowthTheoryTest.class);
    private static final double EXACT = 1e-9;

    /**
     * n(t) = n* + (n0 - n*) e^(-t/T): 13 hours left without contacts, w hours a week for each of them, 25 h of sales for a new one,
     * hazard 1/52 a week of leaving: n* = 13/(w + 25/52), T = 25/(w + 25/52). 200 executives, each with a contact at first; their
     * requests are many and small, so that the hours of a week hardly vary. The fluid limit begins with a contact half won; the program
     * begins with none, so a quarter of a contact is missing at first: as in every renewal process, (1 - cv^2)/2 with cv^2 = 1/2, and
     * that fades like everything else. Tolerance 4 standard errors, false alarm 0.01 %.
     */
    @ParameterizedTest
    @CsvSource({"0.94, 10", "0.94, 26", "0.94, 130", "0.20, 10", "0.20, 26", "0.20, 130"})
    void contactsComeLinearlyAndEndWhereTheyTakeAllTheHours(double hours, int week) {
        int executives = 200;
        World world = Behaviour.world(Behaviour.scenario(
                "bare",
                "executive.count=" + executives,
                "contacts.count=" + executives,
                "contacts.request-size=0.05 h",
                "contacts.rate=" + hours / 0.05 + " /week",
                "fatigue.memory=0.1 weeks",
                "satisfaction.initial=0.84",
                "churn.active=true",
                "churn.customer-hazard=100 %/year",
                "growth.active=true",
                "growth.sales-share=1",
                "growth.target-hours=13 h/week",
                "growth.market=20000",
                "horizon=156 weeks"));
        world.advanceTo(week);
        int[] there = new int[executives];
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            there[world.contacts.executive(contact)] += world.contacts.isPresent(contact) ? 1 : 0;
        }
        SummaryStatistics contacts = new SummaryStatistics();
        for (int each : there) {
            contacts.addValue(each);
        }
        double ceiling = 13 / (hours + 25 / 52.0);
        double expected = ceiling + (1 - 0.25 - ceiling) * Math.exp(-week / (25 / (hours + 25 / 52.0)));
        String what = "contacts in week " + week + " at " + Evidence.text(hours) + " h a week each";
        Behaviour.compare(EVIDENCE, what, expected, contacts, 1.5);
        assertThat(Metric.CONTACTS_ACTIVE.of(world)).isEqualTo(contacts.getSum());
        assertThat(world.ledger().freedHours()).isZero();
    }

    /** Nobody calls, so 13 hours are left in each week: 7.8 for sales, and a contact for each 25 of them. */
    @Test
    void aShareOfTheHoursThatAreLeftBringsContacts() {
        World world = Behaviour.world(quiet());
        for (int week = 1; week <= 104; week++) {
            world.advanceTo(week);
            assertThat(Metric.HOURS_SALES.of(world)).isCloseTo(7.8 * week, within(EXACT));
            assertThat(Metric.CONTACTS_WON.of(world)).isEqualTo(Math.floor(7.8 * week / 25 + EXACT));
        }
        assertThat(Metric.EXECUTIVE_HOURS.of(world)).isCloseTo(7.8 * 104, within(EXACT));
        assertThat(Metric.CUSTOMER_CHURN.of(world)).isZero();
    }

    @Test
    void aMarketEnds() {
        World world = Behaviour.world(quiet("growth.market=4", "executive.count=3"));
        world.advanceTo(104);
        assertThat(Metric.CONTACTS_WON.of(world)).isEqualTo(4);
        assertThat(world.executives.server(0).clockHours(104)).isCloseTo(25.0 * perExecutive(world, 0), within(1.0));
        assertThat(List.of(perExecutive(world, 0), perExecutive(world, 1), perExecutive(world, 2)))
                .containsExactlyInAnyOrder(2, 1, 1);
    }

    /** Of two executives with three customers each, one of each is sent away and speaks badly: an hour of sales brings 1 % less. */
    @Test
    void badWordsMakeSalesSlower() {
        World world = Behaviour.world(quiet(
                "executive.count=2",
                "contacts.count=6",
                "contacts.value={lognormal: {median: 20k $/year, sigma: 0.8}}",
                "contacts.rate=0.0001 /week",
                "pruning.active=true",
                "pruning.method=sudden",
                "pruning.share=0.33",
                "pruning.bad-word-probability=1",
                "pruning.bad-word-loss=10 %"));
        world.advanceTo(104);
        assertThat(Metric.PRUNED.of(world)).isCloseTo(2 / 6.0, within(EXACT));
        assertThat(Metric.CONTACTS_WON.of(world))
                .isEqualTo(2 * Math.floor(0.9 * 7.8 * 104 / 25)); // 58, without bad words 64
    }

    /** Who sells keeps the contact in person, or gives it to the delegate who has fewest; the habit says which. */
    @Test
    void newContactsBelongToTheExecutiveOrToADelegate() {
        String[] common = {"delegates.count=3", "contacts.count=3", "horizon=52 weeks", "contacts.rate=0.0001 /week"};
        World kept = Behaviour.world(quiet(with(common, "handoff.mode=abrupt", "growth.born-with-delegate=false")));
        World born = Behaviour.world(quiet(with(common, "handoff.mode=abrupt")));
        World alone = Behaviour.world(quiet(with(common, "handoff.mode=none")));
        for (World world : List.of(kept, born, alone)) {
            world.advanceTo(52);
            assertThat(world.contacts.count()).isEqualTo(3 + 16);
        }
        for (int contact = 3; contact < 19; contact++) {
            assertThat(kept.handoff.stage(contact)).isEqualTo(Handoff.DIRECT);
            assertThat(alone.handoff.stage(contact)).isEqualTo(Handoff.DIRECT);
            assertThat(born.handoff.stage(contact)).isEqualTo(Handoff.DELEGATE_LEADS);
            assertThat(kept.habit.of(contact)).isEqualTo(0.95);
            assertThat(born.habit.of(contact)).isEqualTo(0.2);
            assertThat(born.contacts.value(contact)).isEqualTo(kept.contacts.value(contact));
            assertThat(born.contacts.patience(contact)).isEqualTo(kept.contacts.patience(contact));
            assertThat(born.contacts.isFriend(contact)).isEqualTo(kept.contacts.isFriend(contact));
        }
        for (int delegate = 0; delegate < 3; delegate++) {
            assertThat(born.contacts.presentOf(delegate)).isBetween(6, 7); // 19 contacts
        }
    }

    /** Old and new contacts leave at the same rate; new ones count in no share of the initial ones, and in no hours of the portfolio. */
    @Test
    void newContactsAreNoInitialCustomers() {
        World world = Behaviour.world(Behaviour.scenario(
                "bare",
                "executive.count=1600",
                "contacts.count=1600",
                "contacts.rate=1 /week",
                "contacts.request-size=0.5 h",
                "satisfaction.initial=0.84",
                "churn.active=true",
                "churn.customer-hazard=50 %/year",
                "growth.active=true",
                "growth.work-per-contact=10 h",
                "growth.market=6000"));
        world.advanceTo(52);
        Ledger ledger = world.ledger();
        double old = 0;
        double lost = 0;
        double lostNew = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            boolean left = world.contacts.leftAt(contact) <= 52;
            lost += contact < 1600 && left ? 1 : 0;
            lostNew += contact >= 1600 && left ? 1 : 0;
            old += contact < 1600 ? Math.min(52, world.contacts.leftAt(contact)) : 0;
        }
        assertThat(world.contacts.count(Type.CUSTOMER)).isEqualTo(1600);
        assertThat(Metric.CUSTOMER_CHURN.of(world)).isCloseTo(lost / 1600, within(EXACT));
        assertThat(world.measures().newContactsLost()).isEqualTo(lostNew);
        Behaviour.assertShare("initial customers lost", 1 - Math.exp(-0.5), lost / 1600, 1600, 0.1);
        // Losses are Poisson in the years that contacts were there: 4 standard errors, false alarm 0.006 %.
        double years = world.measures().newContactYears();
        EVIDENCE.near(
                "new contacts lost for each year that one is there, at 50 % a year",
                0.5, lostNew / years, 4 * Math.sqrt(0.5 / years));
        // Half an hour a week for each old contact while it is there: the baseline counts theirs alone.
        assertThat(ledger.baselineHours()).isCloseTo(0.5 * old, within(4 * 0.5 * Math.sqrt(old)));
        assertThat(ledger.hours(Activity.NEW_CONTACTS)).isCloseTo(26 * years, within(4 * 0.5 * Math.sqrt(52 * years)));
        assertThat(ledger.freedHours()).isZero();
        assertThat(ledger.freedHoursOfAll()).isCloseTo(0, within(EXACT));
    }

    /**
     * One delegate of ten hours has far more to do. Another is hired at the fourth review if the cash is enough then for 13 weeks' wage,
     * 15,600 $: until then 4/52 of 62,400 $ less an income of 4,800 $ were paid, 4,431 $. Nobody works more than all hours.
     */
    @ParameterizedTest
    @CsvSource({"20500, 0.85, 1, 11", "19500, 0.85, 0, 0", "20500, 1, 0, 0"})
    void somebodyIsHiredWhenThereIsTooMuchToDoAndCashForTheWage(double cash, double limit, int hired, double week) {
        World world = Behaviour.world(hiring(
                "money.initial-cash=" + cash + " $",
                "growth.hiring.load-limit=" + limit,
                "growth.hiring.reserve=13 weeks"));
        List<Double> at = employments(world);
        assertThat(at).hasSize(hired);
        if (hired > 0) {
            assertThat(at.get(0)).isEqualTo(week); // week 4 and a lead of seven weeks
        }
    }

    /** One delegate works all hours, so the loads are 1, 1/2 and 1/3; each of the three is decided on when the one before has come. */
    @Test
    void oneAfterTheOtherIsHired() {
        World world = Behaviour.world(hiring("money.initial-cash=900000 $", "growth.hiring.load-limit=0.3"));
        assertThat(employments(world)).containsExactly(11.0, 19.0, 27.0);
    }

    /* Growth fills posts that are vacant to the end; old contacts belong to the one that is held. */
    private static Scenario hiring(String... settings) {
        return Behaviour.scenario(
                "bare",
                with(
                        settings,
                        "horizon=52 weeks",
                        "growth.active=true",
                        "growth.sales-share=0",
                        "growth.hiring.lead=7 weeks",
                        "contacts.value=200 $/year",
                        "contacts.rate=10 /week",
                        "contacts.request-size=0.1 h",
                        "handoff.mode=abrupt",
                        "delegates=[{count: 1, net-hours: 10 h/week, initial-skill: 0},"
                                + " {count: 3, net-hours: 10 h/week, vacant-for: 52 weeks}]"));
    }

    private static List<Double> employments(World world) {
        List<Double> at = new ArrayList<>();
        for (double week = 0.5; week < 52; week += 0.5) {
            world.advanceTo(week);
            int employed = 0;
            for (int delegate = 1; delegate < 4; delegate++) {
                employed += world.delegates.isEmployed(delegate) ? 1 : 0;
                assertThat(world.contacts.firstOf(delegate)).isEqualTo(Contacts.NOBODY);
            }
            if (employed > at.size()) {
                at.add(week);
            }
        }
        return at;
    }

    /** A contact's traits and calls are its own, whoever else came before. */
    @Test
    void policiesMeetTheSameNewContacts() {
        Scenarios scenarios = Scenarios.steady().with("growth.active", true).with("promotion.added-hours", 0);
        World slow = new World(scenarios.with("handoff.mode", "none").build(), 7, 0);
        World fast = new World(scenarios.with("growth.sales-share", 1).build(), 7, 0);
        slow.advanceTo(104);
        fast.advanceTo(104);
        int common = slow.contacts.count();
        assertThat(common).isBetween(25, fast.contacts.count() - 5);
        for (int contact = 24; contact < common; contact++) {
            assertThat(slow.contacts.rate(contact)).isEqualTo(fast.contacts.rate(contact));
            assertThat(slow.contacts.initialValue(contact)).isEqualTo(fast.contacts.initialValue(contact));
        }
        assertThat(slow.ledger().freedHours()).isZero();
        assertThat(slow.measures().contactName(24)).isEqualTo("New customer 1");
    }

    private static int perExecutive(World world, int executive) {
        int count = 0;
        for (int contact = world.contacts.initial(); contact < world.contacts.count(); contact++) {
            boolean own = world.contacts.executive(contact) == executive;
            count += own && world.contacts.isPresent(contact) ? 1 : 0;
        }
        return count;
    }

    private static Scenario quiet(String... settings) {
        return Behaviour.scenario(
                "bare",
                with(
                        settings,
                        "contacts.count=1",
                        "contacts.rate=0",
                        "growth.active=true",
                        "growth.target-hours=13 h/week",
                        "growth.work-per-contact=25 h"));
    }

    /* What stands later counts. */
    private static String[] with(String[] settings, String... before) {
        List<String> all = new ArrayList<>(List.of(before));
        all.addAll(List.of(settings));
        return all.toArray(String[]::new);
    }
}
