package dev.handoff.report;

import dev.handoff.page.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a finished folder, made again from its other files. */
public final class StoredReport {
    private static final String ENTRY = "\"" + ReportPage.NAME + "\": \"";
    private static final Pattern LISTED = Pattern.compile(Pattern.quote(ENTRY) + "[0-9a-f]{64}\"");
    private static final String FIRST = "\"" + Manifest.FILES + "\": {\n";

    private StoredReport() {}

    /**
     * Writes report.html into a folder, and its SHA-256 into the manifest.
     *
     * @return the file
     * @throws PlaceException if the folder is not ours, lacks what is needed, or cannot be written
     */
    public static Path renew(Path folder) {
        try {
            Manifest manifest = Manifest.in(folder);
            if (manifest == null) {
                throw new PlaceException(folder + " holds no manifest.json of this program");
            }
            String repeat = manifest.repeat().isEmpty()
                    ? Manifest.PROGRAM + " " + String.join(" ", manifest.arguments())
                    : manifest.repeat();
            String text = ReportPage.text(folder, repeat);
            Path page = folder.resolve(ReportPage.NAME);
            WholeFile.write(page, file -> Files.writeString(file, text));
            list(folder.resolve(Manifest.NAME), Digest.of(page));
            return page;
        } catch (NoSuchFileException missing) {
            throw new PlaceException(missing.getFile() + " is not there", missing);
        } catch (IOException failure) {
            throw new PlaceException(folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /* The rest of the manifest stays as it is: it tells how the numbers came about. */
    private static void list(Path manifest, String sha256) throws IOException {
        String before = Files.readString(manifest);
        String entry = ENTRY + sha256 + "\"";
        Matcher listed = LISTED.matcher(before);
        String after =
                listed.find() ? listed.replaceFirst(entry) : before.replace(FIRST, FIRST + "    " + entry + ",\n");
        if (!after.equals(before)) {
            WholeFile.write(manifest, file -> Files.writeString(file, after));
        }
    }
}
