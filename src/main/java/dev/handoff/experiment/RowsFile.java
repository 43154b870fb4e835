package dev.handoff.experiment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The rows of one arm in a finished folder, from which a later run with more replications goes on: the bytes of its spool up to the last
 * replication that counts, compressed in the zlib format.
 */
public final class RowsFile {
    private static final String BEFORE_NUMBER = "rows-";
    private static final String EXTENSION = ".bin";
    private static final int BUFFER = 1 << 16;

    private RowsFile() {}

    /** Name of the file for an arm. */
    public static String name(Arm arm) {
        return BEFORE_NUMBER + (arm.number() + 1) + EXTENSION;
    }

    /** Whether a file has the form of these; others do not need to be inflated before they are compared. */
    public static boolean isOne(String name) {
        return name.startsWith(BEFORE_NUMBER) && name.endsWith(EXTENSION);
    }

    /** The rows without compression. */
    public static InputStream inflated(Path file) throws IOException {
        return new InflaterInputStream(Files.newInputStream(file));
    }

    /** @param rows how many, from the first on; one that was never written is zeros */
    static void write(Spool spool, int rows, Path file) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] row = new byte[spool.rowBytes()];
        try (OutputStream target = new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER)) {
            for (int number = 0; number < rows; number++) {
                spool.copy(number, ByteBuffer.wrap(row));
                target.write(row);
            }
        } finally {
            deflater.end();
        }
    }

    /** Fills a spool with as many rows as the file has; what is torn or damaged shows by its checksum. */
    static void restore(Path file, Spool spool) throws IOException {
        byte[] row = new byte[spool.rowBytes()];
        try (InputStream source = inflated(file)) {
            for (long number = 0; source.readNBytes(row, 0, row.length) == row.length; number++) {
                spool.put(number, ByteBuffer.wrap(row));
            }
        } catch (EOFException | ZipException torn) {
            return;
        }
    }
}
