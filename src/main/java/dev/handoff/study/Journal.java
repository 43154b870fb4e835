package dev.handoff.study;

import dev.handoff.kernel.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;

/**
 * A file to which each simulated replication is appended at once, so that nothing is simulated twice, also after the program was killed.
 * Every record carries its length and a checksum; a record that was torn off, and whatever follows it, counts for nothing and is cut
 * away. The first record tells what the others depend on. Safe for threads.
 */
public final class Journal implements AutoCloseable {
    /** Name of the file in the folder of a study. */
    public static final String NAME = "journal.bin";

    private static final int FRAME = Integer.BYTES + Long.BYTES; // length before, checksum behind
    private static final int LONGEST = 1 << 24;

    private final FileChannel file;
    private final String circumstances;
    private final int measures;
    private final Map<String, Rows> points = new LinkedHashMap<>(); // by SHA-256 of the settings

    private Journal(FileChannel file, String circumstances, int measures) {
        this.file = file;
        this.circumstances = circumstances;
        this.measures = measures;
    }

    /** A journal of other circumstances: another program, seed or list of measures. */
    public static final class Foreign extends IOException {
        private static final long serialVersionUID = 1;

        Foreign(Path place) {
            super(place + " holds results of another program, seed, or other metrics");
        }
    }

    /**
     * Opens the file, or begins one.
     *
     * @param circumstances all that values depend on beside settings and replication, in one line
     * @param measures values of each replication
     * @throws Foreign if it holds results of other circumstances
     */
    public static Journal open(Path place, String circumstances, int measures) throws IOException {
        Check.that(measures >= 1, "measures (%s) must be 1 or more", measures);
        FileChannel file =
                FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(file, circumstances, measures);
        try {
            journal.read(place);
            return journal;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private void read(Path place) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(place));
        ByteBuffer first = record(all);
        if (first == null) {
            file.truncate(0);
            append(ByteBuffer.wrap(header()));
            return;
        }
        if (!first.equals(ByteBuffer.wrap(header()))) {
            throw new Foreign(place);
        }
        int whole = all.position();
        for (ByteBuffer next = record(all); next != null; next = record(all)) {
            whole = all.position();
            take(next);
        }
        file.truncate(whole);
        file.position(whole);
    }

    /** Whether two settled journals hold the same replications; under what circumstances they were made does not matter. */
    public static boolean holdSame(Path one, Path other) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(Files.readAllBytes(one));
        ByteBuffer right = ByteBuffer.wrap(Files.readAllBytes(other));
        return record(left) != null && record(right) != null && left.equals(right);
    }

    private byte[] header() {
        return (circumstances + "\n" + measures).getBytes(StandardCharsets.UTF_8);
    }

    /** The content of the next record; null if there is no whole one. */
    private static ByteBuffer record(ByteBuffer all) {
        if (all.remaining() < FRAME) {
            return null;
        }
        int length = all.getInt(all.position());
        if (length < 0 || length > LONGEST || all.remaining() < FRAME + length) {
            return null;
        }
        ByteBuffer content = all.slice(all.position() + Integer.BYTES, length);
        long checksum = all.getLong(all.position() + Integer.BYTES + length);
        if (checksum != checksum(content.duplicate())) {
            return null;
        }
        all.position(all.position() + FRAME + length);
        return content;
    }

    private static long checksum(ByteBuffer content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }

    private void take(ByteBuffer content) {
        byte[] key = new byte[content.getInt()];
        content.get(key);
        int replication = content.getInt();
        double[] row = new double[measures];
        content.asDoubleBuffer().get(row);
        rows(new String(key, StandardCharsets.US_ASCII)).put(replication, row);
    }

    /** What is known of a point, for reading under the lock of this journal. */
    Rows rows(String point) {
        return points.computeIfAbsent(point, none -> new Rows(measures));
    }

    /**
     * Keeps a replication.
     *
     * @param row by measure
     * @throws UncheckedIOException if it cannot be written
     */
    synchronized void put(String point, int replication, double[] row) {
        try {
            append(content(point, replication, row));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        rows(point).put(replication, row);
    }

    /** Notes that a replication cannot be finished; it is not kept, so that it is tried again and reported by whoever goes on. */
    synchronized void fail(String point, int replication) {
        rows(point).fail(replication);
    }

    private static ByteBuffer content(String point, int replication, double[] row) {
        byte[] key = point.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content = ByteBuffer.allocate(2 * Integer.BYTES + key.length + row.length * Double.BYTES);
        content.putInt(key.length).put(key).putInt(replication);
        for (double value : row) {
            content.putDouble(value);
        }
        return content.flip();
    }

    private void append(ByteBuffer content) throws IOException {
        write(file, content);
    }

    private static void write(FileChannel file, ByteBuffer content) throws IOException {
        ByteBuffer framed = ByteBuffer.allocate(FRAME + content.remaining());
        long checksum = checksum(content.duplicate());
        framed.putInt(content.remaining())
                .put(content.duplicate())
                .putLong(checksum)
                .flip();
        while (framed.hasRemaining()) {
            file.write(framed);
        }
    }

    /** Settles with everything that is known. */
    public void settle(Path place) throws IOException {
        settle(place, point -> Integer.MAX_VALUE);
    }

    /**
     * Writes the file anew, sorted by point and replication, so that it depends on what was asked for alone. Nothing can be put after that.
     *
     * @param wanted replications of a point that are kept, from the first on
     */
    public synchronized void settle(Path place, ToIntFunction<String> wanted) throws IOException {
        Path sorted = place.resolveSibling(place.getFileName() + ".sorted");
        try (FileChannel target = FileChannel.open(sorted, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(target, ByteBuffer.wrap(header()));
            for (Map.Entry<String, Rows> point : new TreeMap<>(points).entrySet()) {
                Rows rows = point.getValue();
                int end = wanted.applyAsInt(point.getKey());
                rows.forEachReplication(end, (replication, row) -> copy(target, point.getKey(), replication, row));
            }
        }
        file.close();
        Files.move(sorted, place, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(FileChannel target, String point, int replication, double[] row) {
        try {
            write(target, content(point, replication, row));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
