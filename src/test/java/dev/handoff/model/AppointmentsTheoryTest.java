package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.validation.Evidence;
import org.junit.jupiter.api.Test;

/** Appointments, counted from the events of whole runs; each is missed on its own, so counts are binomial. */
class AppointmentsTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", AppointmentsTheoryTest.class);
    private static final Evidence CALIBRATION = Evidence.in("calibration", AppointmentsTheoryTest.class);

    /** False alarm 0.006 % each. */
    @Test
    void asManyAreMissedAsTheSettingsSay() {
        World without = run();
        World with = run("appointments.reminders=true");
        compareMissed("appointments missed without reminders", 0.398, without);
        compareMissed("appointments missed with reminders", 0.398 * 0.66, with);
    }

    /** The ratio of two counted shares; its relative standard error is the root of the sum of (1 - p)/(n p). */
    @Test
    void remindersLowerTheRiskAsInTheTrial() {
        World without = run("appointments.rate=1 /week");
        World with = run("appointments.rate=1 /week", "appointments.reminders=true");
        double risk = missedShare(without);
        double reminded = missedShare(with);
        double error = reminded
                / risk
                * Math.sqrt((1 - risk) / without.measures().missedAppointments()
                        + (1 - reminded) / with.measures().missedAppointments());
        assertThat(error).isLessThan(0.015);
        CALIBRATION.within(
                "relative risk of missing an appointment, with reminders",
                0.59,
                0.73,
                reminded / risk,
                "standard error " + Evidence.text(error));
    }

    /**
     * A contact's next appointment comes after a gap of mean 4 weeks, or after one week if this one was missed; 60 contacts for 300 weeks.
     * Counts of a renewal process have the variance n (sd/mean)^2, here below n; 4 standard errors.
     */
    @Test
    void whatIsMissedComesBackAWeekLater() {
        World world = run();
        double perWeek = 1 / (0.602 * 4 + 0.398);
        double expected = 60 * 300 * perWeek;
        double measured = world.measures().appointments();
        EVIDENCE.near(
                "appointments a week of a contact, those booked anew included",
                perWeek,
                measured / (60 * 300),
                4 * Math.sqrt(expected) / (60 * 300));
    }

    /** Half an hour each, missed or not, and three minutes for each reminder: to the last digit, as nothing else is to be done. */
    @Test
    void delegatesSpendTheSlotsAndTheReminders() {
        World world = run("appointments.reminders=true");
        double hours = world.measures().delegateHours();
        double begun = 0;
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            var server = world.delegates.server(delegate);
            begun += server.isIdle() ? 0 : 1;
            begun += server.waiting();
        }
        double booked = world.measures().appointments() * 0.55;
        assertThat(hours).isBetween(booked - begun * 0.55 - 1e-6, booked + 1e-6);
        assertThat(world.ledger().freedHours()).isCloseTo(world.ledger().baselineHours(), within(1e-9));
    }

    @Test
    void whoIsNotHandedOverHasNone() {
        assertThat(run("handoff.mode=none").measures().appointments()).isZero();
    }

    private static void compareMissed(String what, double expected, World world) {
        int appointments = (int) world.measures().appointments();
        Behaviour.compareShare(EVIDENCE, what, expected, missedShare(world), appointments, 0.03);
    }

    private static double missedShare(World world) {
        return world.measures().missedAppointments() / world.measures().appointments();
    }

    private static World run(String... settings) {
        String[] all = new String[settings.length + 3];
        all[0] = "appointments.active=true";
        all[1] = "drops.active=false";
        all[2] = "follow-up.touches.active=false";
        System.arraycopy(settings, 0, all, 3, settings.length);
        World world = Behaviour.world(Behaviour.scenario("drops", all));
        world.advanceTo(world.scenario().horizonWeeks());
        return world;
    }
}
