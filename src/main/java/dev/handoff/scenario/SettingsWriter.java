package dev.handoff.scenario;

import java.util.List;
import java.util.Map;

/** Writes settings as a scenario file that names every one of them. */
final class SettingsWriter {

    private final StringBuilder text = new StringBuilder("format: 1\n");
    private final Settings settings;

    private SettingsWriter(Settings settings) {
        this.settings = settings;
    }

    static String write(Settings settings) {
        SettingsWriter writer = new SettingsWriter(settings);
        writer.sections();
        writer.changes();
        return writer.text.toString();
    }

    /** Changes in time on one line; empty if there are none. */
    static String changes(Settings settings) {
        SettingsWriter writer = new SettingsWriter(settings);
        writer.text.setLength(0);
        writer.changes();
        return writer.text.toString().replaceFirst("changes:", "").strip().replaceAll("\\s+", " ");
    }

    private void sections() {
        String open = "";
        for (Parameter parameter : Catalogue.standard().parameters()) {
            String section = parameter.section();
            if (!Catalogue.GROUPS.contains(section)) {
                open(section, open);
                setting(section.isEmpty() ? 0 : depth(section), parameter.key(), settings.value(parameter.path()));
            } else if (!section.equals(open)) {
                groups(section);
            }
            open = section;
        }
    }

    /** Heads of the sections from the open one to the given one. */
    private void open(String section, String open) {
        if (section.isEmpty() || section.equals(open) || open.startsWith(section + ".")) {
            return;
        }
        int dot = section.lastIndexOf('.');
        if (dot > 0) {
            open(section.substring(0, dot), open);
        }
        text.append("  ".repeat(depth(section) - 1))
                .append(section.substring(dot + 1))
                .append(":\n");
    }

    private static int depth(String section) {
        return section.split("\\.").length;
    }

    private void setting(int depth, String key, Value value) {
        text.append("  ".repeat(depth))
                .append(key)
                .append(": ")
                .append(value.text())
                .append('\n');
    }

    private void groups(String section) {
        List<Map<String, Value>> groups = settings.groups(section);
        text.append(section).append(":\n");
        for (Map<String, Value> group : groups) {
            String indent = groups.size() == 1 ? "  " : "  - ";
            for (Parameter parameter : Catalogue.standard().parameters()) {
                if (parameter.section().equals(section)) {
                    text.append(indent);
                    setting(0, parameter.key(), group.get(parameter.path()));
                    indent = " ".repeat(indent.length());
                }
            }
        }
    }

    private void changes() {
        if (!settings.changes().isEmpty()) {
            text.append("changes:\n");
        }
        for (Layer.Timed change : settings.changes()) {
            text.append("  - at: ").append(change.at().text()).append('\n');
            text.append(change.set().values().isEmpty() ? "    set: {}\n" : "    set:\n");
            change.set().values().forEach((path, value) -> setting(3, path, value));
        }
    }
}
