package dev.handoff.theory;

import static dev.handoff.model.ServiceRecord.Type.ORDINARY;

import dev.handoff.metric.Metric;
import dev.handoff.theory.Replications.Control;
import dev.handoff.theory.Replications.Run;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One line before one server waits as long, and keeps it as busy, as Pollaczek and Khinchine found: an executive of 40 h a week
 * and requests of 1 h on average.
 */
class QueueTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", QueueTheoryTest.class);
    private static final double HOURS = 40;
    private static final double DAYS_PER_HOUR = 5 / HOURS;

    /**
     * Wait = load/(1 - load) (1 + CV^2)/2 services, plus the service itself. Adjusted by how many calls came and how many hours
     * they asked for, whose means are known; that halves the standard error at high loads.
     */
    @ParameterizedTest
    @CsvSource({
        "deterministic, 0, 0.5", "deterministic, 0, 0.7", "deterministic, 0, 0.8", "deterministic, 0, 0.9",
        "deterministic, 0, 0.95", "exponential, 1, 0.5", "exponential, 1, 0.7", "exponential, 1, 0.8",
        "exponential, 1, 0.9", "exponential, 1, 0.95", "gamma, 0.25, 0.5", "gamma, 0.25, 0.7",
        "gamma, 0.25, 0.8", "gamma, 0.25, 0.9", "gamma, 0.25, 0.95", "lognormal, 0.64, 0.5",
        "lognormal, 0.64, 0.7", "lognormal, 0.64, 0.8", "lognormal, 0.64, 0.9", "lognormal, 0.64, 0.95"
    })
    void waitsAreThoseOfPollaczekAndKhinchine(String sizes, double squaredVariation, double load) {
        Replications line = Replications.of("line-" + sizes, "load " + load);
        String name = String.format(Locale.ROOT, "one line, %s sizes, load %s: ", sizes, load);
        List<Control> controls = new ArrayList<>();
        controls.add(new Control(run -> run.record().arrived(ORDINARY) / run.weeks(), load * HOURS));
        if (squaredVariation > 0) {
            controls.add(new Control(run -> run.record().arrivedHours(ORDINARY) / run.weeks(), load * HOURS));
        }
        double services = load / (1 - load) * (1 + squaredVariation) / 2 + 1;
        line.adjustedMean(Run::responseDays, controls)
                .mustMeet(services * DAYS_PER_HOUR, load > 0.9 ? 0.12 : 0.06, EVIDENCE, name + "mean wait, days");
        line.mean(run -> run.increase(Metric.EXECUTIVE_HOURS) / run.weeks())
                .mustMeet(load * HOURS, 0.02, EVIDENCE, name + "busy hours a week");
    }

    /** The interruption is work too: service 0.25 h and an exponential hour, mean 1.25, squared variation 1/1.25^2. */
    @Test
    void interruptionsLengthenEachCall() {
        Replications line = Replications.of("line-exponential", "interruptions of a quarter of an hour");
        String name = "one line, exponential sizes and interruptions, load 0.8: ";
        double services = 0.8 / (1 - 0.8) * (1 + 0.64) / 2 + 1;
        line.mean(Run::responseDays)
                .mustMeet(services * 1.25 * DAYS_PER_HOUR, 0.06, EVIDENCE, name + "mean wait, days");
        line.mean(run -> run.increase(Metric.BASELINE_HOURS) / run.weeks())
                .mustMeet(0.8 * HOURS, 0.02, EVIDENCE, name + "baseline hours a week");
    }

    /** In M/M/1 the wait with the service is exponential, so its quantiles follow from its mean. */
    @Test
    void quantilesOfWaitsAreThoseOfTheExponential() {
        Replications line = Replications.of("line-exponential", "load 0.8");
        double mean = 5 * DAYS_PER_HOUR;
        String name = "one line, exponential sizes, load 0.8: ";
        line.mean(run -> Metric.RESPONSE_TIME_P50.of(run.world()))
                .mustMeet(mean * Math.log(2), 0.05, EVIDENCE, name + "median wait, days");
        line.mean(run -> Metric.RESPONSE_TIME_P95.of(run.world()))
                .mustMeet(mean * Math.log(20), 0.08, EVIDENCE, name + "wait of 19 in 20, days");
    }
}
