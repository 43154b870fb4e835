package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to say about a key that is no setting. */
final class UnknownName {

    static final List<String> TOP =
            List.of("format", "name", "question", "extends", "start", "changes", "variants", "expect", "optimise");

    private UnknownName() {}

    static String message(String path) {
        String known = SettingPath.withoutNumber(path);
        String shown = path.isBlank() ? "\"" + Problems.shown(path) + "\"" : Problems.shown(path);
        return suggestion(known)
                .map(name -> shown + " is unknown; maybe " + name)
                .orElseGet(() -> shown + " is unknown" + siblings(known));
    }

    /** The setting that was probably meant. */
    static Optional<String> suggestion(String path) {
        String section = path.substring(0, path.lastIndexOf('.') + 1);
        Optional<String> sibling = Nearest.to(path.substring(section.length()), keys(section));
        if (sibling.isPresent()) {
            return sibling.map(key -> section + key);
        }
        return namesakes(path).size() == 1 ? Optional.of(namesakes(path).get(0)) : Nearest.to(path, asDeepAs(path));
    }

    private static List<String> namesakes(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return Catalogue.standard().parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .map(Parameter::path)
                .toList();
    }

    private static List<String> asDeepAs(String path) {
        return all().stream().filter(name -> depth(name) == depth(path)).toList();
    }

    private static long depth(String path) {
        return path.chars().filter(letter -> letter == '.').count();
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(TOP);
        all.addAll(Catalogue.standard().sections().keySet());
        Catalogue.standard().parameters().forEach(parameter -> all.add(parameter.path()));
        return all;
    }

    /** The keys directly in a section, which is empty or ends in a dot. */
    private static List<String> keys(String section) {
        return all().stream()
                .filter(name -> name.startsWith(section) && name.indexOf('.', section.length()) < 0)
                .map(name -> name.substring(section.length()))
                .filter(key -> !section.isEmpty() || !key.isEmpty())
                .toList();
    }

    private static String siblings(String path) {
        String section = path.substring(0, path.lastIndexOf('.') + 1);
        List<String> keys = keys(section);
        return section.isEmpty() || keys.isEmpty()
                ? "; handoff explain lists every setting"
                : "; known in " + section.substring(0, section.length() - 1) + ": " + String.join(", ", keys);
    }
}
