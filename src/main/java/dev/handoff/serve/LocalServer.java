package dev.handoff.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves the what-if page and answers it, until it is closed. */
public final class LocalServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    private static final int BACKLOG = 128;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final Map<String, Resource> RESOURCES = Map.of(
            "/", new Resource("/handoff/serve/whatif.html", HTML),
            "/whatif.js", new Resource("/handoff/serve/whatif.js", SCRIPT),
            "/whatif.css", new Resource("/handoff/serve/whatif.css", STYLE),
            "/shared.js", new Resource("/handoff/page/shared.js", SCRIPT),
            "/story.js", new Resource("/handoff/page/story.js", SCRIPT),
            "/report.css", new Resource("/handoff/page/report.css", STYLE),
            "/story.css", new Resource("/handoff/page/story.css", STYLE),
            "/uPlot.js", new Resource("/handoff/page/uplot/uPlot.iife.min.js", SCRIPT),
            "/uPlot.css", new Resource("/handoff/page/uplot/uPlot.min.css", STYLE));

    private final HttpServer server;
    private final ExecutorService threads;
    private final Guard guard;
    private final Simulator simulator;
    private final WhatIf whatIf;
    private final Downloads downloads;
    private final Path folder;
    private final URI address;
    private final Consumer<Throwable> onDefect;

    private record Resource(String name, String type) {}

    /**
     * How a page is served.
     *
     * @param host on which is listened
     * @param port 0 for any free one
     * @param given a scenario file that is shown first; null for none
     * @param threads with which is simulated
     */
    public record Options(InetAddress host, int port, Path given, long seed, int threads) {}

    private LocalServer(Options options, Downloads.Maker maker, Consumer<Throwable> onDefect) throws IOException {
        this.onDefect = onDefect;
        limit();
        server = HttpServer.create(new InetSocketAddress(options.host(), options.port()), BACKLOG);
        folder = Files.createTempDirectory("handoff-serve-");
        int port = server.getAddress().getPort();
        String name = spelled(options.host());
        address = URI.create("http://" + name + ":" + port + "/");
        guard = new Guard(names(options.host(), name, port));
        ScenariosAtHand scenarios = new ScenariosAtHand(options.given(), folder);
        simulator = new Simulator(options.seed(), options.threads(), folder);
        whatIf = new WhatIf(scenarios, simulator, folder);
        downloads = new Downloads(scenarios, maker, options.seed(), folder);
        threads = new ThreadPoolExecutor(
                2, MOST_CONNECTIONS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), LocalServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Begins to listen.
     *
     * @param maker makes the report of a scenario
     * @param onDefect is told what should not have happened
     * @throws java.net.BindException if the port is taken
     */
    public static LocalServer start(Options options, Downloads.Maker maker, Consumer<Throwable> onDefect)
            throws IOException {
        return new LocalServer(options, maker, onDefect);
    }

    /*
     * Whoever sends or reads slowly is given up; an answer is not held back for more of it; and who is told that a question is too long
     * may finish sending, since the answer would be lost else.
     */
    private static void limit() {
        Map.of(
                        "sun.net.httpserver.maxReqTime", "20",
                        "sun.net.httpserver.maxRspTime", "60",
                        "sun.net.httpserver.idleInterval", "30",
                        "sun.net.httpserver.drainAmount", Integer.toString(4 * Guard.MOST_BYTES),
                        "sun.net.httpserver.nodelay", "true")
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "page");
        thread.setDaemon(true);
        return thread;
    }

    /* By its address alone, so that no other name can be made to lead here; one that listens on all addresses has several. */
    private static Set<String> names(InetAddress host, String name, int port) throws IOException {
        Set<String> names = new HashSet<>();
        if (host.isLoopbackAddress() || host.isAnyLocalAddress()) {
            names.addAll(List.of("127.0.0.1", "localhost", "[::1]"));
        }
        if (host.isAnyLocalAddress()) {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                Collections.list(each.getInetAddresses()).forEach(address -> names.add(spelled(address)));
            }
        } else if (!host.isLoopbackAddress()) {
            names.add(name);
        }
        return names.stream().map(each -> each + ":" + port).collect(Collectors.toUnmodifiableSet());
    }

    private static String spelled(InetAddress address) {
        String plain = address.getHostAddress().replaceFirst("%.*", "");
        return plain.contains(":") ? "[" + plain + "]" : plain;
    }

    /** Where the page is. */
    public URI address() {
        return address;
    }

    /** Where it keeps what it needs until it is closed. */
    Path folder() {
        return folder;
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            try {
                guard.check(exchange);
                answer(exchange);
            } catch (Refused refused) {
                String text = WhatIf.text(refused.getMessage(), refused.fields(), refused.messages());
                send(exchange, refused.status(), JSON, text);
            } catch (RuntimeException defect) {
                onDefect.accept(defect);
                send(
                        exchange,
                        500,
                        JSON,
                        WhatIf.text("this is a defect of the program: " + defect, Map.of(), List.of()));
            }
        } catch (IOException gone) {
            // Who asked is no longer there, so nobody can be told.
        } catch (Error error) {
            onDefect.accept(error);
            throw error;
        }
    }

    private void answer(HttpExchange exchange) throws IOException, Refused {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Resource resource = RESOURCES.get(path);
        if (resource != null || path.equals("/start")) {
            require(method, "GET");
            if (resource == null) {
                send(exchange, 200, JSON, whatIf.start());
            } else {
                send(exchange, 200, resource.type(), read(resource.name()));
            }
            return;
        }
        if (!Set.of("/settings", "/curves", "/story", "/download").contains(path)) {
            throw new Refused(404, "there is nothing here of that name");
        }
        require(method, "POST");
        Asked asked = Asked.parse(Guard.body(exchange));
        switch (path) {
            case "/settings" -> send(exchange, 200, JSON, whatIf.settings(asked));
            case "/curves" -> send(exchange, 200, JSON, whatIf.curves(asked));
            case "/story" -> send(exchange, 200, JSON, whatIf.story(asked));
            default -> download(exchange, asked);
        }
    }

    private void download(HttpExchange exchange, Asked asked) throws IOException, Refused {
        String query = exchange.getRequestURI().getQuery();
        Downloads.File file = downloads.file(query == null ? "" : query, asked);
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        send(exchange, 200, file.type(), file.bytes());
    }

    private static void require(String method, String wanted) throws Refused {
        if (!method.equals(wanted)) {
            throw new Refused(405, "this is asked with " + wanted);
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream stream = LocalServer.class.getResourceAsStream(resource)) {
            return stream.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        if (status >= 400) {
            headers.set("Connection", "close"); // what is left of a request that was refused is not read
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Answers nobody any more and leaves nothing behind. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        simulator.close();
        threads.shutdownNow();
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
