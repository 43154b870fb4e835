package dev.handoff.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scenarios put together from layers of settings, for files that hold settings and are no scenario files. */
public final class Composer {
    private static final String SHIPPED = "/handoff/scenarios/";
    private static final String EXTENSION = ".yaml";
    private static final int LONGEST_BYTES = 1 << 20;

    private final Problems problems;

    public Composer(Problems problems) {
        this.problems = problems;
    }

    /** The longest file that is read. */
    public static int longestBytes() {
        return LONGEST_BYTES;
    }

    /**
     * The layers of the scenario that is named: a file beside the one that names it if the name ends in .yaml, else one of those
     * that come with the program.
     *
     * @param path of the key that names it, for messages
     */
    public List<Layer> scenario(String path, Tree.Scalar named) {
        String name = named.text().strip();
        String start = named.place() + " " + path + " (" + Problems.shown(name) + ")";
        if (!name.endsWith(EXTENSION)) {
            return shipped(name, start);
        }
        try {
            return ScenarioReader.layers(named.place().sibling(name).normalize(), start, problems);
        } catch (InvalidPathException notAPath) {
            problems.add(start + " is not a file name");
            return List.of();
        }
    }

    private List<Layer> shipped(String name, String start) {
        List<Layer> layers = new ArrayList<>();
        Optional<String> text = name.matches("[a-z0-9-]+") ? shippedText(name) : Optional.empty();
        if (text.isEmpty()) {
            List<String> known = ShippedScenarios.names();
            String maybe = Nearest.to(name, known)
                    .map(near -> "; maybe " + near)
                    .orElse("; known are " + String.join(", ", known) + ", and files that end in " + EXTENSION);
            problems.add(start + " is no scenario that comes with the program" + maybe);
            return layers;
        }
        SourceFile.parse(name + EXTENSION, text.orElseThrow(), problems).ifPresent(source -> {
            source.parent()
                    .ifPresent(parent -> layers.addAll(shipped(parent.text().replace(EXTENSION, ""), start)));
            layers.add(source.layer());
        });
        return layers;
    }

    private static Optional<String> shippedText(String name) {
        try (InputStream stream = Composer.class.getResourceAsStream(SHIPPED + name + EXTENSION)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a map of settings sets, nested or with dots, as in a variant. */
    public Layer layer(Tree.Mapping settings) {
        return new LayerReader(problems, LayerReader.Origin.VARIANT).read(settings, Set.of());
    }

    /** What the layers say together, the later ones on top; empty after a problem, also an earlier one. */
    public Optional<Variant> compose(String name, List<Layer> layers) {
        return ScenarioReader.compose(name, layers, problems);
    }
}
