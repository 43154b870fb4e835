package dev.handoff.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook read by its XML alone, as the standard has it (ECMA-376): an independent reader for tests. */
final class StoredWorkbook {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> shared = new ArrayList<>();
    private final Map<String, Map<String, Value>> sheets = new LinkedHashMap<>(); // by name, then by cell

    /**
     * A cell.
     *
     * @param kind as the file has it: s for a text, n for a number
     */
    record Value(String kind, String text) {}

    StoredWorkbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (InputStream stream = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), stream.readAllBytes());
                }
            }
        }
        for (Element each : elements(xml("xl/sharedStrings.xml"), "si")) {
            shared.add(each.getTextContent());
        }
        Map<String, String> targets = new TreeMap<>();
        elements(xml("xl/_rels/workbook.xml.rels"), "Relationship")
                .forEach(each -> targets.put(each.getAttribute("Id"), each.getAttribute("Target")));
        for (Element sheet : elements(xml("xl/workbook.xml"), "sheet")) {
            sheets.put(sheet.getAttribute("name"), cells(xml("xl/" + targets.get(sheet.getAttribute("r:id")))));
        }
    }

    List<String> partNames() {
        return List.copyOf(parts.keySet());
    }

    byte[] part(String name) {
        return parts.get(name);
    }

    List<String> sheetNames() {
        return List.copyOf(sheets.keySet());
    }

    Document xml(String part) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)));
        } catch (ParserConfigurationException | SAXException damaged) {
            throw new IOException(part, damaged);
        }
    }

    static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(place -> (Element) found.item(place))
                .toList();
    }

    private Map<String, Value> cells(Document sheet) {
        Map<String, Value> cells = new LinkedHashMap<>();
        for (Element cell : elements(sheet, "c")) {
            NodeList value = cell.getElementsByTagName("v");
            if (value.getLength() > 0) {
                String kind = cell.getAttribute("t");
                String text = value.item(0).getTextContent();
                cells.put(
                        cell.getAttribute("r"),
                        new Value(kind, kind.equals("s") ? shared.get(Integer.parseInt(text)) : text));
            }
        }
        return cells;
    }

    /** Null where a sheet has nothing. */
    Value cell(String sheet, String place) {
        return sheets.get(sheet).get(place);
    }

    /** All cells of a sheet that hold something. */
    Map<String, Value> cells(String sheet) {
        return sheets.get(sheet);
    }

    /** The texts of a row, empty where there is none, up to the last column that is asked for. */
    List<String> row(String sheet, int row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> {
                    Value value = cell(sheet, column(column) + row);
                    return value == null ? "" : value.text();
                })
                .toList();
    }

    private static String column(int column) {
        return (column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1))) + (char) ('A' + column % 26);
    }

    /** What {@code 'Curves'!$C$2:$C$9} names, from the top down; empty texts where nothing stands. */
    List<String> range(String reference) {
        String[] parts = reference.replace("$", "").split("!");
        String sheet = parts[0].substring(1, parts[0].length() - 1);
        String[] ends = parts[1].split(":");
        String letters = ends[0].replaceAll("[0-9]", "");
        if (!ends[1].replaceAll("[0-9]", "").equals(letters)) {
            throw new IllegalArgumentException(reference);
        }
        int first = Integer.parseInt(ends[0].substring(letters.length()));
        int last = Integer.parseInt(ends[1].substring(letters.length()));
        return IntStream.rangeClosed(first, last)
                .mapToObj(row -> {
                    Value value = cell(sheet, letters + row);
                    return value == null ? "" : value.text();
                })
                .toList();
    }
}
