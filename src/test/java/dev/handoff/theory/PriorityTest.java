package dev.handoff.theory;

import static dev.handoff.model.ServiceRecord.Type.DUTY;
import static dev.handoff.model.ServiceRecord.Type.ORDINARY;
import static dev.handoff.model.ServiceRecord.Type.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.ServiceRecord;
import dev.handoff.theory.Replications.Control;
import dev.handoff.theory.Replications.Run;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes first waits less, and the others wait longer, by as much as Cobham found (1954). */
class PriorityTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", PriorityTest.class);
    private static final double HOURS = 40;
    private static final double DAYS_PER_HOUR = 5 / HOURS;

    /**
     * Work of one rank.
     *
     * @param jobs a week
     * @param meanHours of a job
     * @param squaredVariation of its size
     */
    private record Rank(ServiceRecord.Type type, double jobs, double meanHours, double squaredVariation) {
        double load() {
            return jobs * meanHours / HOURS;
        }

        /** Hours of work left in service, seen at any moment, from this rank. */
        double residual() {
            return load() * meanHours * (1 + squaredVariation) / 2;
        }

        String words() {
            return switch (type) {
                case URGENT -> "urgent requests";
                case ORDINARY -> "ordinary requests";
                default -> "duties";
            };
        }
    }

    /** One line for everybody: the urgent wait as long as the others, and the rule alone makes the difference below. */
    @Test
    void inTurnAllWaitAlike() {
        Replications line = Replications.of("priority", "in turn");
        List<Rank> ranks = List.of(new Rank(URGENT, 9.6, 1, 1), new Rank(ORDINARY, 22.4, 1, 1));
        compare(line, "requests in turn", ranks, new double[] {5, 5}, 0.06);
        Replications duties = Replications.of("order", "in turn");
        List<Rank> other = List.of(new Rank(ORDINARY, 16, 1, 1), new Rank(DUTY, 8, 2, 0.25));
        compare(duties, "contacts and duties in turn", other, new double[] {4.5 + 1, 4.5 + 2}, 0.06);
    }

    @ParameterizedTest
    @CsvSource({
        "urgent next, exponential, false, 0.9, 0.3, 1, 0.08",
        "urgent next, lognormal, false, 0.8, 0.5, 0.64, 0.04",
        "urgent interrupting, exponential, true, 0.9, 0.3, 1, 0.08",
        "urgent interrupting, lognormal, true, 0.8, 0.5, 0.64, 0.04"
    })
    void urgentRequestsGoBeforeTheOthers(
            String rule,
            String sizes,
            boolean interrupting,
            double load,
            double urgent,
            double variation,
            double precision) {
        double calls = load * HOURS;
        List<Rank> ranks = List.of(
                new Rank(URGENT, calls * urgent, 1, variation), new Rank(ORDINARY, calls * (1 - urgent), 1, variation));
        Replications line = Replications.of("priority", rule + ", " + sizes);
        String name = rule + ", " + sizes + " sizes, load " + load;
        compare(line, name, ranks, stays(ranks, interrupting), precision);
    }

    @Test
    void contactsGoBeforeDutiesOrAfterThem() {
        Rank contacts = new Rank(ORDINARY, 16, 1, 1);
        Rank duties = new Rank(DUTY, 8, 2, 0.25);
        for (List<Rank> ranks : List.of(List.of(contacts, duties), List.of(duties, contacts))) {
            String order = ranks.get(0) == contacts ? "contacts first" : "duties first";
            compare(Replications.of("order", order), order, ranks, stays(ranks, false), 0.08);
        }
    }

    @Test
    void threeRanksWaitByTheSameRule() {
        List<Rank> ranks = List.of(new Rank(URGENT, 4, 1, 1), new Rank(ORDINARY, 12, 1, 1), new Rank(DUTY, 8, 2, 0.25));
        String name = "urgent next, contacts first";
        compare(Replications.of("order", name), name + ", then duties", ranks, stays(ranks, false), 0.08);
    }

    /**
     * A duty that an urgent request interrupted waits again, at the head of its own line, so the contacts that wait go before it:
     * a contact which finds a duty in service waits for its end or for the next urgent request, whichever comes first. With
     * urgent requests at rate r, P that none comes in what is left of the duty is the transform of its residual life at r. In
     * hours: urgent requests of 1 h come at 0.1, contacts of 1 h at 0.3, both with mean square 2; duties are gamma
     * distributed with mean 2 and shape 4, load 0.4. What is in the way of a contact counts 1/(1 - 0.1 - 0.3) times, for the
     * contacts ahead and for the urgent requests that come meanwhile.
     */
    @Test
    void anInterruptionOfADutyLetsContactsGoBeforeIt() {
        double urgentWork = 0.1 * 2 / 2 / (1 - 0.1);
        double contactInService = 0.3 * 2 / 2 / (1 - 0.1);
        double notInterrupted = (1 - Math.pow(1 + 0.1 * 2 / 4, -4)) / (0.1 * 2);
        double dutyInTheWay = 0.4 * (1 - notInterrupted) / 0.1;
        double wait = (urgentWork + contactInService + dutyInTheWay) / (1 - 0.1 - 0.3);
        List<Rank> ranks = List.of(new Rank(URGENT, 4, 1, 1), new Rank(ORDINARY, 12, 1, 1));
        String name = "urgent interrupting, contacts first";
        double[] hours = {1 + 0.1 * 2 / 2 / (1 - 0.1), wait + 1 / (1 - 0.1)};
        compare(Replications.of("order", name), name + ", then duties", ranks, hours, 0.03);
    }

    /** Kleinrock's conservation law: the order moves waiting between ranks, weighted by load there is always as much. */
    @Test
    void theFormulaConservesWaiting() {
        List<Rank> ranks = List.of(new Rank(URGENT, 4, 1, 1), new Rank(ORDINARY, 12, 1, 1), new Rank(DUTY, 8, 2, 0.25));
        double[] stays = stays(ranks, false);
        double weighted = 0;
        for (int rank = 0; rank < stays.length; rank++) {
            weighted += ranks.get(rank).load() * (stays[rank] - ranks.get(rank).meanHours());
        }
        assertThat(weighted).isCloseTo(0.8 * 0.9 / (1 - 0.8), within(1e-12));
    }

    /*
     * Hours from coming to end, by rank. With residual work R of everybody in service and load s before and with a rank, a job
     * waits R/((1 - s before)(1 - s with)). If the first rank interrupts, no residual work of the others delays it, and the
     * others, who wait as long for their beginning, take 1/(1 - its load) as long for their work.
     */
    private static double[] stays(List<Rank> ranks, boolean interrupting) {
        double residual = ranks.stream().mapToDouble(Rank::residual).sum();
        double[] stays = new double[ranks.size()];
        double before = 0;
        for (int rank = 0; rank < stays.length; rank++) {
            Rank own = ranks.get(rank);
            boolean interrupts = interrupting && rank == 0;
            double wait = (interrupts ? own.residual() : residual) / (1 - before) / (1 - before - own.load());
            double stretched = interrupting && rank > 0 ? 1 / (1 - ranks.get(0).load()) : 1;
            stays[rank] = wait + own.meanHours() * stretched;
            before += own.load();
        }
        return stays;
    }

    private static void compare(Replications line, String name, List<Rank> ranks, double[] hours, double precision) {
        List<Control> controls = new ArrayList<>();
        for (Rank rank : ranks) {
            controls.add(new Control(run -> run.record().arrived(rank.type()) / run.weeks(), rank.jobs()));
        }
        double requestHours = ranks.stream()
                .filter(rank -> rank.type() != DUTY)
                .mapToDouble(rank -> rank.jobs() * rank.meanHours())
                .sum();
        controls.add(new Control(PriorityTest::requestHours, requestHours));
        for (int rank = 0; rank < hours.length; rank++) {
            ServiceRecord.Type type = ranks.get(rank).type();
            line.adjustedMean(run -> run.stayedDays(type), controls)
                    .mustMeet(
                            hours[rank] * DAYS_PER_HOUR,
                            precision,
                            EVIDENCE,
                            name + ": mean wait of " + ranks.get(rank).words() + ", days");
        }
    }

    private static double requestHours(Run run) {
        return (run.record().arrivedHours(URGENT) + run.record().arrivedHours(ORDINARY)) / run.weeks();
    }
}
