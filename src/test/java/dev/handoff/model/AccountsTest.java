package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Money.Line;
import dev.handoff.scenario.Scenarios;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The firm's account in whole runs, against plans made by hand. */
class AccountsTest {

    /** Ten customers at 52,000 dollars a year are 10,000 a week; two wages of 62,400 are 2,400; nobody leaves. */
    private static final Scenarios STEADY = Scenarios.steady()
            .with("contacts.count", 10)
            .with("contacts.vendor-share", 0)
            .with("contacts.partner-share", 0)
            .with("contacts.value", "52k $/year")
            .with("churn.active", false)
            .with("appeal.active", false)
            .with("money.initial-cash", "15k $");

    @Test
    void whereNothingIsRandomTheAccountIsThePlanToTheCent() {
        World world = world(STEADY);
        for (int week = 0; week <= 104; week++) {
            world.advanceTo(week);
            assertThat(world.measures().cash()).isEqualTo(15_000 + (10_000 - 2_400) * week);
            assertThat(world.measures().costs()).isEqualTo(2_400 * week);
        }
        assertThat(world.money.sum(Line.REVENUE, 104)).isEqualTo(1_040_000);
        assertThat(world.money.sum(Line.PROCUREMENT, 104)).isZero();
    }

    @Test
    void beforeThePromotionNothingFlows() {
        World world = world(STEADY);
        world.advanceTo(-0.5);
        assertThat(world.measures().cash()).isEqualTo(15_000);
        world.advanceTo(0.5);
        assertThat(world.measures().cash()).isEqualTo(15_000 + 3_800);
    }

    /** Week 10 at the old wage, then at 31,200 a year: 600 a week for each of two. */
    @Test
    void aChangeOfWageHoldsFromItsMomentOn() {
        World world = world(STEADY.with("changes", "[{at: 10.5 weeks, set: {delegates.wage: 31.2k $/year}}]"));
        world.advanceTo(20);
        assertThat(world.money.sum(Line.WAGES, 20)).isCloseTo(10.5 * 2_400 + 9.5 * 1_200, within(1e-6));
    }

    /** Two posts at 1,200 dollars a week, one of them vacant from week 4 to week 9. */
    @Test
    void aVacantPostIsNotPaid() {
        World world = world(STEADY);
        world.advanceTo(4);
        world.staffing.leavesPost(1);
        world.staffing.fillAt(1, 9);
        world.advanceTo(14);
        assertThat(world.money.sum(Line.WAGES, 14)).isCloseTo(14 * 1_200 + 9 * 1_200, within(1e-6));
    }

    /** The customer who leaves in week 4 pays no more; the vendor's and the partner's substitutes cost a tenth of 52,000 more. */
    @Test
    void whoHasLeftPaysNoMoreAndASupplierIsReplacedDearly() {
        World world = world(STEADY.with("contacts.vendor-share", 0.1).with("contacts.partner-share", 0.1));
        world.advanceTo(4);
        Arrays.asList(0, 8, 9).forEach(world.departures::leaves);
        world.advanceTo(14);
        assertThat(world.money.sum(Line.REVENUE, 14)).isCloseTo(4 * 8_000 + 10 * 7_000, within(1e-6));
        assertThat(world.money.sum(Line.PROCUREMENT, 14)).isCloseTo(10 * 2 * 100, within(1e-6));
    }

    /** A concession of 1 % in week 4 lowers what the customer pays by 10 dollars a week; a partner pays nothing to begin with. */
    @Test
    void concessionsLowerWhatComesIn() {
        World world = world(STEADY.with("contacts.partner-share", 0.1));
        world.advanceTo(4);
        world.accounts.concede(0, 0.01);
        world.accounts.concede(9, 0.01);
        world.advanceTo(14);
        assertThat(world.money.sum(Line.REVENUE, 14)).isCloseTo(14 * 9_000 - 10 * 10, within(1e-6));
        assertThat(world.contacts.value(9)).isCloseTo(0.99 * 52_000, within(1e-9));
    }

    /**
     * With a hazard that does not move, a customer of value v is there with probability e^(-h t), so the revenue of T weeks is n v/52 (1 - e^(-h T))/h on
     * average. False alarm 0.006 % by 4 standard errors.
     */
    @Test
    void revenueFadesAsCustomersLeave() {
        double hazard = 0.4 / 52;
        Scenario scenario = STEADY.with("churn.active", true)
                .with("churn.customer-hazard", "40 %/year")
                .with("churn.sensitivity", 0)
                .with("contacts.friend-share", 0)
                .build();
        double[] revenue = IntStream.range(0, 400)
                .mapToDouble(replication -> {
                    World world = new World(scenario, 3, replication);
                    world.advanceTo(104);
                    return world.money.sum(Line.REVENUE, 104);
                })
                .toArray();
        double mean = Arrays.stream(revenue).average().orElseThrow();
        double variance = Arrays.stream(revenue)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        double error = Math.sqrt(variance / revenue.length);
        assertThat(error / mean).isLessThan(0.01);
        assertThat(mean).isCloseTo(10_000 * -Math.expm1(-hazard * 104) / hazard, within(4 * error));
    }

    private static World world(Scenarios scenarios) {
        return new World(scenarios.build(), 1, 0);
    }
}
