package dev.handoff.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: it is written beside its place and then renamed. */
public final class WholeFile {

    /** What goes into the file. */
    public interface Content {
        void write(Path file) throws IOException;
    }

    private WholeFile() {}

    /**
     * Makes the folder of a file that is to be written later.
     *
     * @throws PlaceException if it is clear now that it cannot be written
     */
    public static void prepare(Path target) {
        Path place = target.toAbsolutePath().normalize();
        if (place.getFileName() == null || Files.isDirectory(place)) {
            throw new PlaceException(target + " is a folder; name a file");
        }
        try {
            Files.createDirectories(place.getParent());
        } catch (IOException failure) {
            throw OwnFolder.refusal(target, failure);
        }
        if (!Files.isWritable(place.getParent())) {
            throw new PlaceException(target + " cannot be written: no permission for " + place.getParent());
        }
    }

    /** @throws PlaceException if it cannot be written; what was there before is then left as it was */
    public static void write(Path target, Content content) {
        prepare(target);
        Path place = target.toAbsolutePath().normalize();
        Path unfinished = place.resolveSibling(
                "." + place.getFileName() + ".unfinished-" + Owner.self().text());
        try {
            try {
                Files.deleteIfExists(unfinished);
                content.write(unfinished);
                move(unfinished, place);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failure) {
            throw OwnFolder.refusal(target, failure);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
