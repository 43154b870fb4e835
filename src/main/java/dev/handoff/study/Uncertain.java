package dev.handoff.study;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Evidence;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Range;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.Unit;
import dev.handoff.scenario.Variation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter whose value is not known, with the range in which it lies.
 *
 * @param path as in files, without a group's number where all groups have the same value
 * @param paths that are set; several where there are several groups
 * @param low in the documented unit
 * @param high above the low one
 */
public record Uncertain(String path, List<String> paths, Parameter parameter, double low, double high) {
    private static final List<String> KNOWN =
            List.of("horizon", "warmup", "contacts.vendor-share", "contacts.partner-share");
    private static final int MOST_GROUPS = 100;

    public Uncertain {
        paths = List.copyOf(paths);
    }

    /** The range that the user gave. */
    public static Uncertain of(Axis axis) {
        return new Uncertain(axis.path(), List.of(axis.path()), axis.parameter(), axis.low(), axis.high());
    }

    /**
     * Every parameter of the scenario that is assumed and not decided: it has a documented plausible range, is a number and no count, it does not say who the contacts are or how long is simulated, its source is
     * not "Policy", its value is no law, and its mechanism is active. A range is widened to the scenario's own value.
     */
    public static List<Uncertain> in(Variation variation) {
        List<Uncertain> all = new ArrayList<>();
        for (Parameter parameter : Catalogue.standard().parameters()) {
            boolean assumed = parameter.unit().isNumeric()
                    && parameter.unit() != Unit.COUNT
                    && parameter.evidence() != Evidence.POLICY
                    && !KNOWN.contains(parameter.path());
            if (assumed && variation.isActive(parameter)) {
                plausible(parameter, variation).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Uncertain> plausible(Parameter parameter, Variation variation) {
        Optional<Range> range =
                parameter.plausible().filter(plausible -> plausible.highest().isPresent());
        if (range.isEmpty()) {
            return Optional.empty();
        }
        List<String> paths = paths(parameter.path(), variation);
        double low = range.get().lowest().doubleValue();
        double high = range.get().highest().orElseThrow().doubleValue();
        for (String path : paths) {
            String value = variation.value(path, "");
            if (value.startsWith("{")) {
                return Optional.empty();
            }
            low = Math.min(low, parameter.amount(value));
            high = Math.max(high, parameter.amount(value));
        }
        Uncertain uncertain = new Uncertain(parameter.path(), paths, parameter, low, high);
        return uncertain.isAllowed(variation) ? Optional.of(uncertain) : Optional.empty();
    }

    /** With a number for each group, where there are several. */
    private static List<String> paths(String path, Variation variation) {
        String section = path.replaceFirst("\\..*", "");
        List<String> numbered = new ArrayList<>();
        for (int group = 1; group <= MOST_GROUPS && isSetting(path, section, group, variation); group++) {
            numbered.add(section + "[" + group + "]" + path.substring(section.length()));
        }
        return numbered.size() > 1 ? numbered : List.of(path);
    }

    private static boolean isSetting(String path, String section, int group, Variation variation) {
        if (!List.of("contacts", "delegates", "tasks").contains(section)) {
            return false;
        }
        try {
            variation.value(section + "[" + group + "]" + path.substring(section.length()), "");
            return true;
        } catch (ScenarioException noSuchGroup) {
            return false;
        }
    }

    /* Contacts from a file have some settings from there, and some settings limit each other. */
    private boolean isAllowed(Variation variation) {
        try {
            variation.with("", "", at(0));
            variation.with("", "", at(1));
            return true;
        } catch (ScenarioException refused) {
            return false;
        }
    }

    /** Settings at a share of the way from the low to the high end, YAML by path. */
    public Map<String, String> at(double share) {
        Map<String, String> settings = new LinkedHashMap<>();
        paths.forEach(each -> settings.put(each, written(share)));
        return settings;
    }

    /** The value at a share of the way, as a file may say it. */
    public String written(double share) {
        return parameter.written(low + (high - low) * share);
    }
}
