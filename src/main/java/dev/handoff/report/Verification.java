package dev.handoff.report;

import dev.handoff.page.ResultsWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A folder that this program wrote, to be compared with what it would write now. */
public final class Verification {
    private final Path folder;
    private final Manifest manifest;

    private Verification(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Looks whether the result can be made again: it is whole, and what it was made from is as it was.
     *
     * @throws PlaceException if it cannot
     */
    public static Verification of(Path folder) {
        try {
            Manifest manifest = Manifest.in(folder);
            if (manifest == null) {
                throw new PlaceException(folder + " holds no manifest.json of this program");
            }
            if (manifest.arguments().isEmpty()) {
                throw new PlaceException(folder + " does not tell by which arguments it was made");
            }
            if (manifest.partial()) {
                throw new PlaceException(
                        folder + " is a part of a result; complete it first: the same command with --resume");
            }
            for (Map.Entry<String, String> input : manifest.inputs().entrySet()) {
                requireUnchanged(folder, Path.of(input.getKey()), input.getValue());
            }
            return new Verification(folder, manifest);
        } catch (IOException failure) {
            throw new PlaceException(folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static void requireUnchanged(Path folder, Path input, String sha256) throws IOException {
        if (!Files.isRegularFile(input)) {
            throw new PlaceException(input + ", from which " + folder
                    + " was made, is not there; names count from the folder in which the command was typed");
        }
        if (!Digest.of(input).equals(sha256)) {
            throw new PlaceException(input + " was changed since " + folder + " was made from it");
        }
    }

    /** By which the result was made, from the name of the command on. */
    public List<String> arguments() {
        return manifest.arguments();
    }

    /** How many files are compared. */
    public int files() {
        return manifest.sha256().size();
    }

    /** A line for each file that is not as it was written. */
    public List<String> tampered() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> file : new TreeMap<>(manifest.sha256()).entrySet()) {
            Path place = folder.resolve(file.getKey());
            if (!Files.isRegularFile(place)) {
                lines.add(file.getKey() + " is missing from the result");
            } else if (!Digest.of(place).equals(file.getValue())) {
                lines.add(file.getKey() + " was changed since this program wrote it");
            }
        }
        return lines;
    }

    /** Makes of a result that was made again what was made of this one on request. */
    public void complete(Path again) {
        if (manifest.sha256().containsKey(ResultsWorkbook.NAME)) {
            StoredReport.renewWorkbook(again);
        }
    }

    /** A line for each file that differs from the one in a result that was made again. */
    public List<String> differences(Path again) throws IOException {
        Manifest manifestAgain = Manifest.in(again);
        TreeSet<String> names = new TreeSet<>(manifest.sha256().keySet());
        names.addAll(manifestAgain.sha256().keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String difference = manifest.sha256().containsKey(name)
                    ? Comparison.of(folder.resolve(name), again.resolve(name))
                    : "is made now, and was not before";
            if (!difference.isEmpty()) {
                lines.add(name + " " + difference);
            }
        }
        return lines;
    }

    /** Deletes a temporary folder with what is in it. */
    public static void discard(Path temporary) throws IOException {
        try (var folders = Files.newDirectoryStream(temporary)) {
            for (Path each : folders) {
                OwnFolder.discard(each);
            }
        }
        Files.deleteIfExists(temporary);
    }
}
