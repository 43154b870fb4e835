package dev.handoff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A study of each kind on a firm so small that it takes a moment, asking about the same metric. */
final class TinyStudies implements AutoCloseable {
    private static final String FIRM = """
            format: 1
            horizon: 8 weeks
            contacts: {count: 3}
            handoff: {mode: staged, pace: 1 week}
            variants: {slow: {handoff.pace: 3 weeks}, quick: {}}
            """;
    private static final String METRIC = "executive_hours";
    private static final String RANGE = "promotion.added-hours=0..30";

    private final StudyFixture program = new StudyFixture();
    private final Path folder;
    private final String file;

    TinyStudies(Path folder) throws IOException {
        this.folder = folder;
        file = Files.writeString(folder.resolve("firm.yaml"), FIRM).toString();
    }

    /** Those that simulate each scenario as often as they are told. */
    static Stream<List<String>> ofFixedSize() {
        return Stream.of(
                List.of("why", "--variant", "slow", "--other-variant", "quick"),
                List.of("sweep", "--variant", "slow", "--vary", "promotion.added-hours=0,30"),
                List.of("breakeven", "--variant", "slow", "--vary", RANGE, "--target", "50"),
                List.of(("sensitivity --variant slow --trajectories 2 --bases 2 --points 2 --vary " + RANGE)
                        .split(" ")));
    }

    static Stream<List<String>> all() {
        return Stream.concat(Stream.of(List.of("compare")), ofFixedSize());
    }

    /** Also those that take no precision. */
    static Stream<List<String>> ofEveryKind() {
        String search = "optimise --variant slow --candidates 4 --confirm 10 --vary " + RANGE;
        return Stream.concat(Stream.of(List.of(search.split(" "))), all());
    }

    /** Runs a study into a folder of that name. */
    int run(String result, List<String> study, String... more) {
        List<String> rest =
                List.of("--metric", METRIC, "-o", folder.resolve(result).toString());
        return program.execute(
                Stream.of(List.of(study.get(0), file), study.subList(1, study.size()), rest, List.of(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    int verify(String result) {
        return program.execute("verify", folder.resolve(result).toString());
    }

    /** What was run last and all before. */
    StudyFixture program() {
        return program;
    }

    Map<String, String> contents(String result) throws IOException {
        return StudyFixture.contents(folder.resolve(result));
    }

    @Override
    public void close() {
        program.close();
    }
}
