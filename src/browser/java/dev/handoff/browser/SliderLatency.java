package dev.handoff.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.handoff.serve.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures in the browser how long after a slider was moved the first curves are drawn (docs/performance.md). */
public final class SliderLatency {
    private static final int MOVES = 60;

    private SliderLatency() {}

    public static void main(String[] arguments) throws IOException {
        LocalServer.Options options = new LocalServer.Options(
                InetAddress.getLoopbackAddress(),
                0,
                Path.of("scenarios/staged-handoff.yaml"),
                1,
                Runtime.getRuntime().availableProcessors());
        try (LocalServer server =
                        LocalServer.start(options, (scenario, replications, into) -> {}, Throwable::printStackTrace);
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newPage();
            page.navigate(server.address().toString());
            page.locator("body[data-state=settled]").waitFor();
            double[] millis = new double[MOVES];
            for (int move = 0; move < MOVES; move++) {
                millis[move] = moved(page, move % 2 == 0 ? "handoff.pace" : "promotion.added-hours");
            }
            Arrays.sort(millis);
            System.out.printf(
                    "slider to first curves, %d moves: median %.0f ms, 95th percentile %.0f ms, longest %.0f ms%n",
                    MOVES, millis[MOVES / 2], millis[MOVES * 19 / 20], millis[MOVES - 1]);
        }
    }

    /** Milliseconds from a move of the slider until the page has drawn its first answer. */
    private static double moved(Page page, String path) {
        Locator slider = page.locator(".field[data-path='" + path + "'] input[type=range]");
        slider.press("ArrowRight");
        page.locator("body[data-state=settled]").waitFor();
        return ((Number) page.evaluate("Number(document.body.dataset.latency)")).doubleValue();
    }
}
