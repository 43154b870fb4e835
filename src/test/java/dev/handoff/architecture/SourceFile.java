package dev.handoff.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A source file as text. */
record SourceFile(String name, String text) {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Pattern PACKAGE_LINE = Pattern.compile("(?m)^package dev\\.handoff\\.([a-z.]+);");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    static List<SourceFile> all() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(MAIN.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the package below {@code dev.handoff}, such as {@code model.people}. */
    String packageName() {
        var matcher = PACKAGE_LINE.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(name + " has no package line");
        }
        return matcher.group(1);
    }

    /** Everything after the package line, comments included. */
    String body() {
        var matcher = PACKAGE_LINE.matcher(text);
        return matcher.find() ? text.substring(matcher.end()) : text;
    }

    /** @param file such as {@code Fast.java} */
    boolean isNamed(String file) {
        return Path.of(name).endsWith(file);
    }

    String code() {
        return COMMENT.matcher(body()).replaceAll("");
    }
}
