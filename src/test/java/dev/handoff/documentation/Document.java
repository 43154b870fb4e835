package dev.handoff.documentation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Markdown document, as far as it can be checked.
 *
 * @param blocks fenced blocks of code in their order
 * @param text everything else, line by line; empty lines stand where blocks were
 */
record Document(List<Block> blocks, List<String> text) {
    private static final Pattern FENCE = Pattern.compile("^```(\\w*)\\s*$");
    private static final Pattern MARKER =
            Pattern.compile("^<!-- (file: [\\w./-]+|fragment|refused)(?:, (refused))? -->$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$");
    private static final Pattern PLACE = Pattern.compile("<a id=\"([^\"]+)\"></a>");

    /**
     * A block of code.
     *
     * @param language what stands behind the opening fence; may be empty
     * @param marker what an HTML comment in the line before says about it: {@code file: NAME} (others refer to it),
     *     {@code fragment} (part of a scenario file), {@code refused} (wrong on purpose); may be empty
     * @param line of its opening fence, from 1
     */
    record Block(String language, String marker, int line, List<String> lines) {
        String body() {
            return String.join("\n", lines) + "\n";
        }

        boolean isRefused() {
            return marker.endsWith("refused");
        }

        boolean isFragment() {
            return marker.startsWith("fragment");
        }

        /** The name under which other blocks refer to it; empty if there is none. */
        String file() {
            return marker.startsWith("file: ") ? marker.replaceFirst("^file: ([^,]+).*$", "$1") : "";
        }
    }

    static Document of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        List<String> text = new ArrayList<>();
        List<String> inside = null;
        String before = "";
        for (String line : markdown.lines().toList()) {
            MatchResult fence = FENCE.matcher(line).results().findFirst().orElse(null);
            text.add(fence == null && inside == null ? line : "");
            if (inside != null && line.equals("```")) {
                inside = null;
            } else if (inside != null) {
                inside.add(line);
            } else if (fence != null) {
                inside = new ArrayList<>();
                blocks.add(new Block(fence.group(1), marker(before), text.size(), inside));
            }
            before = line;
        }
        return new Document(blocks, text);
    }

    private static String marker(String line) {
        return MARKER.matcher(line)
                .results()
                .findFirst()
                .map(found -> line.substring("<!-- ".length(), line.length() - " -->".length()))
                .orElse("");
    }

    /** Targets of links and pictures. */
    List<String> links() {
        return found(LINK);
    }

    /** What stands in backticks within the text. */
    List<String> code() {
        return found(CODE);
    }

    private List<String> found(Pattern pattern) {
        return text.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(result -> result.group(1))
                .toList();
    }

    /** What may follow {@code #} in a link to this document. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        for (String line : text) {
            HEADING.matcher(line).results().forEach(heading -> anchors.add(anchor(heading.group(1))));
            PLACE.matcher(line).results().forEach(place -> anchors.add(place.group(1)));
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
