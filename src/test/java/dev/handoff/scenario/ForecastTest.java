package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.scenario.Forecast.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loads and waits against hand calculation. */
class ForecastTest {

    private static final double TINY = 1e-9;

    /** 10 contacts calling 1.5 times a week for 1 h each (exponential), 20 h of duties of 2 h each, 50 h, no fatigue. */
    private static Scenarios office() {
        return Scenarios.base()
                .with("fatigue.active", false)
                .with("executive.maximum-hours", "50 h/week")
                .with("executive.duty-hours", "20 h/week")
                .with("executive.duty-size", "2 h")
                .with("executive.interruption", "0 h")
                .with("promotion.added-hours", "20 h/week")
                .with("contacts.count", 10)
                .with("contacts.rate", "1.5/week")
                .with("contacts.request-size", "{exponential: {mean: 1 h}}")
                .with("follow-up.check-ins", 0)
                .with("requests.prompt-urgent", false);
    }

    @Test
    void loadAndWaitBeforeThePromotionAreThoseOfTheMixedJobs() {
        Person executive = Forecast.of(office().build()).get(0);
        assertThat(executive.askedHours()).isEqualTo(35, within(TINY));
        assertThat(executive.load()).isEqualTo(0.7, within(TINY));
        // 15 jobs of mean square 2 and 10 of 4 a week: 70 / (2 * 35) = 1 h at hand on average; 0.7 / 0.3 of it.
        assertThat(executive.waitHours()).isEqualTo(0.7 / 0.3, within(1e-6));
        assertThat(executive.waitDays()).isEqualTo(0.7 / 0.3 / 10, within(1e-6));
    }

    @Test
    void thePromotionCanSaturate() {
        Person executive = Forecast.of(office().build()).get(1);
        assertThat(executive.askedHours()).isEqualTo(55, within(TINY));
        assertThat(executive.load()).isEqualTo(1.1, within(TINY));
        assertThat(executive.isSaturated()).isTrue();
        assertThat(executive.waitHours()).isInfinite();
    }

    @Test
    void anInterruptionLengthensEachCallOfTheExecutive() {
        Person executive = Forecast.of(
                        office().with("executive.interruption", "6 min").build())
                .get(0);
        assertThat(executive.askedHours()).isEqualTo(36.5, within(TINY));
    }

    @Test
    void afterTheHandoverUrgentCallsKeptContactsAndCheckInsRemain() {
        Person executive = Forecast.of(office().with("requests.prompt-urgent", true)
                        .with("requests.urgent-share", "20 %")
                        .with("handoff.delegated-share", "50 %")
                        .with("follow-up.check-ins", "1/week")
                        .with("follow-up.check-in-executive-work", "0.5 h")
                        .build())
                .get(2);
        assertThat(executive.askedHours()).isEqualTo(40 + 15 * 0.6 + 2 * 0.5, within(TINY));
    }

    @Test
    void delegatesShareTheCallsAndSpeedUpWithSkill() {
        List<Person> people = Forecast.of(office().with("delegates.net-hours", "20 h/week")
                .with("delegates.initial-skill", 0)
                .with("skill.novice-time", 2)
                .with("skill.time-saved-by-skill", 1)
                .with("skill.ceiling", 1)
                .build());
        assertThat(people).hasSize(5);
        assertThat(people.get(3).load()).isEqualTo(15.0 / 20, within(TINY));
        assertThat(people.get(4).load()).isEqualTo(7.5 / 20, within(TINY));
        // Exponential jobs of 2 h at load 0.75: 0.75 / 0.25 * 2 h.
        assertThat(people.get(3).waitHours()).isEqualTo(6, within(TINY));
    }

    @Test
    void longHoursYieldLess() {
        Scenarios long65 = office().with("fatigue.active", true)
                .with("fatigue.full-output-hours", 40)
                .with("fatigue.flat-output-hours", 60)
                .with("executive.maximum-hours", 60);
        // Output of 60 h: 40 + 20 / 2.
        assertThat(Forecast.of(long65.build()).get(0).outputHours()).isEqualTo(50, within(TINY));
        // 35 h asked are below the first limit.
        assertThat(Forecast.of(long65.build()).get(0).load()).isEqualTo(35.0 / 60, within(TINY));
        // 45 h of output take 40 + x hours, x - x * x / 40 = 5.
        Person busy =
                Forecast.of(long65.with("promotion.added-hours", 10).build()).get(1);
        assertThat(busy.load() * 60).isEqualTo(40 + 20 - Math.sqrt(200), within(1e-6));
    }

    @Test
    void withoutHandoverOnlyTheExecutiveIsForecast() {
        assertThat(Forecast.of(office().with("handoff.mode", "none").build())).hasSize(2);
    }

    @Test
    void nobodyAndNothingAreFinite() {
        List<Person> idle = Forecast.of(office().with("contacts.count", 0)
                .with("executive.duty-hours", 0)
                .with("promotion.added-hours", 0)
                .build());
        assertThat(idle).allSatisfy(person -> {
            assertThat(person.load()).isZero();
            assertThat(person.waitHours()).isZero();
        });
    }
}
