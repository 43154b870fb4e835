package dev.handoff.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Tables in Markdown, on the console. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... headings) {
        lines.add(row((Object[]) headings));
        lines.add(row(Collections.nCopies(headings.length, "---").toArray()));
    }

    void add(Object... cells) {
        lines.add(row(cells));
    }

    void print(String title) {
        System.out.println("\n" + title + "\n");
        lines.forEach(System.out::println);
    }

    private static String row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
