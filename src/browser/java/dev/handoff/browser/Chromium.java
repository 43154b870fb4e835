package dev.handoff.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium of this machine, started once for all test classes. A test with a parameter {@link Visitor} gets a window of its own;
 * after the test nothing may have gone wrong in it.
 */
public final class Chromium implements ParameterResolver, AfterEachCallback {
    private static final Namespace PLACE = Namespace.create(Chromium.class);
    private static final List<String> KNOWN =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** What runs until the last test class is done. */
    private static final class Running implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        private Running() {
            playwright = playwright();
            browser = launch(playwright);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        List<String> arguments = new ArrayList<>(List.of("--disable-gpu", "--disable-dev-shm-usage"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox"); // which Chromium refuses to do without
        }
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(arguments));
    }

    private static Path executable() {
        String named = System.getProperty("chromium");
        return Stream.concat(Stream.ofNullable(named), KNOWN.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium was found; install it, or name it with -Dchromium=PATH"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running =
                test.getRoot().getStore(PLACE).computeIfAbsent("running", none -> new Running(), Running.class);
        Visitor visitor = new Visitor(running.browser);
        test.getStore(PLACE).put("visitor", visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visitor visitor = test.getStore(PLACE).get("visitor", Visitor.class);
        if (visitor != null) {
            visitor.leave(test.getExecutionException().isEmpty());
        }
    }
}
