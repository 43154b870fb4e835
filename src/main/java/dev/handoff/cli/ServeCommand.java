package dev.handoff.cli;

import dev.handoff.scenario.ScenarioReader;
import dev.handoff.serve.LocalServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handoff serve}: a page on this machine on which settings are moved and curves follow. */
@Command(
        name = "serve",
        description = "Serve a page on this machine: move settings, see the curves. Ends with Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT, ExitCodes.INTERRUPTED},
        footer = "\nExample:\n  handoff serve my-firm.yaml")
final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Scenario file that is shown first.")
    private Path file;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7337",
            description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches).")
    private String host;

    @Mixin
    private SeedAndThreads common;

    @Override
    public Integer call() {
        if (port < 0 || port > LAST_PORT) {
            throw wrong("--port (" + port + ") must be from 0 to " + LAST_PORT);
        }
        if (file != null) {
            ScenarioReader.read(file);
        }
        InetAddress address = address();
        LocalServer.Options options = new LocalServer.Options(address, port, file, common.seed(), common.threadCount());
        try (LocalServer server = LocalServer.start(options, this::make, this::tell)) {
            announce(server, address);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "end of serving"));
            ended.await();
            return Main.DONE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Main.INTERRUPTED;
        } catch (BindException taken) {
            throw wrong("--port (" + port + ") cannot be used on " + host + ": " + taken.getMessage()
                    + "; --port 0 takes any that is free");
        } catch (IOException failure) {
            throw wrong("the page cannot be served: " + failure.getMessage());
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw wrong("--host (" + host + ") is no address of this machine");
        }
    }

    private void announce(LocalServer server, InetAddress address) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The page is at " + server.address() + "; Ctrl-C ends it");
        out.flush();
        if (!address.isLoopbackAddress()) {
            spec.commandLine()
                    .getErr()
                    .println("Warning: everybody who reaches " + server.address()
                            + " can have this machine simulate; there is no password and no encryption");
            spec.commandLine().getErr().flush();
        }
    }

    private void make(Path scenario, int replications, Path folder) throws IOException {
        int code = Main.execute(
                "run",
                scenario.toString(),
                "-n",
                Integer.toString(replications),
                "--seed",
                Long.toString(common.seed()),
                "-o",
                folder.toString(),
                "--quiet");
        if (code != Main.DONE) {
            throw new IOException("the report could not be made");
        }
    }

    private void tell(Throwable defect) {
        spec.commandLine().getErr().println("handoff: this is a defect of the program; please report it: " + defect);
        spec.commandLine().getErr().flush();
    }

    private static void close(LocalServer server) {
        try {
            server.close();
        } catch (IOException left) {
            // The folder for temporary files keeps something, which the system clears away.
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
