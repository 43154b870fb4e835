package dev.handoff.claims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A file in which what was found about claims is kept, a line each, so that nothing is simulated twice. A line counts only for the same
 * entry, settings, seed, replications, precision and program; a line that was torn off counts for nothing.
 */
public final class Notebook {
    private static final String END = "end";
    private static final String DECIDED = "decided";
    private static final String TURNS = "turns";

    private final Path file;
    private final String circumstances;
    private final Map<String, String> lines = new HashMap<>();

    private Notebook(Path file, String circumstances) {
        this.file = file;
        this.circumstances = circumstances;
    }

    /**
     * Opens the file, or begins one when something is put into it.
     *
     * @param program which build of the program it is
     * @param tests how many claims the book decides by simulation
     */
    public static Notebook open(Path file, String program, long seed, int most, int tests, Precision precision)
            throws IOException {
        String beyond = precision.isAny() ? "" : "|" + precision.share();
        Notebook notebook = new Notebook(file, program + "|" + seed + "|" + most + "|" + tests + beyond);
        if (Files.exists(file)) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                int blank = line.indexOf(' ');
                if (blank > 0 && line.endsWith(" " + END)) {
                    notebook.lines.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
        }
        return notebook;
    }

    /** What was found about a claim. */
    public Optional<Result> find(Claim claim) {
        return Optional.ofNullable(lines.get(key(claim))).flatMap(line -> read(claim, line));
    }

    /** Writes what was found to the file at once. */
    public void put(Result result) throws IOException {
        String line = written(result);
        lines.put(key(result.claim()), line);
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean torn = Files.exists(file) && !endsWithNewLine();
        Files.writeString(
                file,
                (torn ? "\n" : "") + key(result.claim()) + " " + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    private boolean endsWithNewLine() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    private String key(Claim claim) {
        try {
            byte[] text = (circumstances + "|" + claim).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(Result result) {
        StringJoiner line = new StringJoiner(" ");
        line.add(Integer.toString(result.replications()));
        for (List<Cell> part : result.cells()) {
            for (Cell cell : part) {
                line.add(Integer.toString(cell.leftOut()));
                cell.findings()
                        .forEach(finding -> add(
                                line,
                                finding.mean(),
                                finding.low(),
                                finding.high(),
                                finding.forIt(),
                                finding.againstIt()));
                cell.levels().forEach(level -> add(line, level.mean(), level.low(), level.high()));
            }
        }
        if (result.wentOn()) {
            Decision decision = result.decision();
            line.add(DECIDED).add(Integer.toString(decision.replications()));
            add(line, decision.supported(), decision.refuted(), decision.depends());
        }
        if (result.turn() != null) {
            line.add(TURNS);
            add(line, result.turn().at(), result.turn().low(), result.turn().high());
        }
        return line.add(END).toString();
    }

    private static void add(StringJoiner line, double... numbers) {
        for (double number : numbers) {
            line.add(Double.toString(number));
        }
    }

    private static Optional<Result> read(Claim claim, String line) {
        Iterator<String> words = List.of(line.split(" ")).iterator();
        try {
            int replications = Integer.parseInt(words.next());
            List<List<Cell>> cells = new ArrayList<>();
            for (Part part : claim.parts()) {
                List<Cell> ofPart = new ArrayList<>();
                int contrasts = part.proposition().contrasts().size();
                for (int context = 0; context < claim.contexts().size(); context++) {
                    ofPart.add(cell(words, contrasts, part.design().perContext()));
                }
                cells.add(ofPart);
            }
            return decided(new Result(claim, replications, cells), words);
        } catch (NumberFormatException | java.util.NoSuchElementException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Result> decided(Result shown, Iterator<String> words) {
        String word = words.next();
        Result result = shown;
        if (word.equals(DECIDED)) {
            int replications = Integer.parseInt(words.next());
            result = shown.decidedBy(new Decision(replications, number(words), number(words), number(words)));
            word = words.next();
        }
        if (word.equals(TURNS)) {
            result = result.turningAt(new Turn(number(words), number(words), number(words)));
            word = words.next();
        }
        boolean complete = (result.turn() == null) == (shown.claim().turning() == null);
        return complete && word.equals(END) ? Optional.of(result) : Optional.empty();
    }

    private static Cell cell(Iterator<String> words, int contrasts, int arms) {
        int leftOut = Integer.parseInt(words.next());
        List<Finding> findings = new ArrayList<>();
        for (int contrast = 0; contrast < contrasts; contrast++) {
            findings.add(new Finding(number(words), number(words), number(words), number(words), number(words)));
        }
        List<Cell.Level> levels = new ArrayList<>();
        for (int arm = 0; arm < arms; arm++) {
            levels.add(new Cell.Level(number(words), number(words), number(words)));
        }
        return new Cell(findings, levels, leftOut);
    }

    private static double number(Iterator<String> words) {
        return Double.parseDouble(words.next());
    }
}
