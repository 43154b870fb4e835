package dev.handoff.cli;

import dev.handoff.scenario.Nearest;
import dev.handoff.scenario.Variation;
import java.nio.file.Path;
import java.util.List;

/** The variant of a file that an option names. */
final class ChosenVariant {
    private ChosenVariant() {}

    /**
     * @param name null if the option is not given
     * @param option for messages, such as {@code --variant}
     * @return the only variant, or the one of that name
     * @throws Unclear with one line that names what there is
     */
    static Variation of(List<Variation> variations, String name, String option, Object file) {
        List<String> names = variations.stream().map(Variation::name).toList();
        if (name == null) {
            if (variations.size() > 1) {
                throw new Unclear(option + " is missing: " + file + " has the variants " + String.join(", ", names));
            }
            return variations.get(0);
        }
        int place = names.indexOf(name);
        if (place < 0) {
            String hint = Nearest.to(name, names)
                    .map(near -> "; maybe " + near)
                    .orElse("; there are " + String.join(", ", names));
            throw new Unclear(option + " (" + name + ") is no variant of " + file + hint);
        }
        return variations.get(place);
    }

    /** For people: the file's name, and the variant where it has several. */
    static String title(Path file, Variation variation) {
        String id = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return variation.name().equals("base") ? id : id + ", " + variation.name();
    }

    /** A mistake in the choice. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unclear(String message) {
            super(message);
        }
    }
}
