package dev.handoff.scenario;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of settings, in which a group of several has a number: {@code contacts[2].count}. */
final class SettingPath {

    private static final Pattern NUMBERED = Pattern.compile("([a-z-]+)\\[([0-9]{1,8})](.*)", Pattern.DOTALL);

    private SettingPath() {}

    static String withoutNumber(String path) {
        Matcher numbered = NUMBERED.matcher(path);
        return numbered.matches() && Catalogue.GROUPS.contains(numbered.group(1))
                ? numbered.group(1) + numbered.group(3)
                : path;
    }

    /** The number of the group, from 1. */
    static OptionalInt number(String path) {
        Matcher numbered = NUMBERED.matcher(path);
        return numbered.matches() ? OptionalInt.of(Integer.parseInt(numbered.group(2))) : OptionalInt.empty();
    }

    /** The first key, without number. */
    static String first(String path) {
        String known = withoutNumber(path);
        int dot = known.indexOf('.');
        return dot < 0 ? known : known.substring(0, dot);
    }

    static String withNumber(String path, int number) {
        String first = first(path);
        return first + "[" + number + "]" + path.substring(first.length());
    }
}
