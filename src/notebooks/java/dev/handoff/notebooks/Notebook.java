package dev.handoff.notebooks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The cells of a notebook, as far as they are compared.
 *
 * @param outputs of each cell of code, in their order
 */
record Notebook(List<String> sources, List<List<Output>> outputs) {
    private static final String PICTURE = "image/png";

    /**
     * What a cell shows.
     *
     * @param kind such as {@code stdout}, {@code image/png} or {@code error}
     */
    record Output(String kind, String text) {}

    static Notebook read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Notebook parse(String text) {
        List<String> sources = new ArrayList<>();
        List<List<Output>> outputs = new ArrayList<>();
        for (JsonNode cell : new ObjectMapper().readTree(text).get("cells")) {
            if (cell.get("cell_type").asString().equals("code")) {
                sources.add(joined(cell.get("source")));
                List<Output> shown = new ArrayList<>();
                cell.get("outputs").forEach(output -> shown.addAll(shown(output)));
                outputs.add(shown);
            }
        }
        return new Notebook(sources, outputs);
    }

    private static List<Output> shown(JsonNode output) {
        return switch (output.get("output_type").asString()) {
            case "stream" -> List.of(new Output(output.get("name").asString(), joined(output.get("text"))));
            case "error" -> List.of(new Output("error", output.get("evalue").asString()));
            default ->
                output.get("data").properties().stream()
                        .map(data -> new Output(data.getKey(), joined(data.getValue())))
                        .toList();
        };
    }

    /** Jupyter keeps a text as one string or as a list of its lines. */
    private static String joined(JsonNode text) {
        return text.isArray()
                ? StreamSupport.stream(text.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining())
                : text.asString();
    }

    /** What is not as in another notebook: texts have to be equal, pictures of the same size, as letters differ between machines. */
    List<String> differencesFrom(Notebook stored) {
        if (!sources.equals(stored.sources)) {
            return List.of("the cells are others");
        }
        List<String> differences = new ArrayList<>();
        for (int cell = 0; cell < sources.size(); cell++) {
            List<Output> now = outputs.get(cell);
            List<Output> before = stored.outputs.get(cell);
            String place = "cell of code " + (cell + 1) + ": ";
            if (now.size() != before.size()) {
                differences.add(place + before + " became " + now);
                continue;
            }
            for (int shown = 0; shown < now.size(); shown++) {
                if (!isSame(before.get(shown), now.get(shown))) {
                    differences.add(place + before.get(shown) + " became " + now.get(shown));
                }
            }
        }
        return differences;
    }

    private static boolean isSame(Output before, Output now) {
        if (!before.kind().equals(PICTURE) || !now.kind().equals(PICTURE)) {
            return before.equals(now);
        }
        BufferedImage one = picture(before);
        BufferedImage other = picture(now);
        return one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight();
    }

    private static BufferedImage picture(Output output) {
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(output.text())));
        } catch (IOException damaged) {
            throw new IllegalArgumentException("no picture", damaged);
        }
    }

    /** How many pictures there are, and how many of them have the bytes of those in another notebook with the same outputs. */
    int[] equalPictures(Notebook stored) {
        int[] found = new int[2];
        for (int cell = 0; cell < outputs.size(); cell++) {
            for (int place = 0; place < outputs.get(cell).size(); place++) {
                Output now = outputs.get(cell).get(place);
                if (now.kind().equals(PICTURE)) {
                    found[0]++;
                    found[1] += now.text()
                                    .strip()
                                    .equals(stored.outputs
                                            .get(cell)
                                            .get(place)
                                            .text()
                                            .strip())
                            ? 1
                            : 0;
                }
            }
        }
        return found;
    }

    /** Whether a cell failed or complained. */
    boolean hasErrors() {
        return outputs.stream()
                .flatMap(List::stream)
                .anyMatch(
                        output -> output.kind().equals("error") || output.kind().equals("stderr"));
    }
}
