package dev.handoff.theory;

import static dev.handoff.model.ServiceRecord.Type.ORDINARY;
import static dev.handoff.model.ServiceRecord.Type.REPAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.theory.Replications.Control;
import dev.handoff.validation.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A delegate's errors cost what the balance of flows says, in hours, in repairs and in waiting: each error that reaches the
 * contact sends a repair to the end of the same line, each one that is caught lengthens the work.
 */
class ReworkLoopTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", ReworkLoopTest.class);
    private static final double HOURS = 40;
    private static final double DAYS_PER_HOUR = 5 / HOURS;
    private static final double CALLS = 20;

    /* At skill 0.5 a request of 1 h takes 1.6 - 0.6 x 0.5 h; at difficulty 0.4 success has the log odds 8 (0.5 - 0.4). */
    private static final double WORK = 1.3;
    private static final double ERROR = 1 - 1 / (1 + Math.exp(-0.8));
    /* Two check-ins a week, each with probability 0.35 at clarity 0.7. */
    private static final double CATCH = 1 - (1 - 0.35 * 0.7) * (1 - 0.35 * 0.7);

    @ParameterizedTest
    @CsvSource({"no errors, false, false, 1", "errors, true, false, 1", "some errors caught, true, true, 0.64"})
    void errorsCostWhatTheBalanceOfFlowsSays(String variant, boolean erring, boolean catching, double variation) {
        ReworkLoop loop = loop(erring, catching, variation);
        Replications line = Replications.of("rework", variant);
        String name = "delegate, " + variant + ": ";
        line.mean(run -> run.increase(Metric.DELEGATE_HOURS) / run.weeks())
                .mustMeet(loop.load() * HOURS, 0.02, EVIDENCE, name + "busy hours a week");
        double requestDays = (loop.requestWait() + loop.requestWork()) * DAYS_PER_HOUR;
        line.adjustedMean(run -> run.stayedDays(ORDINARY), controls())
                .mustMeet(requestDays, 0.06, EVIDENCE, name + "mean wait of requests, days");
        if (erring) {
            line.mean(run -> (double) run.record().finished(REPAIR)
                            / run.record().finished(ORDINARY))
                    .mustMeet(loop.repaired(), 0.03, EVIDENCE, name + "repairs for each request");
            double repairDays = (loop.repairWait() + loop.repairWork()) * DAYS_PER_HOUR;
            line.adjustedMean(run -> run.stayedDays(REPAIR), controls())
                    .mustMeet(repairDays, 0.06, EVIDENCE, name + "mean wait of repairs, days");
        }
    }

    @Test
    void checkInsTakeTheirHoursFromBoth() {
        Replications line = Replications.of("rework", "some errors caught, with the hours of check-ins");
        double hours = loop(true, true, 1).load() * HOURS + 2 * 0.3;
        line.mean(run -> run.increase(Metric.DELEGATE_HOURS) / run.weeks())
                .mustMeet(
                        hours,
                        0.02,
                        EVIDENCE,
                        "delegate, some errors caught in two check-ins a week: busy hours a week");
        assertThat(line.mean(run -> run.increase(Metric.EXECUTIVE_HOURS)).value())
                .isCloseTo(1500 * 2 * 0.5, within(1e-6));
    }

    /** The waits are checked without a simulation, by what they say of the work that is unfinished at any moment. */
    @Test
    void theWaitsOfTheFormulaConserveWork() {
        for (ReworkLoop loop : List.of(loop(true, false, 1), loop(true, true, 0.64), loop(true, true, 0))) {
            assertThat(loop.unfinishedWork()).isCloseTo(loop.unfinishedWorkOfOneJob(), within(1e-9));
        }
    }

    private static ReworkLoop loop(boolean erring, boolean catching, double variation) {
        double errors = erring ? ERROR : 0;
        double caught = catching ? errors * CATCH : 0;
        double meanSquare = WORK * WORK * (1 + variation);
        return new ReworkLoop(CALLS / HOURS, WORK, meanSquare, caught, 1, errors - caught, 0.8);
    }

    private static List<Control> controls() {
        return List.of(
                new Control(run -> run.record().arrived(ORDINARY) / run.weeks(), CALLS),
                new Control(run -> run.record().arrivedHours(ORDINARY) / run.weeks(), CALLS));
    }
}
