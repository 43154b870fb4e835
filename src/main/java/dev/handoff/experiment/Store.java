package dev.handoff.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The spools of all arms. */
final class Store implements AutoCloseable {
    private static final int TOGETHER = 256;

    private final List<Arm> arms;
    private final List<Spool> spools = new ArrayList<>();

    Store(Path folder, List<Arm> arms) throws IOException {
        this.arms = arms;
        for (Arm arm : arms) {
            spools.add(Spool.in(folder, arm));
        }
    }

    List<Arm> arms() {
        return arms;
    }

    Spool of(Arm arm) {
        return spools.get(arm.number());
    }

    /** Rows below the given number that are whole in every spool: what a run that was killed, or a shorter one, has left. */
    BitSet whole(int most, int threads) {
        BitSet whole = new BitSet();
        int rows = (int)
                Math.min(most, spools.stream().mapToLong(Spool::rows).min().orElseThrow());
        Workers.forEach(threads, (rows + TOGETHER - 1) / TOGETHER, (number, pieces) -> {
            ByteBuffer buffer = Spool.buffer(longestRow());
            for (int row = number * TOGETHER; row < Math.min(rows, (number + 1) * TOGETHER); row++) {
                int candidate = row;
                if (spools.stream().allMatch(spool -> spool.isWhole(candidate, buffer))) {
                    synchronized (whole) {
                        whole.set(row);
                    }
                }
            }
        });
        return whole;
    }

    int longestRow() {
        return spools.stream().mapToInt(Spool::rowBytes).max().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        for (Spool spool : spools) {
            spool.close();
        }
    }
}
