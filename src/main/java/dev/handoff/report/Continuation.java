package dev.handoff.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a folder that is to be written goes on from: what a dead process left for the same target, or what a finished one keeps. */
public enum Continuation {
    /** From nothing. */
    NONE,
    /** From what was left by a process that was killed, else from the folder if it is there, else from nothing. */
    RESUME,
    /** From the folder, which must be there. */
    EXTEND;

    /**
     * Fills the staging folder.
     *
     * @param left folders of dead processes for the same target
     * @throws PlaceException if there are other circumstances, or what is asked for is not there
     */
    void fill(Path staging, Path target, List<Path> left, Circumstances circumstances) throws IOException {
        Optional<Path> newest = this == RESUME ? newest(left) : Optional.empty();
        if (newest.isPresent()) {
            require(circumstances, said(newest.get()).orElseThrow(), target);
            adopt(newest.get(), staging);
        } else {
            Files.createDirectory(staging);
            copyFrom(target, staging, circumstances);
        }
        for (Path folder : left) {
            OwnFolder.discard(folder);
        }
        if (!circumstances.values().isEmpty()) {
            circumstances.writeTo(staging);
        }
    }

    /** Under what circumstances a folder was begun; empty if nothing can go on from it. */
    static Optional<Circumstances> said(Path folder) throws IOException {
        Optional<Circumstances> written = Circumstances.in(folder);
        Manifest manifest = written.isPresent() ? null : Manifest.in(folder);
        return manifest == null ? written : Optional.of(manifest.circumstances());
    }

    private static Optional<Path> newest(List<Path> left) throws IOException {
        List<Path> usable = new ArrayList<>();
        for (Path folder : left) {
            if (said(folder).isPresent()) {
                usable.add(folder);
            }
        }
        return usable.stream().max(Comparator.comparing(Continuation::changed));
    }

    private static FileTime changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void adopt(Path left, Path staging) throws IOException {
        for (Path file : files(left)) {
            if (!isMaterial(file)) {
                Files.delete(file);
            }
        }
        Files.move(left, staging);
    }

    private void copyFrom(Path target, Path staging, Circumstances circumstances) throws IOException {
        Manifest manifest = this == NONE ? null : Manifest.in(target);
        if (manifest == null) {
            if (this == EXTEND) {
                throw new PlaceException(target + " holds no result, so there is nothing to extend");
            }
            return;
        }
        require(circumstances, manifest.circumstances(), target);
        for (Path file : files(target)) {
            if (isMaterial(file)) {
                Files.copy(file, staging.resolve(file.getFileName()));
            }
        }
    }

    private static void require(Circumstances circumstances, Circumstances earlier, Path target) {
        if (earlier.values().isEmpty()) {
            throw new PlaceException(target + " was made by a version that kept nothing to go on from; make it anew");
        }
        circumstances.difference(earlier).ifPresent(difference -> {
            throw new PlaceException("what there is of " + target + " was made with " + difference
                    + ", and cannot be gone on with; leave out --resume and --extend to begin anew");
        });
    }

    /* Spools and rows of runs, journals of studies; everything else is made from these. */
    private static boolean isMaterial(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".spool") || name.endsWith(".bin");
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        return files;
    }
}
