package dev.handoff.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody with one browser window, who notices what goes wrong in it and what it asks for. */
public final class Visitor {
    private static final String AXE = "/axe-core/axe.min.js";
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    Visitor(Browser browser) {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> requests.add(request.url()));
    }

    /** The window, to be asked anything. */
    public Page page() {
        return page;
    }

    /** Opens a page; errors in it fail the test. */
    public Page open(String address) {
        page.navigate(address);
        return page;
    }

    /** Without a network from now on. */
    public void goOffline() {
        context.setOffline(true);
    }

    /** What somebody has chosen in the system. */
    public void prefer(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** As somebody whom motion makes ill has chosen in the system. */
    public void wantNoMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** @param width of the window in CSS pixels */
    public void narrow(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** Addresses that were asked for, but those within the page itself. */
    public List<String> requests() {
        return requests.stream()
                .filter(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
                .toList();
    }

    /** What axe finds serious or critical, a line each: rule and the first element. */
    public List<String> barriers() throws IOException {
        try (InputStream axe = Visitor.class.getResourceAsStream(AXE)) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> barriers = new ArrayList<>();
        Object found = page.evaluate("async () => (await axe.run()).violations"
                + ".filter(each => each.impact === 'serious' || each.impact === 'critical')"
                + ".map(each => ({rule: each.id, where: each.nodes[0].html, why: each.nodes[0].failureSummary}))");
        for (Object each : (List<?>) found) {
            Map<?, ?> barrier = (Map<?, ?>) each;
            barriers.add(barrier.get("rule") + ": " + barrier.get("where") + " " + barrier.get("why"));
        }
        return barriers;
    }

    /** How many CSS pixels the page is wider than the window. */
    public int overflow() {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** @param passed whether the test did; then nothing may have been complained of */
    void leave(boolean passed) {
        context.close();
        if (passed) {
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }
}
