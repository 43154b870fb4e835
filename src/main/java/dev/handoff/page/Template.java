package dev.handoff.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The skeleton of a page, its style and its scripts. */
final class Template {
    private static final String FOLDER = "/handoff/page/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private Template() {}

    /**
     * The page with texts in the places of its skeleton. What goes into a place is not looked at again, so it may hold anything.
     *
     * @param texts by place, in HTML
     */
    static String filled(Map<String, String> texts) throws IOException {
        String style = resource("uplot/uPlot.min.css") + resource("report.css") + resource("story.css");
        String library = "/*\n" + resource("uplot/LICENSE") + "*/\n" + resource("uplot/uPlot.iife.min.js");
        String script = resource("shared.js") + resource("story.js") + resource("report.js");
        String policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
                + source(style) + "; script-src " + source(library) + " " + source(script);
        StringBuilder page = new StringBuilder();
        Matcher places = PLACE.matcher(resource("report.html"));
        while (places.find()) {
            String text = switch (places.group(1)) {
                case "policy" -> policy;
                case "style" -> style;
                case "library" -> library;
                case "script" -> script;
                default -> texts.get(places.group(1));
            };
            places.appendReplacement(page, "");
            page.append(text);
        }
        return places.appendTail(page).toString();
    }

    /** By what a content security policy knows a text between tags. */
    private static String source(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = Template.class.getResourceAsStream(FOLDER + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
