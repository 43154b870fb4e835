package dev.handoff.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * The workbook results.xlsx: what a finished folder tells, as sheets with charts, made from its stored files without simulating. Equal
 * folders give equal workbooks, to the byte where Java compresses alike.
 */
public final class ResultsWorkbook {
    /** Name of the file. */
    public static final String NAME = "results.xlsx";

    private static final String VERSION = "1.0"; // of the program, in a form that Excel takes
    private static final int QUICK = 1; // the sheets are compressed again when the charts are added
    private static final int LONGEST_NAME = 31;
    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEIGHT = 540;

    private final Path folder;
    private final String repeat;
    private final int mostRows;
    private final Workbook workbook;
    private final Node summary;
    private final List<String> notes = new ArrayList<>();

    private ResultsWorkbook(Path folder, String repeat, int mostRows, Workbook workbook) throws IOException {
        this.folder = folder;
        this.repeat = repeat;
        this.mostRows = mostRows;
        this.workbook = workbook;
        summary = Node.read(folder.resolve("summary.json"));
    }

    /**
     * Writes the workbook of a folder, which depends on nothing but the folder's other files and the command.
     *
     * @param repeat the command that makes the result again, to be typed
     * @throws IOException if a file that is needed is not there or cannot be read, or the workbook cannot be written
     */
    public static void write(Path folder, String repeat, Path file) throws IOException {
        write(folder, repeat, file, Sheet.MOST_ROWS);
    }

    /** @param mostRows that a sheet may have */
    static void write(Path folder, String repeat, Path file, int mostRows) throws IOException {
        Path sheets = Files.createTempFile("handoff-", ".xlsx");
        try {
            List<CurveChart> charts;
            try (OutputStream stream = Files.newOutputStream(sheets);
                    Workbook workbook = new Workbook(stream, "handoff", VERSION)) {
                workbook.setCompressionLevel(QUICK);
                charts = new ResultsWorkbook(folder, repeat, mostRows, workbook).write();
            }
            WorkbookFile.complete(sheets, RunSheets.CHARTS, RunSheets.ABOVE_CHARTS, charts, file);
        } finally {
            Files.deleteIfExists(sheets);
        }
    }

    private List<CurveChart> write() throws IOException {
        boolean run = summary.has("variants");
        workbook.properties().setTitle(title()).setSubject(summary.text("question"));
        Sheet first = sheet("Summary"); // filled at last, since it tells what other sheets leave out
        List<CurveChart> charts = run ? runSheets() : studySheets();
        new AboutSheets(folder, repeat, command()).write(this::sheet);
        if (run) {
            new RunSheets(summary).summary(first, notes);
        } else {
            StudySummary.write(first, title(), ReportPage.answers(summary), summary, notes);
        }
        first.finish();
        return charts;
    }

    private String title() {
        return summary.text("name").isBlank() ? ReportPage.question(summary, command()) : summary.text("name");
    }

    private String command() {
        String[] words = repeat.split(" ");
        return words.length > 1 ? words[1] : "";
    }

    private Sheet sheet(String name) {
        return new Sheet(workbook, name, title());
    }

    private List<CurveChart> runSheets() throws IOException {
        if (!(summary.number("replications") > 0)) {
            return List.of();
        }
        RunSheets run = new RunSheets(summary);
        CurveSheets curves = new CurveSheets(folder, summary);
        Sheet charts = sheet("Charts");
        curves.means(sheet("Curves"));
        curves.bands(sheet("Bands"));
        run.charts(charts, curves.left());
        run.metrics(sheet("Metrics"));
        table("All curves", Curves.NAME);
        note(new ReplicationsSheet(folder, summary).write(sheet("Replications"), mostRows));
        for (String file : List.of("contacts.csv", "failures.csv")) {
            if (Files.exists(folder.resolve(file))) {
                table(sheetName(file), file);
            }
        }
        return curves.charts();
    }

    private List<CurveChart> studySheets() throws IOException {
        List<String> pictures = files("*.png");
        if (!pictures.isEmpty()) {
            Sheet sheet = sheet("Pictures").onePage("portrait");
            for (String picture : pictures) {
                sheet.picture(Files.readAllBytes(folder.resolve(picture)), PICTURE_WIDTH, PICTURE_HEIGHT);
            }
            sheet.finish();
        }
        for (String file : files("*.csv")) {
            table(sheetName(file), file);
        }
        return List.of();
    }

    private List<String> files(String pattern) throws IOException {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, pattern)) {
            all.forEach(file -> files.add(file.getFileName().toString()));
        }
        files.sort(null);
        return files;
    }

    /** {@code Contacts} for {@code contacts.csv}. */
    private static String sheetName(String file) {
        String name = Character.toUpperCase(file.charAt(0))
                + file.substring(1).replace(".csv", "").replace('_', ' ');
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private void table(String name, String file) throws IOException {
        note(new TableSheet(folder.resolve(file), Columns.of(command(), file)).write(sheet(name), mostRows));
    }

    private void note(String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
    }
}
