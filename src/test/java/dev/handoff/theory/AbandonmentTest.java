package dev.handoff.theory;

import static dev.handoff.model.ServiceRecord.Type.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.model.ServiceRecord;
import dev.handoff.theory.Replications.Run;
import dev.handoff.validation.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Giving up is that of Erlang-A (Palm 1957; Garnett, Mandelbaum and Reiman 2002), being turned away that of M/M/1/K. */
class AbandonmentTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", AbandonmentTest.class);
    private static final double HOURS = 40;

    /** What the balance equations say of one server; time in services. */
    private record ErlangA(double shareGivenUp, double meanWaiting) {

        /** @param calls a service, while each waiting call gives up at the rate of impatience */
        static ErlangA of(double calls, double impatience) {
            double weight = 1;
            double sum = 1;
            double waiting = 0;
            for (int present = 1; present < 500; present++) {
                weight *= calls / (1 + (present - 1) * impatience);
                sum += weight;
                waiting += (present - 1) * weight;
            }
            return new ErlangA(impatience * waiting / sum / calls, waiting / sum);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'load 0.8, patience of 2 services', 0.8, 0.5",
        "'load 1.2, patience of 2 services', 1.2, 0.5",
        "'load 1.2, patience of half a service', 1.2, 2",
        "'load 1, patience of a service', 1, 1"
    })
    void whoeverWaitsGivesUpAsInErlangA(String variant, double calls, double impatience) {
        Replications line = Replications.of("erlang-a", variant);
        ErlangA expected = ErlangA.of(calls, impatience);
        String name = variant + ": ";
        line.mean(AbandonmentTest::shareGivenUp)
                .mustMeet(expected.shareGivenUp(), 0.03, EVIDENCE, name + "share given up");
        line.mean(run -> run.record().lineWeeks() / run.weeks())
                .mustMeet(expected.meanWaiting(), 0.04, EVIDENCE, name + "mean number that wait");
        line.mean(AbandonmentTest::waitedHours)
                .mustMeet(expected.meanWaiting() / calls, 0.04, EVIDENCE, name + "mean wait in line, hours");
        line.mean(run -> shareGivenUp(run) - impatience * waitedHours(run))
                .mustMeet(
                        0,
                        0.03,
                        expected.shareGivenUp(),
                        EVIDENCE,
                        name + "share given up less impatience x mean wait");
    }

    /** Where patience and service have the same law, all present leave at the same rate, so their number is Poisson. */
    @Test
    void theBalanceEquationsGiveThePoissonLine() {
        ErlangA poisson = ErlangA.of(1.2, 1);
        double served = 1 - Math.exp(-1.2);
        assertThat(poisson.shareGivenUp()).isCloseTo(1 - served / 1.2, within(1e-12));
        assertThat(poisson.meanWaiting()).isCloseTo(1.2 - served, within(1e-12));
    }

    /** With n places, service included, the number present is geometric, cut at n. */
    @ParameterizedTest
    @CsvSource({"'load 0.8, five may wait', 0.8, 6", "'load 1.2, two may wait', 1.2, 3"})
    void whoeverFindsTheLineFullIsTurnedAway(String variant, double calls, int places) {
        Replications line = Replications.of("room", variant);
        double sum = 0;
        double present = 0;
        for (int number = 0; number <= places; number++) {
            sum += Math.pow(calls, number);
            present += number * Math.pow(calls, number);
        }
        double turnedAway = Math.pow(calls, places) / sum;
        double hours = present / sum / (calls * (1 - turnedAway));
        line.mean(run -> run.increase(Metric.REQUESTS_GIVEN_UP)
                        / (run.increase(Metric.REQUESTS_GIVEN_UP) + run.increase(Metric.REQUESTS_ANSWERED)))
                .mustMeet(turnedAway, 0.04, EVIDENCE, variant + ": share turned away");
        line.mean(Run::responseDays).mustMeet(hours * 5 / HOURS, 0.02, EVIDENCE, variant + ": mean wait, days");
    }

    private static double shareGivenUp(Run run) {
        return run.increase(Metric.REQUESTS_GIVEN_UP)
                / (run.increase(Metric.REQUESTS_GIVEN_UP) + run.increase(Metric.REQUESTS_ANSWERED));
    }

    /* Of all calls, those that were given up included, from coming to the beginning of the work or to giving up. */
    private static double waitedHours(Run run) {
        ServiceRecord record = run.record();
        double hours =
                HOURS * (record.stayedWeeks(ORDINARY) + record.givenUpWeeks(ORDINARY)) - record.finishedHours(ORDINARY);
        return hours / (record.finished(ORDINARY) + record.givenUp(ORDINARY));
    }
}
