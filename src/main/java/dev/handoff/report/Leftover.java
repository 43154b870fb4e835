package dev.handoff.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A temporary folder whose process is dead.
 *
 * @param target the folder for which it was made
 */
record Leftover(Path folder, Path target) {

    /** @param kind what stands between the target's name and the process, such as {@code .staging-} */
    static List<Leftover> in(Path place, String kind) throws IOException {
        Pattern pattern = Pattern.compile("\\.(.+)" + Pattern.quote(kind) + "(\\d+-\\d+)");
        List<Leftover> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, ".*")) {
            for (Path folder : folders) {
                Matcher matcher = pattern.matcher(folder.getFileName().toString());
                if (matcher.matches() && !Owner.parse(matcher.group(2)).isAlive() && Files.isDirectory(folder)) {
                    found.add(new Leftover(folder, place.resolve(matcher.group(1))));
                }
            }
        }
        found.sort(Comparator.comparing(Leftover::folder));
        return found;
    }
}
