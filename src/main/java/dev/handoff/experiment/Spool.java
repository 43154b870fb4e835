package dev.handoff.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that keeps the rows of one arm, one for each replication, each at its own place; so rows may come in any order and
 * from any thread. The file goes when it is closed.
 */
final class Spool implements AutoCloseable {
    private final FileChannel file;
    private final Layout layout;

    private Spool(FileChannel file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    static Spool in(Path folder, int arm, Layout layout) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve("arm-" + arm + ".spool"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        return new Spool(file, layout);
    }

    Layout layout() {
        return layout;
    }

    /** A buffer that holds one row; one for each thread. */
    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
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
        transfer(buffer.flip(), row * layout.bytes(), true);
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
            long place = (long) rows[row] * layout.bytes() + (long) firstColumn * Float.BYTES;
            transfer(buffer.clear(), place, false);
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
        transfer(buffer, (long) row * layout.bytes() + (long) layout.floats() * Float.BYTES, false);
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
            transfer(buffer.clear(), (long) rows[row] * layout.bytes() + offset, false);
            buffer.flip();
            for (int value = 0; value < values; value++) {
                read[value][row] = buffer.getDouble();
            }
        }
        return read;
    }

    private void transfer(ByteBuffer buffer, long place, boolean write) {
        try {
            while (buffer.hasRemaining()) {
                int moved = write ? file.write(buffer, place) : file.read(buffer, place);
                if (moved < 0) {
                    throw new IOException("the spool ends at byte " + place);
                }
                place += moved;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
