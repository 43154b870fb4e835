package dev.handoff.claims;

import dev.handoff.model.Scenario;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arms of an experiment: every level, under every setting of a second factor, under every context.
 *
 * @param contexts names of the circumstances under which the experiment is repeated; one without a name if there are none
 * @param across names of the settings of the second factor; one without a name if there is none
 * @param levels names of the levels in their order
 * @param arms by context, then second factor, then level
 */
public record Design(List<String> contexts, List<String> across, List<String> levels, List<Scenario> arms) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    public Design {
        contexts = List.copyOf(contexts);
        across = List.copyOf(across);
        levels = List.copyOf(levels);
        arms = List.copyOf(arms);
    }

    /** Arms of one context. */
    public int perContext() {
        return across.size() * levels.size();
    }

    List<Scenario> arms(int context) {
        return arms.subList(context * perContext(), (context + 1) * perContext());
    }

    /** Where a level lies on its scale: the number with which its name begins; NaN without one. */
    public double position(int level) {
        return position(levels.get(level));
    }

    static double position(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.lookingAt() ? Double.parseDouble(number.group()) : Double.NaN;
    }

    /** Name of an arm within its context. */
    public String name(int arm) {
        String second = across.get(arm / levels.size());
        String level = levels.get(arm % levels.size());
        return second.isEmpty() ? level : second + ": " + level;
    }
}
