package dev.handoff.report;

import dev.handoff.page.ReportPage;
import dev.handoff.page.ResultsWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page and the workbook of a finished folder, made from its other files. */
public final class StoredReport {
    private static final String FIRST = "\"" + Manifest.FILES + "\": {\n";

    /** What is made of a folder by the command that makes the folder again. */
    private interface Maker {
        WholeFile.Content make(String repeat) throws IOException;
    }

    private StoredReport() {}

    /**
     * Writes report.html into a folder, and its SHA-256 into the manifest.
     *
     * @return the file
     * @throws PlaceException if the folder is not ours, lacks what is needed, or cannot be written
     */
    public static Path renew(Path folder) {
        return renew(folder, ReportPage.NAME, repeat -> {
            String text = ReportPage.text(folder, repeat);
            return file -> Files.writeString(file, text);
        });
    }

    /** The same with results.xlsx. */
    public static Path renewWorkbook(Path folder) {
        return renew(folder, ResultsWorkbook.NAME, repeat -> file -> ResultsWorkbook.write(folder, repeat, file));
    }

    private static Path renew(Path folder, String name, Maker maker) {
        try {
            Manifest manifest = Manifest.in(folder);
            if (manifest == null) {
                throw new PlaceException(folder + " holds no manifest.json of this program");
            }
            String repeat = manifest.repeat().isEmpty()
                    ? Manifest.PROGRAM + " " + String.join(" ", manifest.arguments())
                    : manifest.repeat();
            Path target = folder.resolve(name);
            WholeFile.write(target, maker.make(repeat));
            list(folder.resolve(Manifest.NAME), name, Digest.of(target));
            return target;
        } catch (NoSuchFileException missing) {
            throw new PlaceException(missing.getFile() + " is not there", missing);
        } catch (IOException failure) {
            throw new PlaceException(folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /* The rest of the manifest stays as it is: it tells how the numbers came about. */
    private static void list(Path manifest, String name, String sha256) throws IOException {
        String before = Files.readString(manifest);
        String key = "\"" + name + "\": \"";
        String entry = key + sha256 + "\"";
        Matcher listed = Pattern.compile(Pattern.quote(key) + "[0-9a-f]{64}\"").matcher(before);
        String after =
                listed.find() ? listed.replaceFirst(entry) : before.replace(FIRST, FIRST + "    " + entry + ",\n");
        if (!after.equals(before)) {
            WholeFile.write(manifest, file -> Files.writeString(file, after));
        }
    }
}
