package dev.handoff.page;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.page.Html.Cell;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The parts of a page that tell what a study found: whatever pictures and tables its folder holds. */
final class StudyPart {
    private static final int SHORT = 12;
    private static final int MOST_ROWS = 50;
    private static final int LONGEST_NUMBER = 10;
    private static final int DIGITS = 6;
    private static final int MOST_CELLS = 20_000;
    private static final int MOST_PICTURE_BYTES = 600_000;

    private final Path folder;

    StudyPart(Path folder) {
        this.folder = folder;
    }

    /** Pictures as images, in which nothing can be executed. */
    void pictures(Html html) throws IOException {
        List<Path> pictures = files("*.svg");
        if (pictures.isEmpty()) {
            return;
        }
        html.section("pictures", pictures.size() == 1 ? "The picture" : "The pictures");
        int bytes = 0;
        for (Path picture : pictures) {
            byte[] svg = Files.readAllBytes(picture);
            bytes += svg.length;
            String name = picture.getFileName().toString();
            if (bytes > MOST_PICTURE_BYTES) {
                html.element("p", "quiet", name + " is in the folder of this page.");
            } else {
                html.markup("<figure><img alt=\"" + Html.escaped(described(name))
                                + "\" src=\"data:image/svg+xml;base64,"
                                + Base64.getEncoder().encodeToString(svg) + "\">")
                        .element("figcaption", name.replace(".svg", "").replace('_', ' '))
                        .end("figure");
            }
        }
        html.end("section");
    }

    private static String described(String name) {
        return "Picture of " + name.replace(".svg", "").replace('_', ' ') + "; its numbers are in the tables below";
    }

    /** The first rows of every table. */
    void tables(Html html) throws IOException {
        List<Path> tables = files("*.csv");
        if (tables.isEmpty()) {
            return;
        }
        html.section("tables", "The numbers");
        for (Path table : tables) {
            table(html, table);
        }
        html.end("section");
    }

    private static void table(Html html, Path file) throws IOException {
        String name = file.getFileName().toString();
        List<List<Cell>> rows = new ArrayList<>();
        boolean whole = true;
        try (CsvFile table = new CsvFile(file)) {
            int most = Math.max(
                    1,
                    Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, table.columns().size())));
            for (CsvRecord row = table.next(); row != null && whole; row = table.next()) {
                whole = rows.size() < most;
                if (whole) {
                    rows.add(row.getFields().stream().map(StudyPart::cell).toList());
                }
            }
            html.details(
                    name.replace(".csv", "") + (whole ? "" : ": the first " + rows.size() + " rows"),
                    rows.size() <= SHORT);
            html.table(name, table.columns(), rows);
        }
        if (!whole) {
            html.element("p", "quiet", "All rows are in " + name + " in the folder of this page.");
        }
        html.end("details");
    }

    private static Cell cell(String text) {
        return text.matches("-?[0-9.]+(E-?[0-9]+)?")
                ? Cell.number(shortened(text).replace('-', '\u2212'))
                : Cell.of(text);
    }

    /* Some tables have all digits, since their numbers add up. */
    private static String shortened(String number) {
        return number.length() <= LONGEST_NUMBER
                ? number
                : new BigDecimal(number)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private List<Path> files(String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, pattern)) {
            all.forEach(files::add);
        }
        files.sort(null);
        return files;
    }
}
