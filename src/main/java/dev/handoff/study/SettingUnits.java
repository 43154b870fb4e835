package dev.handoff.study;

import dev.handoff.statistics.ShapleyPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Differences between two scenarios, put together so far that each unit can be changed without the others. Settings that belong together, as a
 * mode of handing over and the delegates it needs, are one unit.
 *
 * @param members by unit, rising places of differences
 */
public record SettingUnits(List<List<Integer>> members) {
    private static final int MOST_WITH_ALL_COALITIONS = 10;
    private static final int MOST_EXACT = 8;
    private static final int PAIRS_OF_ORDERS = 10;

    public SettingUnits {
        members = members.stream().map(List::copyOf).toList();
    }

    /**
     * The finest units, as far as a greedy search finds them: while there is a coalition that is no scenario, the two units are put
     * together that leave the fewest of these.
     *
     * @param begin units to begin with
     * @param isScenario whether the differences at these places, and no others, may have changed
     */
    public static SettingUnits separable(SettingUnits begin, Predicate<Set<Integer>> isScenario, long seed) {
        Map<Set<Integer>, Boolean> known = new HashMap<>();
        SettingUnits units = begin;
        while (units.members.size() > 1) {
            List<Long> torn = units.torn(places -> known.computeIfAbsent(places, isScenario::test), seed);
            if (torn.isEmpty()) {
                return units;
            }
            units = units.merged(torn);
        }
        return units;
    }

    /** Every difference a unit of its own, or, where there are too many, all of a section together. */
    public static SettingUnits of(List<String> paths) {
        if (paths.size() <= ShapleyPlan.MOST_SETTINGS) {
            List<List<Integer>> single = new ArrayList<>();
            for (int place = 0; place < paths.size(); place++) {
                single.add(List.of(place));
            }
            return new SettingUnits(single);
        }
        Map<String, List<Integer>> sections = new LinkedHashMap<>();
        for (int place = 0; place < paths.size(); place++) {
            String section = paths.get(place).replaceFirst("[.\\[].*", "");
            sections.computeIfAbsent(section, name -> new ArrayList<>()).add(place);
        }
        return new SettingUnits(List.copyOf(sections.values()));
    }

    /** Which coalitions of units a decomposition needs: all up to 8 units, else those along random orders. */
    public ShapleyPlan plan(long seed) {
        return members.size() <= MOST_EXACT
                ? ShapleyPlan.exact(members.size())
                : ShapleyPlan.sampled(members.size(), PAIRS_OF_ORDERS, seed);
    }

    /** The differences in a coalition of units, given as bits. */
    public Set<Integer> places(long coalition) {
        Set<Integer> places = new HashSet<>();
        for (int unit = 0; unit < members.size(); unit++) {
            if ((coalition >> unit & 1) == 1) {
                places.addAll(members.get(unit));
            }
        }
        return places;
    }

    /** Coalitions that are no scenario, of those that are looked at. */
    private List<Long> torn(Predicate<Set<Integer>> isScenario, long seed) {
        return Arrays.stream(looked(seed))
                .boxed()
                .filter(coalition -> !isScenario.test(places(coalition)))
                .toList();
    }

    private long[] looked(long seed) {
        int count = members.size();
        if (count <= MOST_WITH_ALL_COALITIONS) {
            return ShapleyPlan.exact(count).coalitions();
        }
        Set<Long> looked = new HashSet<>();
        long all = (1L << count) - 1;
        for (int one = 0; one < count; one++) {
            for (int other = one; other < count; other++) {
                long pair = 1L << one | 1L << other;
                looked.add(pair);
                looked.add(all & ~pair);
            }
        }
        Arrays.stream(plan(seed).coalitions()).forEach(looked::add);
        return looked.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private SettingUnits merged(List<Long> torn) {
        int fewest = Integer.MAX_VALUE;
        int first = 0;
        int second = 1;
        for (int one = 0; one < members.size(); one++) {
            for (int other = one + 1; other < members.size(); other++) {
                int left = together(torn, one, other);
                if (left < fewest) {
                    fewest = left;
                    first = one;
                    second = other;
                }
            }
        }
        List<List<Integer>> merged = new ArrayList<>(members);
        List<Integer> unit = new ArrayList<>(merged.get(first));
        unit.addAll(merged.remove(second));
        unit.sort(null);
        merged.set(first, unit);
        return new SettingUnits(merged);
    }

    /** How many coalitions have both units, or neither. */
    private static int together(List<Long> coalitions, int one, int other) {
        return (int) coalitions.stream()
                .filter(coalition -> (coalition >> one & 1) == (coalition >> other & 1))
                .count();
    }
}
