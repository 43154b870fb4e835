package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Comparisons that a referee can read: each asserts that a measured value meets the expected one, and that the row which
 * docs/validation.md shows for it says what was measured. {@code -Dgolden=update} writes the rows anew.
 */
public final class Evidence {
    private static final Path DOCUMENT = Path.of("docs/validation.md");
    private static final MathContext DIGITS = new MathContext(4);

    private final String table;
    private final String test;

    private Evidence(String table, String test) {
        this.table = table;
        this.test = test;
    }

    /**
     * Comparisons of one test class in one table of the document.
     *
     * @param table between whose marks {@code <!-- NAME begins -->} and {@code <!-- NAME ends -->} the rows stand
     */
    public static Evidence in(String table, Class<?> test) {
        return new Evidence(table, test.getSimpleName());
    }

    /**
     * A value with a sampling error.
     *
     * @param what names the row, once in the table
     * @param tolerance largest difference that passes; the caller says in a comment how often chance exceeds it
     */
    public void near(String what, double expected, double measured, double tolerance) {
        assertThat(Math.abs(measured - expected))
                .as("%s: measured %s, expected %s", what, measured, expected)
                .isLessThanOrEqualTo(tolerance);
        row(what, text(expected), text(measured), "± " + text(tolerance));
    }

    /** A value that is known to lie in a band. */
    public void within(String what, double lowest, double highest, double measured, String uncertainty) {
        assertThat(measured).as(what).isBetween(lowest, highest);
        row(what, text(lowest) + " to " + text(highest), text(measured), uncertainty);
    }

    /** A row that stands as it is; its assertion is the caller's. */
    public void row(String what, String expected, String measured, String tolerance) {
        String row = "| " + String.join(" | ", what, expected, measured, tolerance, "`" + test + "`") + " |";
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(DOCUMENT));
            int begin = lines.indexOf("<!-- " + table + " begins -->");
            int end = lines.indexOf("<!-- " + table + " ends -->");
            assertThat(begin).as("table '%s' of %s", table, DOCUMENT).isBetween(0, end - 1);
            int place = placeOf(lines, begin, end, what);
            if ("update".equals(System.getProperty("golden"))) {
                if (place < end) {
                    lines.remove(place);
                }
                lines.add(place, row);
                Files.writeString(DOCUMENT, String.join("\n", lines) + "\n");
            } else {
                assertThat(place < end ? lines.get(place) : "no row '" + what + "'")
                        .as("mvn test -Dgolden=update takes over what is measured now")
                        .isEqualTo(row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int placeOf(List<String> lines, int begin, int end, String what) {
        int place = begin + 1;
        while (place < end && !lines.get(place).startsWith("| " + what + " |")) {
            place++;
        }
        return place;
    }

    /** Four significant digits. */
    public static String text(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(value) < 1e-4 ? rounded.toString() : rounded.toPlainString();
    }
}
