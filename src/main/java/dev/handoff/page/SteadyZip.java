package dev.handoff.page;

import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose bytes depend on what it holds alone. The JDK's tells the time, and compresses with the zlib that it finds: those of Debian
 * and of OpenJDK's own builds differ.
 */
final class SteadyZip extends ZipOutputStream {
    private static final LocalDateTime ONCE =
            LocalDateTime.of(2000, 1, 1, 0, 0); // that of 1980 would come with a field in the machine's time zone

    SteadyZip(OutputStream stream) {
        super(stream);
        def.end();
        def = new PureDeflater();
    }

    /** Begins the next file in the zip. */
    void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ONCE);
        putNextEntry(entry);
    }

    /** What a zip asks of a deflater, by zlib's algorithm in Java. */
    private static final class PureDeflater extends Deflater {
        private com.jcraft.jzlib.Deflater zlib = fresh();
        private boolean last;
        private boolean finished;

        PureDeflater() {
            super.end(); // frees the system's zlib, which is not used
        }

        private static com.jcraft.jzlib.Deflater fresh() {
            try {
                return new com.jcraft.jzlib.Deflater(JZlib.Z_DEFAULT_COMPRESSION, true);
            } catch (GZIPException impossible) {
                throw new AssertionError("the level is one of zlib's", impossible);
            }
        }

        @Override
        public void setInput(byte[] input, int from, int length) {
            zlib.next_in = input;
            zlib.next_in_index = from;
            zlib.avail_in = length;
        }

        @Override
        public boolean needsInput() {
            return zlib.avail_in == 0;
        }

        @Override
        public int deflate(byte[] output, int from, int length) {
            zlib.next_out = output;
            zlib.next_out_index = from;
            zlib.avail_out = length;
            finished = zlib.deflate(last ? JZlib.Z_FINISH : JZlib.Z_NO_FLUSH) == JZlib.Z_STREAM_END;
            return length - zlib.avail_out;
        }

        @Override
        public void finish() {
            last = true;
        }

        @Override
        public boolean finished() {
            return finished;
        }

        @Override
        public long getBytesRead() {
            return zlib.total_in;
        }

        @Override
        public long getBytesWritten() {
            return zlib.total_out;
        }

        @Override
        public void reset() {
            zlib = fresh();
            last = false;
            finished = false;
        }

        @Override
        public void end() {
            zlib.end();
        }
    }
}
