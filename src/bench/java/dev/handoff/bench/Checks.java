package dev.handoff.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/**
 * Whether the contestants do the work that they are timed with: the reference workload against published means of 1,500
 * replications, on which nine implementations agree, and engine against engine; a single server and the hold model against
 * theory. Seeds are fixed, so a check that holds once holds always; when drawn anew, one of them would fail by chance in about 2 % of
 * all cases.
 */
final class Checks {
    private static final int REPLICATIONS = 1_000;
    private static final int COMPARED = 30;
    private static final double LARGEST_DEVIATION = 3; // standard errors

    /** What the replications of the reference workload are known to average. */
    private record Published(
            String words, double mean, double standardError, ToDoubleFunction<ReferenceResult> measure) {}

    private static final List<Published> REFERENCE = List.of(
            new Published("calls served by the executive", 3768.5, 4.3, ReferenceResult::servedByExecutive),
            new Published("calls served by delegates", 5592.8, 5.4, ReferenceResult::servedByDelegates),
            new Published("calls given up and passed on", 228.8, 0.5, ReferenceResult::reneged),
            new Published("mean habit at the end", 0.07636, 0.00034, ReferenceResult::meanHabit),
            new Published("mean wait for the executive, hours", 0.4400, 0.0010, ReferenceResult::meanWait));

    private final Table table = new Table("who", "what", "expected", "found", "deviation in standard errors");
    private boolean allHold = true;

    private Checks() {}

    /** Prints a table and tells whether everything is as it should be. */
    static boolean run() {
        Checks checks = new Checks();
        checks.reference(Contestant.HANDOFF);
        checks.reference(Contestant.SSJ_NATURAL);
        checks.sameResults();
        checks.singleServer();
        checks.hold();
        checks.table.print("The work that is timed");
        return checks.allHold;
    }

    private void reference(Contestant contestant) {
        List<ReferenceResult> results = results(contestant, REPLICATIONS);
        for (Published published : REFERENCE) {
            double[] values = results.stream().mapToDouble(published.measure()).toArray();
            double mean = Estimates.mean(values);
            double error = Math.hypot(Estimates.standardError(values), published.standardError());
            add(contestant.words(), published.words(), published.mean(), mean, error);
        }
    }

    /* Events come in one order only, so all engines give the same numbers to the last bit. */
    private void sameResults() {
        List<ReferenceResult> expected = results(Contestant.HANDOFF, COMPARED);
        for (Contestant contestant : Contestant.values()) {
            if (contestant != Contestant.SSJ_NATURAL && contestant != Contestant.LIMIT) {
                boolean same = results(contestant, COMPARED).equals(expected);
                allHold &= same;
                table.add(
                        contestant.words(),
                        "replications like those of handoff",
                        COMPARED,
                        same ? "all" : "NOT ALL",
                        "");
            }
        }
    }

    /* The mean time in the system is 1 / (1 - 0.9); the variance of its estimate is that of Whitt 1989 for M/M/1 waits. */
    private void singleServer() {
        int customers = 4_000_000;
        double load = SingleServer.LOAD;
        double variance = load * (2 + load * (5 + load * (-4 + load))) / Math.pow(1 - load, 4);
        double error = Math.sqrt(variance / customers);
        add("handoff", "time in M/M/1", 10, SingleServer.run(Engine.SLOT_EVENTS, 2 * customers), error);
        add(SsjSingleServer.WORDS, "time in M/M/1", 10, SsjSingleServer.run(2 * customers), error);
    }

    /* The superposition of n unit Poisson processes is one of rate n. */
    private void hold() {
        int pending = 1000;
        int holds = 1_000_000;
        for (HoldModel.Keeper keeper : HoldModel.Keeper.values()) {
            double passed = HoldModel.timeToHold(keeper, pending, holds) * pending / holds;
            add(keeper.words(), "time of an event in the hold model, times pending", 1, passed, 1 / Math.sqrt(holds));
        }
    }

    private void add(String who, String what, double expected, double found, double standardError) {
        double deviation = (found - expected) / standardError;
        boolean holds = Math.abs(deviation) <= LARGEST_DEVIATION;
        allHold &= holds;
        table.add(
                who,
                what,
                expected,
                String.format(Locale.ROOT, "%.5g", found),
                String.format(Locale.ROOT, "%.2f%s", deviation, holds ? "" : " TOO MUCH"));
    }

    private static List<ReferenceResult> results(Contestant contestant, int replications) {
        LongFunction<ReferenceResult> run = contestant.replications();
        List<ReferenceResult> results = new ArrayList<>();
        for (int number = 0; number < replications; number++) {
            results.add(run.apply(number));
        }
        return results;
    }
}
