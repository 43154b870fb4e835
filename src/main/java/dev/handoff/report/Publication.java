package dev.handoff.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder that appears whole or not at all. Files are written into a staging folder beside the target; publishing renames an
 * earlier folder aside, the staging folder into its place, and then deletes the earlier one.
 *
 * <p>A folder cannot take another one's name in one step everywhere, so there is a moment between the two renames in which the
 * target is missing while old and new both stand whole beside it. Whoever dies in it leaves that to the next {@link #begin}
 * in the same place, for whatever target, which puts the earlier folder back. Folders of dead processes are cleared away then, but for those
 * of other targets that can be resumed; those of living ones are left alone.
 */
public final class Publication implements AutoCloseable {
    private static final String STAGING = ".staging-";
    private static final String PREVIOUS = ".previous-";

    private final Path target;
    private final Path staging;
    private final Path previous;

    private Publication(Path target) {
        this.target = target;
        String self = Owner.self().text();
        staging = target.resolveSibling("." + target.getFileName() + STAGING + self);
        previous = target.resolveSibling("." + target.getFileName() + PREVIOUS + self);
    }

    /**
     * Prepares the place.
     *
     * @throws PlaceException if the target exists and is not ours to replace, or nothing can be written beside it
     */
    public static Publication begin(Path folder) {
        return begin(folder, new Circumstances(Map.of()), Continuation.NONE);
    }

    /**
     * Prepares the place, with what there is already of the same result in the staging folder.
     *
     * @throws PlaceException also if that was made under other circumstances
     */
    public static Publication begin(Path folder, Circumstances circumstances, Continuation continuation) {
        Publication publication = new Publication(OwnFolder.located(folder));
        try {
            Files.createDirectories(publication.target.getParent());
            List<Path> left = publication.recover();
            OwnFolder.requireReplaceable(publication.target);
            OwnFolder.discard(publication.staging);
            continuation.fill(publication.staging, publication.target, left, circumstances);
            return publication;
        } catch (IOException failure) {
            throw OwnFolder.refusal(folder, failure);
        }
    }

    /** Where the files are to be written. */
    public Path staging() {
        return staging;
    }

    public Path target() {
        return target;
    }

    /** Puts the staging folder in the target's place. */
    public void publish() {
        try {
            Circumstances.removeFrom(staging);
            OwnFolder.requireReplaceable(target);
            boolean replaces = Files.exists(target);
            if (replaces) {
                move(target, previous);
            }
            try {
                move(staging, target);
            } catch (IOException failure) {
                if (replaces) {
                    move(previous, target);
                }
                throw failure;
            }
            if (replaces) {
                discardPrevious();
            }
        } catch (IOException failure) {
            throw OwnFolder.refusal(target, failure);
        }
    }

    /* Under the name of a staging folder first, so that nobody puts a half-deleted folder back. */
    private void discardPrevious() throws IOException {
        move(previous, staging);
        OwnFolder.discard(staging);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(from, to);
        }
    }

    /**
     * Puts every target in the same place right, as who was killed may never run the same scenario again; but what can be resumed stays.
     *
     * @return what was left for this target
     */
    private List<Path> recover() throws IOException {
        for (Leftover earlier : Leftover.in(target.getParent(), PREVIOUS)) {
            Path whole = earlier.target();
            if (Files.notExists(whole, LinkOption.NOFOLLOW_LINKS)) {
                move(earlier.folder(), whole);
            } else {
                Path doomed = target.resolveSibling(
                        staging.getFileName() + "-" + earlier.folder().getFileName());
                move(earlier.folder(), doomed);
                OwnFolder.discard(doomed);
            }
        }
        List<Path> left = new ArrayList<>();
        for (Leftover unfinished : Leftover.in(target.getParent(), STAGING)) {
            if (unfinished.target().equals(target)) {
                left.add(unfinished.folder());
            } else if (Continuation.said(unfinished.folder()).isEmpty()) {
                OwnFolder.discard(unfinished.folder());
            }
        }
        return left;
    }

    /** Clears the staging folder away if it was not published. */
    @Override
    public void close() {
        try {
            OwnFolder.discard(staging);
        } catch (IOException failure) {
            throw OwnFolder.refusal(target, failure);
        }
    }
}
