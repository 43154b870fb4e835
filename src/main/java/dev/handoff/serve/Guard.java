package dev.handoff.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Lets in what this server's own page asks, and nothing else: other sites in the same browser could ask too. */
final class Guard {
    static final int MOST_BYTES = 1 << 20;

    private final Set<String> hosts;

    /** @param hosts by which this server may be called, with the port */
    Guard(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    /** @throws Refused with status 403 if another site asks, or another name is used for this address */
    void check(HttpExchange exchange) throws Refused {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            throw new Refused(403, "this server is not known by that name");
        }
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new Refused(403, "another site's pages may ask nothing here");
        }
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refused(403, "another site's pages may ask nothing here");
        }
    }

    /** What is asked with POST, as text. */
    static String body(HttpExchange exchange) throws IOException, Refused {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(415, "a question must be JSON");
        }
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && (!length.matches("[0-9]{1,9}") || Integer.parseInt(length) > MOST_BYTES)) {
            throw tooLong();
        }
        try (InputStream stream = exchange.getRequestBody()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLong();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Refused tooLong() {
        return new Refused(413, "a question must be shorter than 1 MiB");
    }
}
