package dev.handoff.theory;

import dev.handoff.metric.Metric;
import dev.handoff.theory.Replications.Run;
import dev.handoff.validation.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Delegates are as busy as the stage of their contacts asks for, and the waits in each stage are those of the lines through
 * which a call goes. All contacts stay in one stage; 32 calls a week, of exponential size with mean 1 h.
 */
class DelegateStagesTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", DelegateStagesTest.class);
    private static final double HOURS = 40;
    private static final double CALLS = 32;
    private static final double DAYS_PER_HOUR = 5 / HOURS;
    /* At skill 0.5: 1.6 - 0.6 x 0.5. */
    private static final double WORK = 1.3;

    /** Every call takes minutes of the delegate, then waits on purpose, then goes to the executive: M/M/1 at load 0.8. */
    @ParameterizedTest
    @CsvSource({"receptionist, 0.05, 0", "friendly talk, 0.1, 0.02"})
    void callsThatArePutThroughTakeMinutesAndTheDelay(String stage, double minutes, double delayWeeks) {
        Replications lines = Replications.of("delegates", stage);
        delegateHours(lines, CALLS * minutes, "stage of the " + stage);
        response(lines, 5 * delayWeeks + 5 * DAYS_PER_HOUR, 0.06, "stage of the " + stage);
    }

    /**
     * A share of the calls, known from habit 0.95 and belief 0.3, asks for the executive, who calls back after the delay. The
     * delegate writes down their messages before it works on what the others ask for: two ranks by Cobham.
     */
    @Test
    void messagesGoBeforeTasks() {
        Replications lines = Replications.of("delegates", "message");
        double share = 1 / (1 + Math.exp(-(0.95 - 0.3)));
        double toExecutive = share * CALLS / HOURS;
        double messages = share * CALLS * 0.6 / HOURS;
        double tasks = (1 - share) * CALLS * WORK / HOURS;
        double callback = 0.15 * HOURS + 1 / (1 - toExecutive);
        double residual = messages * 0.6 / 2 + tasks * WORK;
        double task = residual / (1 - messages) / (1 - messages - tasks) + WORK;
        String name = "stage of the message";
        lines.mean(run -> Metric.ACCEPTANCE.of(run.world()) / Metric.ACCEPTANCE.perValue(run.world()))
                .mustMeet(1 - share, 0.02, EVIDENCE, name + ": share of calls that take the delegate");
        lines.mean(run -> run.increase(Metric.EXECUTIVE_HOURS) / run.weeks())
                .mustMeet(toExecutive * HOURS, 0.02, EVIDENCE, name + ": busy hours a week of the executive");
        delegateHours(lines, (messages + tasks) * HOURS, name);
        response(lines, (share * callback + (1 - share) * task) * DAYS_PER_HOUR, 0.02, name);
    }

    /** The experienced one gives 35 h and takes 1.6 - 0.6 x 0.9 h for a request, the junior 40 h and 1.6 - 0.6 x 0.2 h. */
    @Test
    void twoDelegatesHaveALineEach() {
        Replications lines = Replications.of("two-delegates", "base");
        double experienced = 1.06;
        double junior = 1.48;
        delegateHours(lines, 20 * (experienced + junior), "two delegates");
        double days =
                (5 / 35.0 * experienced / (1 - 20 * experienced / 35) + 5 / 40.0 * junior / (1 - 20 * junior / 40)) / 2;
        response(lines, days, 0.06, "two delegates");
    }

    private static void delegateHours(Replications lines, double expected, String name) {
        lines.mean(run -> run.increase(Metric.DELEGATE_HOURS) / run.weeks())
                .mustMeet(expected, 0.02, EVIDENCE, name + ": busy hours a week of delegates");
    }

    private static void response(Replications lines, double expected, double precision, String name) {
        lines.mean(Run::responseDays).mustMeet(expected, precision, EVIDENCE, name + ": mean wait, days");
    }
}
