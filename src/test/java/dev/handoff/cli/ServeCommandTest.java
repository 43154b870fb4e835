package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code handoff serve} as far as it says no; what it serves is in {@code LocalServerTest}. */
class ServeCommandTest {
    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    @Test
    void aPortThatIsTakenIsRefusedInALine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused("cannot be used on 127.0.0.1", "--port", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void wrongOptionsAndFilesAreRefusedInALine() throws IOException {
        refused("--port (70000) must be from 0 to 65535", "--port", "70000");
        refused("--host (no.such.host.invalid) is no address", "--host", "no.such.host.invalid");
        refused("none.yaml", folder.resolve("none.yaml").toString());
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "format: 1\nhorizont: 3\n");
        refused("maybe horizon", wrong.toString());
    }

    @Test
    @Timeout(60)
    void whoOpensThePageToANetworkIsWarned() throws InterruptedException {
        assertThat(serve("0.0.0.0"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("Warning: everybody who reaches http://0\\.0\\.0\\.0:[0-9]+/ can have this machine simulate;"
                        + " there is no password and no encryption");
        assertThat(serve("127.0.0.1")).isEmpty();
    }

    /** What is told as errors until the page is served. */
    private List<String> serve(String host) throws InterruptedException {
        AtomicInteger code = new AtomicInteger(-1);
        Thread serving = new Thread(() -> code.set(program.execute("serve", "--port", "0", "--host", host)));
        serving.start();
        while (!program.out().contains("The page is at http://" + host) && serving.isAlive()) {
            Thread.onSpinWait();
        }
        serving.interrupt();
        serving.join();
        assertThat(code.get()).isEqualTo(130);
        return program.err().lines().toList();
    }

    private void refused(String message, String... options) {
        assertThat(program.execute(StudyFixture.with(new String[] {"serve"}, options)))
                .isEqualTo(2);
        assertThat(program.err())
                .contains(message)
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
    }
}
