package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final double[] FIRST = {1.5, Double.NaN};
    private static final double[] SECOND = {-0.0, 3};

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(Journal.NAME);
    }

    private void write() throws IOException {
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            journal.put("b", 1, SECOND);
            journal.put("a", 0, FIRST);
            journal.put("b", 0, FIRST);
        }
    }

    @Test
    void whatWasPutIsThereAgain() throws IOException {
        write();
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            assertThat(journal.rows("b").prefix()).isEqualTo(2);
            assertThat(journal.rows("b").values(0, 2)).containsExactly(1.5, -0.0);
            assertThat(journal.rows("b").values(1, 2)).containsExactly(Double.NaN, 3);
            assertThat(journal.rows("a").has(0)).isTrue();
            assertThat(journal.rows("c").prefix()).isZero();
        }
    }

    /** Cut at every byte: the records before the cut are known, no others, and the journal can be gone on with. */
    @Test
    void aTornRecordCountsForNothing() throws IOException {
        write();
        byte[] all = Files.readAllBytes(file());
        int known = 0;
        for (int length = 0; length <= all.length; length++) {
            Files.write(file(), Arrays.copyOf(all, length));
            try (Journal journal = Journal.open(file(), "seed 1", 2)) {
                int rows = journal.rows("a").prefix()
                        + (journal.rows("b").has(0) ? 1 : 0)
                        + (journal.rows("b").has(1) ? 1 : 0);
                assertThat(rows).isBetween(known, known + 1);
                known = rows;
                journal.put("c", 0, SECOND);
            }
            try (Journal journal = Journal.open(file(), "seed 1", 2)) {
                assertThat(journal.rows("c").values(1, 1)).containsExactly(3);
            }
        }
        assertThat(known).isEqualTo(3);
    }

    /** Any byte changed: nothing wrong is read, and nothing behind the damage. */
    @Test
    void aDamagedRecordCountsForNothing() throws IOException {
        write();
        byte[] all = Files.readAllBytes(file());
        for (int place = 0; place < all.length; place++) {
            byte[] damaged = all.clone();
            damaged[place] ^= 0x20;
            Files.write(file(), damaged);
            try (Journal journal = Journal.open(file(), "seed 1", 2)) {
                assertThat(journal.rows("b").has(0)).as("byte %s", place).isFalse();
                if (journal.rows("b").has(1)) {
                    assertThat(journal.rows("b").values(1, 2)[1]).isEqualTo(3);
                }
            }
        }
    }

    @Test
    void settledItDependsOnWhatWasSimulatedAlone() throws IOException {
        write();
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            journal.settle(file());
        }
        byte[] one = Files.readAllBytes(file());
        Files.delete(file());
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            journal.put("b", 0, FIRST);
            journal.put("b", 1, SECOND);
            journal.put("a", 0, FIRST);
            journal.settle(file());
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(one);
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            assertThat(journal.rows("b").values(1, 2)).containsExactly(Double.NaN, 3);
        }
    }

    @Test
    void aFailureIsKnownNowAndTriedAgainLater() throws IOException {
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            journal.put("a", 0, FIRST);
            journal.fail("a", 1);
            assertThat(journal.rows("a").prefix()).isEqualTo(2);
            assertThat(journal.rows("a").values(0, 2)).containsExactly(1.5, Double.NaN);
            journal.settle(file());
        }
        try (Journal journal = Journal.open(file(), "seed 1", 2)) {
            assertThat(journal.rows("a").prefix()).isEqualTo(1);
        }
    }

    @Test
    void resultsOfAnotherSeedOrOfOtherMetricsAreRefused() throws IOException {
        write();
        assertThatThrownBy(() -> Journal.open(file(), "seed 2", 2)).isInstanceOf(Journal.Foreign.class);
        assertThatThrownBy(() -> Journal.open(file(), "seed 1", 3)).isInstanceOf(Journal.Foreign.class);
    }
}
