package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.kernel.Events;
import dev.handoff.kernel.SlotEvents;
import dev.handoff.kernel.SsjEvents;
import dev.handoff.metric.Metric;
import dev.handoff.scenario.RandomScenarios;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.validation.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The same model on an engine by other people gives the same trajectory: the time of every event to the bit, its kind and whom it
 * happens to, every state and every metric at the end. Exact, so there is no false alarm.
 */
class EngineTest {
    private static final Path SCENARIOS = Path.of("scenarios");
    private static final long[] SEEDS = {1, 2024};
    private static final int REPLICATIONS = 2;
    private static final int RANDOM_SCENARIOS = 12;

    private static final Map<String, Supplier<EventList>> LISTS = new TreeMap<>(Map.of(
            "binary tree", BinaryTree::new,
            "doubly linked list", DoublyLinked::new,
            "Henriksen's list", Henriksen::new,
            "red-black tree", RedblackTree::new,
            "splay tree", SplayTree::new));

    private final Evidence evidence = Evidence.in("engines", EngineTest.class);

    @Test
    void ssjGivesTheTrajectoryOfEveryShippedScenarioEventByEvent() throws IOException {
        for (Path file : files()) {
            long events = 0;
            long ties = 0;
            for (Variant variant : ScenarioReader.read(file).variants()) {
                for (long seed : SEEDS) {
                    for (int replication = 0; replication < REPLICATIONS; replication++) {
                        Trajectory own = compare(variant.name(), variant.scenario(), seed, replication);
                        assertThat(own.ties).as("%s: ties", variant.name()).isPositive();
                        events += own.size;
                        ties += own.ties;
                    }
                }
            }
            evidence.row(
                    "events of `" + file + "` that SSJ orders otherwise",
                    "0",
                    String.format(Locale.ROOT, "0 of %,d, of which %,d at the time of the one before", events, ties),
                    "none");
        }
    }

    /** These also have several executives, abandonment, interruptions, short burnouts and changes of settings. */
    @Test
    void ssjGivesTheTrajectoryOfTracedExamplesAndOfScenariosDrawnAtRandom() {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        TracedExampleTest.examples()
                .forEach(example -> compare(example.name(), example.scenario(), example.seed(), 0)
                        .addKinds(kinds));
        for (long seed = 0; seed < 4 * RANDOM_SCENARIOS; seed++) {
            Scenario scenario = RandomScenarios.nextSmall(new SplittableRandom(seed));
            compare("random scenario " + seed, scenario, seed, 0).addKinds(kinds);
        }
        assertThat(kinds).containsExactly(EventKind.values());
    }

    /**
     * Executives with their contacts and delegates do not touch each other, so a world that takes one after the other from review
     * to review ends in the same state, to the bit, as one that takes all events in the order of time.
     */
    @Test
    void portfoliosCanBeTakenOneAfterTheOther() {
        int several = 0;
        for (long seed = 0; several < RANDOM_SCENARIOS; seed++) {
            Scenario scenario = RandomScenarios.nextSmall(new SplittableRandom(seed));
            if (scenario.executive().count() > 1) {
                several++;
                World parted = new World(scenario, seed, 0);
                World inOrderOfTime = new World(scenario, seed, 0, null, SlotEvents::new);
                for (double week : new double[] {-0.3, 0, 3.7, scenario.horizonWeeks()}) {
                    parted.advanceTo(week);
                    inOrderOfTime.advanceTo(week);
                    assertThat(endOf(parted))
                            .as("scenario %s, week %s", seed, week)
                            .isEqualTo(endOf(inOrderOfTime));
                }
            }
        }
    }

    /** The comparison would notice a wrong order of ties: an engine that turns them round goes another way. */
    @Test
    void anotherOrderOfTiesIsNoticed() throws IOException {
        for (Path file : files()) {
            Variant variant = ScenarioReader.read(file).variants().get(0);
            Trajectory own = new Trajectory();
            run(variant.scenario(), 1, 0, own, null);
            Trajectory wrong = new Trajectory();
            run(
                    variant.scenario(),
                    1,
                    0,
                    wrong,
                    (slots, start) -> SsjEvents.latestFirst(new SplayTree(), slots, start));
            assertThat(wrong.firstDifference(own)).as(file.toString()).isNotNegative();
        }
    }

    private static Trajectory compare(String what, Scenario scenario, long seed, int replication) {
        Trajectory own = new Trajectory();
        Map<String, Double> end = endOf(run(scenario, seed, replication, own, null));
        LISTS.forEach((name, list) -> {
            Trajectory other = new Trajectory();
            World twin =
                    run(scenario, seed, replication, other, (slots, start) -> new SsjEvents(list.get(), slots, start));
            String where = String.format(Locale.ROOT, "%s, %s, seed %d, %d", what, name, seed, replication);
            assertThat(other.firstDifference(own))
                    .as("%s: first event that differs", where)
                    .isEqualTo(-1);
            assertThat(endOf(twin)).as(where).isEqualTo(end);
        });
        assertThat(own.size).isGreaterThan(20);
        return own;
    }

    private static World run(
            Scenario scenario, long seed, int replication, Trace trace, BiFunction<int[], Double, Events> engine) {
        World world = engine == null
                ? new World(scenario, seed, replication, trace)
                : new World(scenario, seed, replication, trace, engine);
        world.advanceTo(scenario.horizonWeeks());
        return world;
    }

    /* Equal as objects, that is to the bit, where even NaN equals itself. */
    private static Map<String, Double> endOf(World world) {
        Map<String, Double> state = new LinkedHashMap<>(WorldState.of(world));
        for (Metric metric : Metric.values()) {
            state.put("metric." + metric, metric.of(world));
        }
        return state;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(5);
            return found;
        }
    }

    /** What happened, to whom and when. */
    private static final class Trajectory implements Trace {
        private double[] time = new double[1024]; // by event
        private long[] whom = new long[1024]; // by event: the kind, then the subject
        private int size;
        private long ties;

        @Override
        public void after(World world) {
            if (size == time.length) {
                time = Arrays.copyOf(time, 2 * size);
                whom = Arrays.copyOf(whom, 2 * size);
            }
            time[size] = world.now();
            whom[size] = (long) world.events.kind() << 32 | world.events.subject();
            ties += size > 0 && time[size - 1] == time[size] ? 1 : 0;
            size++;
        }

        private void addKinds(Set<EventKind> kinds) {
            for (int event = 0; event < size; event++) {
                kinds.add(EventKind.of((int) (whom[event] >> 32)));
            }
        }

        /** Number of the first event that differs; -1 if none does. */
        private int firstDifference(Trajectory other) {
            int common = Math.min(size, other.size);
            for (int event = 0; event < common; event++) {
                if (Double.doubleToRawLongBits(time[event]) != Double.doubleToRawLongBits(other.time[event])
                        || whom[event] != other.whom[event]) {
                    return event;
                }
            }
            return size == other.size ? -1 : common;
        }
    }
}
