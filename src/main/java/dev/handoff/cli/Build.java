package dev.handoff.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** Which build of the program this is, as build.properties says. */
record Build(String version, String commit) {
    private static final String UNKNOWN = "unknown";

    static Build present() {
        Properties properties = new Properties();
        try (InputStream stream = Build.class.getResourceAsStream("/handoff/build.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        boolean changed = properties.getProperty("changed", "").equals("true");
        String commit = properties.getProperty("commit", UNKNOWN);
        return new Build(properties.getProperty("version", UNKNOWN), commit + (changed ? " with changes" : ""));
    }

    /** Tells builds apart, also those with changes that have the same version and commit. */
    String identity() {
        if (!commit.contains(" ") && !commit.equals(UNKNOWN)) {
            return version + " " + commit;
        }
        try {
            Path code = Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return version + " " + commit + " "
                    + Files.getLastModifiedTime(code).toMillis();
        } catch (URISyntaxException | IOException | SecurityException unknown) {
            return version + " " + commit + " " + Instant.now();
        }
    }
}
