package dev.handoff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prints what has grown long. Length alone fails no build: it asks for a look. */
class SizeTest {
    private static final int LONG_FILE = 400;
    private static final int LONG_METHOD = 40;
    private static final Pattern METHOD_START = Pattern.compile(
            "^( +)(?!.*\\brecord |if |for |while |switch |try |catch |else|do |synchronized |return |\\}|@)(?:[\\w<>\\[\\], .?@&]+ )?(\\w+)\\([^;]*\\{$");

    @Test
    void longFilesAndMethodsAreListed() {
        List<String> listed = new ArrayList<>();
        SourceFile.all().forEach(file -> listed.addAll(longParts(file)));
        listed.forEach(line -> System.out.println("long: " + line));
        assertThat(listed).doesNotHaveDuplicates();
    }

    @Test
    void aMethodOfFortyOneLinesIsLong() {
        String text = "class Made {\n    void made() {\n" + "        act();\n".repeat(39) + "    }\n}\n";
        assertThat(longParts(new SourceFile("Made.java", text))).containsExactly("Made.java:2 made, 41 lines");
    }

    @Test
    void aMethodOfFortyLinesIsNotLong() {
        String text = "class Made {\n    void made() {\n" + "        act();\n".repeat(38) + "    }\n}\n";
        assertThat(longParts(new SourceFile("Made.java", text))).isEmpty();
    }

    @Test
    void aFileOfMoreThanFourHundredLinesIsLong() {
        assertThat(longParts(new SourceFile("Made.java", "class Made {}\n".repeat(401))))
                .containsExactly("Made.java, 401 lines");
    }

    private static List<String> longParts(SourceFile file) {
        List<String> lines = file.text().lines().toList();
        List<String> parts = new ArrayList<>();
        if (lines.size() > LONG_FILE) {
            parts.add(file.name() + ", " + lines.size() + " lines");
        }
        for (int start = 0; start < lines.size(); start++) {
            Matcher method = METHOD_START.matcher(lines.get(start));
            if (method.matches()) {
                int length = lengthUntil(method.group(1) + "}", lines, start);
                if (length > LONG_METHOD) {
                    parts.add(file.name() + ":" + (start + 1) + " " + method.group(2) + ", " + length + " lines");
                }
            }
        }
        return parts;
    }

    private static int lengthUntil(String end, List<String> lines, int start) {
        int line = start;
        while (line < lines.size() && !lines.get(line).equals(end)) {
            line++;
        }
        return line - start + 1;
    }
}
