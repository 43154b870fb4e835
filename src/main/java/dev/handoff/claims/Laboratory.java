package dev.handoff.claims;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Workers;
import dev.handoff.kernel.Check;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Simulates the arms of claims, each world once: claims with an arm in common share its replications. Outcomes do not depend on the
 * number of threads.
 */
public final class Laboratory implements Trial.Source {
    private final long seed;
    private final int threads;
    private final Control control;
    private final Map<Scenario, Arm> arms = new HashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** One world: the windows that any claim asks of it, and what they were in each replication. */
    private static final class Arm {
        private final Scenario scenario;
        private final List<Window> windows;
        private final int lastWeek;
        private double[][] values; // by window, then replication
        private int done;
        private int claims; // that still need it

        Arm(Scenario scenario, Set<Window> windows) {
            this.scenario = scenario;
            this.windows = List.copyOf(windows);
            values = new double[windows.size()][0];
            lastWeek = this.windows.stream()
                    .mapToInt(window -> new Gauge(window, horizon()).lastWeek())
                    .max()
                    .orElse(0);
        }

        private int horizon() {
            return (int) scenario.horizonWeeks();
        }

        void makeRoom(int replications) {
            for (int window = 0; window < values.length; window++) {
                values[window] = Arrays.copyOf(values[window], Math.max(values[window].length, replications));
            }
        }

        /** @return what went wrong, in one line; null if nothing did */
        String replicate(long seed, int replication) {
            try {
                simulate(seed, replication);
                return null;
            } catch (RuntimeException failure) {
                for (double[] ofWindow : values) {
                    ofWindow[replication] = Double.NaN;
                }
                return ("replication " + replication + " failed: " + failure).replaceAll("\\s+", " ");
            }
        }

        private void simulate(long seed, int replication) {
            List<Gauge> gauges =
                    windows.stream().map(window -> new Gauge(window, horizon())).toList();
            World world = new World(scenario, seed, replication);
            for (int week = 0; week <= lastWeek; week++) {
                world.advanceTo(week);
                for (Gauge gauge : gauges) {
                    gauge.sample(world, week);
                }
            }
            for (int window = 0; window < values.length; window++) {
                values[window][replication] = gauges.get(window).value();
            }
        }

        double[] values(Window window) {
            return values[windows.indexOf(window)];
        }
    }

    /** @param claims all those that it will be asked for */
    public Laboratory(List<Claim> claims, long seed, int threads, Control control) {
        Check.that(threads >= 1, "threads (%s) must be 1 or more", threads);
        this.seed = seed;
        this.threads = threads;
        this.control = control;
        Map<Scenario, Set<Window>> windows = new HashMap<>();
        for (Claim claim : claims) {
            for (Part part : claim.simulatedParts()) {
                for (Scenario scenario : part.design().arms()) {
                    Set<Window> ofArm = windows.computeIfAbsent(scenario, none -> new LinkedHashSet<>());
                    ofArm.add(part.measured().window());
                    if (part.measured().less() != null) {
                        ofArm.add(part.measured().less());
                    }
                }
            }
        }
        windows.forEach((scenario, ofArm) -> arms.put(scenario, new Arm(scenario, ofArm)));
        for (Claim claim : claims) {
            scenarios(claim).forEach(scenario -> arms.get(scenario).claims++);
        }
    }

    private static Set<Scenario> scenarios(Claim claim) {
        Set<Scenario> scenarios = new LinkedHashSet<>();
        claim.simulatedParts().forEach(part -> scenarios.addAll(part.design().arms()));
        return scenarios;
    }

    /** Forgets what only this claim needed. */
    public void release(Claim claim) {
        for (Scenario scenario : scenarios(claim)) {
            Arm arm = arms.get(scenario);
            if (--arm.claims == 0) {
                arms.remove(scenario);
            }
        }
    }

    @Override
    public double[][] outcomes(Part part, int context, int replications) {
        List<Arm> wanted = part.design().arms(context).stream().map(arms::get).toList();
        simulate(wanted, replications);
        double[][] outcomes = new double[wanted.size()][];
        for (int arm = 0; arm < outcomes.length; arm++) {
            outcomes[arm] = outcome(wanted.get(arm), part.measured(), replications);
        }
        return outcomes;
    }

    private static double[] outcome(Arm arm, Measured measured, int replications) {
        double[] values = Arrays.copyOf(arm.values(measured.window()), replications);
        if (measured.less() != null) {
            double[] less = arm.values(measured.less());
            for (int replication = 0; replication < replications; replication++) {
                values[replication] -= less[replication];
            }
        }
        return values;
    }

    private void note(String failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }

    /** Replications that could not be finished and have no value. */
    public List<String> failures() {
        return failures.stream().sorted().toList();
    }

    private void simulate(List<Arm> wanted, int replications) {
        List<Runnable> runs = new ArrayList<>();
        for (Arm arm : new LinkedHashSet<>(wanted)) {
            arm.makeRoom(replications);
            for (int replication = arm.done; replication < replications; replication++) {
                int number = replication;
                runs.add(() -> note(arm.replicate(seed, number)));
            }
        }
        Workers.forEach(Math.min(threads, Math.max(1, runs.size())), runs.size(), (number, all) -> {
            if (control.isStopping()) {
                throw new Trial.Stopped();
            }
            runs.get(number).run();
        });
        wanted.forEach(arm -> arm.done = Math.max(arm.done, replications));
    }
}
