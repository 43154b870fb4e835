package dev.handoff.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A file that keeps the rows of one arm, one for each replication, each at its own place; so rows may come in any order and
 * from any thread. Behind each row stands a checksum, by which whole rows are known after the program was killed. The file goes when
 * it is closed.
 */
final class Spool implements AutoCloseable {
    /* Set in every checksum, so that a row that was never written, all zeros, is not taken for a whole one. */
    private static final long WRITTEN = 1L << 32;

    private final Path place;
    private final FileChannel file;
    private final Layout layout;

    private Spool(Path place, FileChannel file, Layout layout) {
        this.place = place;
        this.file = file;
        this.layout = layout;
    }

    /** A spool with the rows that a killed run left in the folder, or that a finished one kept there. */
    static Spool in(Path folder, Arm arm) throws IOException {
        Path place = folder.resolve("arm-" + arm.number() + ".spool");
        boolean isThere = Files.exists(place);
        FileChannel file =
                FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Spool spool = new Spool(place, file, Layout.of(arm));
        Path kept = folder.resolve(RowsFile.name(arm));
        if (!isThere && Files.exists(kept)) {
            RowsFile.restore(kept, spool);
        }
        return spool;
    }

    Layout layout() {
        return layout;
    }

    /** Length of a row with its checksum. */
    int rowBytes() {
        return Math.addExact(layout.bytes(), Long.BYTES);
    }

    /** A buffer of the given length; one for each thread. */
    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void write(long row, Sampler numbers, ByteBuffer buffer) {
        buffer.clear();
        for (int measure = 0; measure < layout.curves().size(); measure++) {
            for (int week = 0; week < layout.weeks(); week++) {
                buffer.putFloat((float) numbers.curve(measure, week));
            }
        }
        for (int contact = 0; contact < layout.contacts(); contact++) {
            buffer.putFloat((float) numbers.leftAt(contact));
        }
        for (int contact = 0; contact < layout.contacts(); contact++) {
            buffer.putFloat((float) numbers.acceptedAt(contact));
        }
        for (int value = 0; value < layout.values().size(); value++) {
            buffer.putDouble(numbers.value(value));
        }
        buffer.putLong(checksum(buffer));
        transfer(buffer.flip(), place(row), true);
    }

    private long place(long row) {
        return row * rowBytes();
    }

    /** Of what stands in the buffer before its position. */
    private static long checksum(ByteBuffer buffer) {
        CRC32 checksum = new CRC32();
        checksum.update(buffer.duplicate().flip());
        return checksum.getValue() | WRITTEN;
    }

    /** Whether a row was written to its end. */
    boolean isWhole(int row, ByteBuffer buffer) {
        buffer.clear().limit(rowBytes());
        if (!readIfThere(row, buffer)) {
            return false;
        }
        buffer.position(layout.bytes());
        return buffer.getLong(layout.bytes()) == checksum(buffer);
    }

    /** Reads a row with its checksum into an array, zeros where nothing was written. */
    void copy(int row, ByteBuffer target) {
        if (!readIfThere(row, target)) {
            Arrays.fill(target.array(), (byte) 0);
        }
    }

    /** Writes a row that was copied. */
    void put(long row, ByteBuffer source) {
        transfer(source, place(row), true);
    }

    private boolean readIfThere(int row, ByteBuffer target) {
        if (row >= rows()) {
            return false;
        }
        transfer(target, place(row), false);
        return true;
    }

    /** How many rows the file is long enough for, whether or not they were written. */
    long rows() {
        try {
            return file.size() / rowBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads neighbouring float columns of some rows.
     *
     * @return by column, then row
     */
    float[][] floats(int[] rows, int firstColumn, int columns) {
        float[][] read = new float[columns][rows.length];
        ByteBuffer buffer = buffer(columns * Float.BYTES);
        for (int row = 0; row < rows.length; row++) {
            long at = place(rows[row]) + (long) firstColumn * Float.BYTES;
            transfer(buffer.clear(), at, false);
            buffer.flip();
            for (int column = 0; column < columns; column++) {
                read[column][row] = buffer.getFloat();
            }
        }
        return read;
    }

    /** All values of one replication. */
    void values(int row, ByteBuffer buffer, double[] target) {
        buffer.clear().limit(target.length * Double.BYTES);
        transfer(buffer, place(row) + (long) layout.floats() * Float.BYTES, false);
        buffer.flip();
        for (int value = 0; value < target.length; value++) {
            target[value] = buffer.getDouble();
        }
    }

    /**
     * Reads neighbouring values of some rows.
     *
     * @return by value, then row
     */
    double[][] values(int[] rows, int firstValue, int values) {
        double[][] read = new double[values][rows.length];
        ByteBuffer buffer = buffer(values * Double.BYTES);
        long offset = (long) layout.floats() * Float.BYTES + (long) firstValue * Double.BYTES;
        for (int row = 0; row < rows.length; row++) {
            transfer(buffer.clear(), place(rows[row]) + offset, false);
            buffer.flip();
            for (int value = 0; value < values; value++) {
                read[value][row] = buffer.getDouble();
            }
        }
        return read;
    }

    private void transfer(ByteBuffer buffer, long from, boolean write) {
        long at = from;
        try {
            while (buffer.hasRemaining()) {
                int moved = write ? file.write(buffer, at) : file.read(buffer, at);
                if (moved < 0) {
                    throw new IOException("the spool ends at byte " + at);
                }
                at += moved;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(place);
    }
}
