package dev.handoff.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Completes a workbook that has sheets alone: adds charts to one of them, and takes out what differs between equal ones: when it was made, and
 * an order by chance. A workbook is a zip of XML parts that name each other (Open Packaging Conventions, ECMA-376 part 2).
 */
final class WorkbookFile {
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String FIRST_SHEET = "xl/worksheets/sheet1.xml";
    private static final Pattern MERGED = Pattern.compile("<mergeCell [^>]*/>");
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** How wide and high a chart is, in cells. */
    static final int CHART_COLUMNS = 12;

    private static final int CHART_ROWS = 24;

    private final int chartSheet;
    private final int firstRow;
    private final List<CurveChart> charts;

    private WorkbookFile(int chartSheet, int firstRow, List<CurveChart> charts) {
        this.chartSheet = chartSheet;
        this.firstRow = firstRow;
        this.charts = charts;
    }

    /**
     * Writes the whole workbook.
     *
     * @param sheets the workbook without charts
     * @param chartSheet number of the sheet that gets the charts, from 1 on
     * @param firstRow of the charts, which stand below each other
     */
    static void complete(Path sheets, int chartSheet, int firstRow, List<CurveChart> charts, Path file)
            throws IOException {
        WorkbookFile workbook = new WorkbookFile(chartSheet, firstRow, charts);
        try (ZipFile parts = new ZipFile(sheets.toFile());
                OutputStream stream = Files.newOutputStream(file);
                SteadyZip zip = new SteadyZip(stream)) {
            workbook.copy(parts, zip);
            workbook.add(zip);
        }
    }

    private void copy(ZipFile parts, SteadyZip zip) throws IOException {
        for (ZipEntry entry : entries(parts)) {
            zip.begin(entry.getName());
            try (InputStream part = parts.getInputStream(entry)) {
                if (isChanged(entry.getName())) {
                    String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
                    zip.write(changed(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
                } else {
                    part.transferTo(zip);
                }
            }
            zip.closeEntry();
        }
    }

    /** What every part is stands first, since some programs tell by the first part what a file is. */
    private static List<ZipEntry> entries(ZipFile parts) {
        return parts.stream()
                .sorted(Comparator.comparing(entry -> !entry.getName().equals(CONTENT_TYPES)))
                .collect(Collectors.toList());
    }

    private static void add(SteadyZip zip, String name, String text) throws IOException {
        zip.begin(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private boolean isChanged(String name) {
        return name.equals(PROPERTIES)
                || name.equals(CONTENT_TYPES)
                || name.equals(FIRST_SHEET)
                || name.equals(sheet());
    }

    private String changed(String name, String text) {
        if (name.equals(PROPERTIES)) {
            return text.replaceFirst(CREATED, "");
        }
        if (name.equals(CONTENT_TYPES)) {
            return text.replace("</Types>", contentTypes() + "</Types>");
        }
        String drawing = name.equals(sheet()) ? "<drawing xmlns:r=\"" + OFFICE + "\" r:id=\"rId1\"/>" : "";
        return inOrder(text).replace("</worksheet>", drawing + "</worksheet>");
    }

    /** The library lists merged cells in another order each time. */
    private static String inOrder(String sheet) {
        List<String> merged =
                MERGED.matcher(sheet).results().map(MatchResult::group).sorted().collect(Collectors.toList());
        return MERGED.matcher(sheet).replaceAll(cells -> merged.remove(0));
    }

    private String sheet() {
        return charts.isEmpty() ? "" : "xl/worksheets/sheet" + chartSheet + ".xml";
    }

    private String contentTypes() {
        if (charts.isEmpty()) {
            return "";
        }
        StringBuilder types = new StringBuilder(contentType("/xl/drawings/drawing1.xml", "drawing+xml"));
        for (int chart = 1; chart <= charts.size(); chart++) {
            types.append(contentType("/xl/charts/chart" + chart + ".xml", "drawingml.chart+xml"));
        }
        return types.toString();
    }

    private static String contentType(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + CONTENT + type + "\"/>";
    }

    private void add(SteadyZip zip) throws IOException {
        if (charts.isEmpty()) {
            return;
        }
        add(
                zip,
                "xl/worksheets/_rels/sheet" + chartSheet + ".xml.rels",
                relations(relation(1, "drawing", "../drawings/drawing1.xml")));
        add(zip, "xl/drawings/drawing1.xml", drawing());
        StringBuilder relations = new StringBuilder();
        for (int chart = 1; chart <= charts.size(); chart++) {
            relations.append(relation(chart, "chart", "../charts/chart" + chart + ".xml"));
            add(zip, "xl/charts/chart" + chart + ".xml", charts.get(chart - 1).xml());
        }
        add(zip, "xl/drawings/_rels/drawing1.xml.rels", relations(relations.toString()));
    }

    private static String relations(String relations) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations + "</Relationships>";
    }

    private static String relation(int number, String type, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private String drawing() {
        StringBuilder drawing = new StringBuilder(HEAD
                + "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"" + OFFICE + "\">");
        for (int chart = 0; chart < charts.size(); chart++) {
            drawing.append(frame(chart));
        }
        return drawing.append("</xdr:wsDr>").toString();
    }

    private String frame(int chart) {
        int top = firstRow + chart * CHART_ROWS;
        return String.format(
                Locale.ROOT,
                "<xdr:twoCellAnchor>%s%s<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>"
                        + "<xdr:cNvPr id=\"%d\" name=\"Chart %d\" descr=\"%s\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
                        + "<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic>"
                        + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                        + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId%d\"/>"
                        + "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
                corner("from", 0, top),
                corner("to", CHART_COLUMNS, top + CHART_ROWS - 1),
                chart + 2,
                chart + 1,
                Xml.escaped(charts.get(chart).title() + " " + charts.get(chart).axis()
                        + " over weeks, with 95 % bands of the means"),
                chart + 1);
    }

    private static String corner(String name, int column, int row) {
        return "<xdr:" + name + "><xdr:col>" + column + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + row
                + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:" + name + ">";
    }
}
