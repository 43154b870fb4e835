package dev.handoff.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of curves over weeks in the language of spreadsheets (DrawingML, ECMA-376 part 1): a line for each mean, and below it the band
 * of its interval. A band is a pair of stacked areas, the lower of which is not painted: from the upper edge of the band before to
 * its own lower edge, and from there to its upper edge.
 *
 * @param format of the values
 * @param weeks on the axis
 */
record CurveChart(String title, String axis, String format, SheetRange weeks, List<Line> lines) {
    private static final List<String> INKS =
            List.of("0072B2", "D55E00", "00805D", "B4548A", "A86F00", "2F8FC4", "111111");
    private static final String COMPARISON = "666666";
    private static final String GRID = "E2E2E2";
    private static final String TEXT = "444444";
    private static final int BAND_ALPHA = 28_000; // of 100,000
    private static final int PALE_ALPHA = 14_000; // where many bands lie on each other
    private static final int FEW = 3;
    private static final int LINE_EMU = 25_400; // 2 points
    private static final int WEEKS_BETWEEN_LABELS = 13;
    private static final int WEEK_AXIS = 1001;
    private static final int VALUE_AXIS = 1002;

    /** Most curves that a chart shows; each has a colour of its own. */
    static final int MOST = INKS.size();

    /**
     * A curve.
     *
     * @param added whether it is there for comparison
     * @param mean of each week
     * @param below the band, from the upper edge of the band before
     * @param band from its lower to its upper edge
     */
    record Line(String label, boolean added, SheetRange mean, SheetRange below, SheetRange band) {}

    String xml() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.append("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
                        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">")
                .append("<c:roundedCorners val=\"0\"/><c:chart>")
                .append(title(title, 1300, true))
                .append("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
        List<String> areas = areas();
        xml.append("<c:areaChart><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>")
                .append(String.join("", areas))
                .append(axes())
                .append("</c:areaChart><c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        for (int line = 0; line < lines.size(); line++) {
            xml.append(line(areas.size() + line, lines.get(line), ink(line)));
        }
        xml.append("<c:marker val=\"1\"/>").append(axes()).append("</c:lineChart>");
        return xml.append(weekAxis())
                .append(valueAxis())
                .append("</c:plotArea>")
                .append(legend(areas.size()))
                .append("<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>")
                .toString();
    }

    private String ink(int line) {
        return lines.get(line).added() ? COMPARISON : INKS.get(line % INKS.size());
    }

    private List<String> areas() {
        List<String> areas = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            areas.add(series(areas.size(), line.label() + ", below the band", "<a:noFill/>", line.below()));
            String fill = String.format(
                    Locale.ROOT,
                    "<a:solidFill><a:srgbClr val=\"%s\"><a:alpha val=\"%d\"/></a:srgbClr></a:solidFill>",
                    ink(place),
                    lines.size() > FEW ? PALE_ALPHA : BAND_ALPHA);
            areas.add(series(areas.size(), line.label() + ", 95 % band of the mean", fill, line.band()));
        }
        return areas;
    }

    private String series(int number, String label, String fill, SheetRange values) {
        return "<c:ser>" + name(number, label) + "<c:spPr>" + fill + "<a:ln><a:noFill/></a:ln></c:spPr>"
                + values(values) + "</c:ser>";
    }

    private String line(int number, Line line, String ink) {
        String dash = line.added() ? "<a:prstDash val=\"dash\"/>" : "";
        return "<c:ser>" + name(number, line.label()) + "<c:spPr><a:ln w=\"" + LINE_EMU
                + "\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"" + ink + "\"/></a:solidFill>" + dash
                + "<a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>" + values(line.mean())
                + "<c:smooth val=\"0\"/></c:ser>";
    }

    private static String name(int number, String label) {
        return "<c:idx val=\"" + number + "\"/><c:order val=\"" + number + "\"/><c:tx><c:v>" + Xml.escaped(label)
                + "</c:v></c:tx>";
    }

    private String values(SheetRange values) {
        return "<c:cat><c:numRef><c:f>" + Xml.escaped(weeks.reference())
                + "</c:f></c:numRef></c:cat><c:val><c:numRef><c:f>" + Xml.escaped(values.reference())
                + "</c:f></c:numRef></c:val>";
    }

    private static String axes() {
        return "<c:axId val=\"" + WEEK_AXIS + "\"/><c:axId val=\"" + VALUE_AXIS + "\"/>";
    }

    private String weekAxis() {
        int weekCount = weeks.last() - weeks.first() + 1;
        int step = weekCount > 2 * WEEKS_BETWEEN_LABELS ? WEEKS_BETWEEN_LABELS : 1;
        return "<c:catAx>" + axis(WEEK_AXIS, "b", "") + title("week", 1000, false)
                + "<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
                + "<c:tickLblPos val=\"low\"/>" + quietLine() + "<c:crossAx val=\"" + VALUE_AXIS
                + "\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
                + "<c:tickLblSkip val=\"" + step + "\"/><c:tickMarkSkip val=\"" + step
                + "\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>";
    }

    private String valueAxis() {
        return "<c:valAx>" + axis(VALUE_AXIS, "l", format.contains("%") ? "<c:min val=\"0\"/>" : "")
                + "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\""
                + GRID + "\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>" + title(axis, 1000, false)
                + "<c:numFmt formatCode=\"" + Xml.escaped(format)
                + "\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
                + "<c:tickLblPos val=\"low\"/>" + quietLine() + "<c:crossAx val=\"" + WEEK_AXIS
                + "\"/><c:crosses val=\"min\"/><c:crossBetween val=\"midCat\"/></c:valAx>";
    }

    private static String axis(int number, String side, String from) {
        return "<c:axId val=\"" + number
                + "\"/><c:scaling><c:orientation val=\"minMax\"/>" + from
                + "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + side
                + "\"/>";
    }

    private static String quietLine() {
        return "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"" + COMPARISON
                + "\"/></a:solidFill></a:ln></c:spPr>";
    }

    private static String title(String text, int hundredthsOfPoints, boolean bold) {
        return "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr><a:r><a:rPr lang=\"en\" sz=\""
                + hundredthsOfPoints
                + "\" b=\"" + (bold ? 1 : 0) + "\"><a:solidFill><a:srgbClr val=\"" + TEXT
                + "\"/></a:solidFill></a:rPr><a:t>"
                + Xml.escaped(text) + "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>";
    }

    /** Without the areas: a band has the colour of its line. */
    private static String legend(int areas) {
        StringBuilder legend = new StringBuilder("<c:legend><c:legendPos val=\"b\"/>");
        for (int area = 0; area < areas; area++) {
            legend.append("<c:legendEntry><c:idx val=\"")
                    .append(area)
                    .append("\"/><c:delete val=\"1\"/></c:legendEntry>");
        }
        return legend.append("<c:overlay val=\"0\"/></c:legend>").toString();
    }
}
