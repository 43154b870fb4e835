package dev.handoff.page;

import java.util.List;

/** HTML text that is being written; everything that is not markup goes through {@link #escaped}. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** A cell of a table. */
    record Cell(String text, boolean number) {
        static Cell of(String text) {
            return new Cell(text, false);
        }

        static Cell number(String text) {
            return new Cell(text, true);
        }
    }

    /** Text that is shown as it stands, in an element or in an attribute between double quotes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    /** JSON that stands in a page: a script ends at "</script" wherever it stands, so no "<" may be left. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Adds markup, which must hold nothing of a user's. */
    Html markup(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    Html element(String name, String content) {
        return element(name, "", content);
    }

    /** @param kind value of the attribute class; none if it is empty */
    Html element(String name, String kind, String content) {
        text.append('<').append(name);
        if (!kind.isEmpty()) {
            text.append(" class=\"").append(kind).append('"');
        }
        text.append('>').append(escaped(content)).append("</").append(name).append(">\n");
        return this;
    }

    /** A section of the page with its heading. */
    Html section(String id, String heading) {
        return markup("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">")
                .markup("<h2 id=\"" + id + "-heading\">" + escaped(heading) + "</h2>");
    }

    Html end(String name) {
        return markup("</" + name + ">");
    }

    /** What is opened on demand, up to {@code end("details")}. */
    Html details(String summary) {
        return details(summary, false);
    }

    /** @param open whether it is so at first */
    Html details(String summary, boolean open) {
        return markup(open ? "<details open>" : "<details>").element("summary", summary);
    }

    /** A table that scrolls in itself where the screen is narrow; the first cell of each row heads it. */
    Html table(String caption, List<String> head, List<List<Cell>> rows) {
        markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(caption) + "\"><table>");
        element("caption", caption);
        text.append("<thead><tr>");
        head.forEach(title ->
                text.append("<th scope=\"col\">").append(escaped(title)).append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        rows.forEach(this::row);
        return markup("</tbody></table></div>");
    }

    private void row(List<Cell> cells) {
        text.append("<tr>");
        for (int place = 0; place < cells.size(); place++) {
            Cell cell = cells.get(place);
            String kind = cell.number() ? " class=\"n\"" : "";
            text.append(place == 0 ? "<th scope=\"row\"" + kind + ">" : "<td" + kind + ">")
                    .append(escaped(cell.number() ? unbroken(cell.text()) : cell.text()))
                    .append(place == 0 ? "</th>" : "</td>");
        }
        text.append("</tr>\n");
    }

    /** With an interval that stays on one line, be it below its mean. */
    private static String unbroken(String estimate) {
        int bracket = estimate.indexOf('(');
        return bracket < 0
                ? estimate
                : estimate.substring(0, bracket) + estimate.substring(bracket).replace(' ', '\u00a0');
    }

    /** A command to be typed. */
    Html command(String command) {
        text.append("<pre class=\"command\" tabindex=\"0\"><code>")
                .append(escaped(command))
                .append("</code></pre>\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
