package dev.handoff.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Folders that this program wrote: what may be replaced, and how they are deleted. */
final class OwnFolder {

    private static final long CLOCK_TICK_MILLIS = 20;

    private OwnFolder() {}

    /** The folder that is meant, without links and dots in its path. */
    static Path located(Path folder) {
        try {
            Path absolute = folder.toAbsolutePath().normalize();
            Path real = Files.isSymbolicLink(absolute) ? absolute.toRealPath() : absolute;
            if (real.getFileName() == null
                    || Path.of("").toAbsolutePath().normalize().startsWith(real)) {
                throw new PlaceException(
                        folder + " cannot be replaced, for the program runs in it; name a folder in it");
            }
            return real;
        } catch (IOException failure) {
            throw refusal(folder, failure);
        }
    }

    /** @throws PlaceException if there is something that this program did not write */
    static void requireReplaceable(Path target) throws IOException {
        if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new PlaceException(target + " is a file, not a folder; choose another place with -o");
        }
        String foreign = foreign(target);
        if (foreign != null) {
            throw new PlaceException(target + " holds " + foreign + "; move it away or choose another place with -o");
        }
    }

    /** What speaks against deleting the folder, in words; null if it is empty or wholly ours. */
    private static String foreign(Path folder) throws IOException {
        Manifest manifest = Manifest.in(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (manifest == null) {
                    return name + " but no manifest.json of this program";
                }
                String sha256 = manifest.sha256().get(name);
                if (sha256 == null && !name.equals(Manifest.NAME)) {
                    return name + ", which this program did not write";
                }
                if (sha256 != null && !isAsWritten(file, sha256, folder.resolve(Manifest.NAME))) {
                    return name + ", which was changed since this program wrote it";
                }
            }
        }
        return null;
    }

    /* The manifest is written last, so only what is hardly older can have been changed since; margin for coarse clocks. */
    private static boolean isAsWritten(Path file, String sha256, Path manifest) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        long older = Files.getLastModifiedTime(manifest).toMillis()
                - Files.getLastModifiedTime(file).toMillis();
        return older > CLOCK_TICK_MILLIS || sha256.equals(Digest.of(file));
    }

    /** Deletes a temporary folder with the files in it, if it is there. */
    static void discard(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** The failure as a line for the user. */
    static PlaceException refusal(Path folder, IOException failure) {
        return new PlaceException(folder + " cannot be written: " + reason(failure), failure);
    }

    private static String reason(IOException failure) {
        String file = failure instanceof FileSystemException known && known.getFile() != null ? known.getFile() : "";
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + file;
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return file + " is a file, not a folder";
        }
        if (failure instanceof NoSuchFileException) {
            return file + " is not there";
        }
        String message = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }
}
