package dev.handoff.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.cli.Typed;
import dev.handoff.experiment.Control;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Variant;
import dev.handoff.experiment.Worlds;
import dev.handoff.metric.Metric;
import dev.handoff.page.StoryData;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server of the what-if page as a browser, a careless program or another site sees it. */
class LocalServerTest {
    private static final String FIRM = """
            format: 1
            name: Tiny
            horizon: 8 weeks
            contacts: {count: 3}
            handoff: {mode: staged, pace: 1 week}
            """;
    private static final int REPLICATIONS = 12;

    @TempDir
    private Path folder;

    private final AtomicInteger making = new AtomicInteger(); // files that a run was begun for
    private volatile boolean held; // whether makers of files wait
    private final List<Throwable> defects = new ArrayList<>();
    private final HttpClient browser = HttpClient.newHttpClient();
    private LocalServer server;
    private Path firm;

    @BeforeEach
    void serve() throws IOException {
        firm = Files.writeString(folder.resolve("tiny.yaml"), FIRM);
        LocalServer.Options options = new LocalServer.Options(InetAddress.getLoopbackAddress(), 0, firm, 1, 2);
        server = LocalServer.start(
                options,
                (scenario, replications, into) -> {
                    making.incrementAndGet();
                    await(() -> !held);
                    run(scenario.toString(), into, "-n", Integer.toString(replications));
                },
                defects::add);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        assertThat(defects).isEmpty();
    }

    /** The oracle is an experiment on the same scenario. */
    @Test
    void curvesAndHeadlinesAreThoseOfARun() throws Exception {
        String answer = curves("one", REPLICATIONS, "{\"handoff.pace\": \"2 weeks\"}", "null")
                .body();
        try (Outcome outcome = outcome("handoff.pace=2 weeks")) {
            var result = outcome.asked().get(0);
            assertThat(answer).contains("\"replications\":" + REPLICATIONS);
            List<Double> means = numbers(answer, "\"customer_churn\":\\{\"mean\":\\[([^]]*)]");
            assertThat(means).hasSize(result.curve(Metric.CUSTOMER_CHURN).weeks());
            for (int week = 0; week < means.size(); week++) {
                assertThat(means.get(week))
                        .isCloseTo(result.curve(Metric.CUSTOMER_CHURN).mean(week), within(5.1e-7));
            }
            Estimate hours = result.value(Measure.of(Metric.EXECUTIVE_HOURS));
            List<Double> shown = numbers(answer, "\"executive_hours\".*?\"mean\":([^}]*)}");
            assertThat(shown.get(0)).isCloseTo(hours.mean(), within(5.1e-7));
        }
    }

    /** The oracle is Student's interval of the differences, worked out here from the values of two experiments. */
    @Test
    void whatIsPinnedIsComparedInTheSameRandomWorlds() throws Exception {
        String answer = curves(
                        "one", REPLICATIONS, "{\"handoff.mode\": \"none\"}", "{\"file\": \"tiny\", \"settings\": {}}")
                .body();
        SummaryStatistics differences = new SummaryStatistics();
        try (Outcome now = outcome("handoff.mode=none");
                Outcome pinned = outcome("handoff.mode=staged")) {
            double[] one = now.values(now.asked().get(0).arm(), Measure.of(Metric.EXECUTIVE_HOURS));
            double[] other = pinned.values(pinned.asked().get(0).arm(), Measure.of(Metric.EXECUTIVE_HOURS));
            IntStream.range(0, REPLICATIONS).forEach(each -> differences.addValue(one[each] - other[each]));
        }
        double half = new TDistribution(REPLICATIONS - 1.0).inverseCumulativeProbability(0.975)
                * differences.getStandardDeviation()
                / Math.sqrt(REPLICATIONS);
        String told = answer.substring(answer.indexOf("\"differences\""));
        List<Double> shown = numbers(told, "\"executive_hours\",\"mean\":([^,]*),\"low\":([^,]*),\"high\":([^}]*)}");
        assertThat(shown.get(0)).isCloseTo(differences.getMean(), within(5.1e-7));
        assertThat(shown.get(1)).isCloseTo(differences.getMean() - half, within(1e-6));
        assertThat(shown.get(2)).isCloseTo(differences.getMean() + half, within(1e-6));
    }

    /** More replications are added to those that there are: the answer is that of asking for all at once. */
    @Test
    void refiningGivesWhatAskingAtOnceGives() throws Exception {
        curves("one", 3, "{}", "null");
        String refined = curves("one", REPLICATIONS, "{}", "null").body();
        String again = curves("two", REPLICATIONS, "{\"handoff.pace\": \"1 weeks\"}", "null")
                .body();
        assertThat(refined).isEqualTo(again).contains("\"replications\":" + REPLICATIONS);
    }

    @Test
    void theFileThatWasGivenIsShownFirstAndParametersComeFromTheCatalogue() throws Exception {
        String start = get("/start").body();
        assertThat(start)
                .contains("\"begin\":\"tiny\"", "{\"id\":\"tiny\",\"name\":\"Tiny\"", "\"id\":\"staged-handoff\"");
        assertThat(start)
                .containsPattern("\"path\":\"intervention.propensity\"[^}]*\"low\":0,\"high\":0\\.99,\"choices\":\\[]}")
                .containsPattern("\"path\":\"handoff.mode\"[^}]*\"choices\":\\[\"none\"");
        assertThat(ask("/settings", asked("one", 0, "{\"habit.initial\": \"0.7\"}", "null"))
                        .body())
                .contains("\"handoff.pace\":\"1 weeks\"", "\"habit.initial\":\"0.7\"");
    }

    @Test
    void mistakesAreToldAtTheirField() throws Exception {
        HttpResponse<String> answer = curves(
                "one",
                3,
                "{\"handoff.pace\": \"banana\", \"habit.initial\": \"2\", \"contacts.count\": \"4\"}",
                "null");
        assertThat(answer.statusCode()).isEqualTo(200);
        String fields = answer.body().substring(answer.body().indexOf("\"fields\""));
        assertThat(fields)
                .contains(
                        "\"handoff.pace\":\"handoff.pace (banana) must be",
                        "\"habit.initial\":\"habit.initial (2) must be")
                .doesNotContain("contacts.count");
        assertThat(curves("one", 3, "{\"handof.pace\": \"1 week\"}", "null").body())
                .contains("maybe handoff.pace");
    }

    @Test
    void aFileThatWasDroppedIsSimulatedAndItsMistakesAreTold() throws Exception {
        String dropped =
                "{\"client\": \"one\", \"replications\": 3, \"now\": {\"file\": \"../x.yaml\", \"text\": \"%s\","
                        + " \"settings\": {}}}";
        String good = ask("/curves", String.format(dropped, FIRM.replace("\n", "\\n")))
                .body();
        assertThat(good).isEqualTo(curves("one", 3, "{}", "null").body());
        HttpResponse<String> bad = ask("/curves", String.format(dropped, "format: 1\\nhorizont: 3"));
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(bad.body()).contains("x.yaml:2:1", "maybe horizon");
        assertThat(folder.resolve("x.yaml")).doesNotExist();
    }

    private static void run(String scenario, Path into, String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", scenario, "--quiet", "-o", into.toString()));
        arguments.addAll(List.of(options));
        assertThat(Typed.of(arguments)).isEqualTo(new Typed(0, ""));
    }

    /** Whoever types the command of the report beside the file gets the curves that the page gives away. */
    @Test
    void filesAreGivenAwayAndTheCommandInTheReportWorks() throws Exception {
        String asked = asked("one", 5, "{\"handoff.pace\": \"2 weeks\"}", "null");
        HttpResponse<String> yaml = ask("/download?scenario.yaml", asked);
        assertThat(yaml.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tiny-what-if.yaml\"");
        Path saved = Files.writeString(folder.resolve("tiny-what-if.yaml"), yaml.body());
        assertThat(ScenarioReader.read(saved).variants().get(0).settings())
                .isEqualTo(ScenarioReader.read(firm, List.of("handoff.pace=2 weeks"))
                        .variants()
                        .get(0)
                        .settings());
        String report = ask("/download?report.html", asked).body();
        Matcher command =
                Pattern.compile("<code>handoff run (\\S+)( [^<]+)</code>").matcher(report);
        assertThat(command.find()).isTrue();
        Path again = folder.resolve("again");
        run(
                folder.resolve(command.group(1)).toString(),
                again,
                command.group(2).strip().split(" "));
        assertThat(again.resolve("curves.csv"))
                .hasContent(ask("/download?curves.csv", asked).body());
        assertThat(report).doesNotContain(server.folder().toString());
        assertThat(ask("/download?manifest.json", asked("one", 5, "{}", "null")).statusCode())
                .isEqualTo(404);
    }

    /** While a report is made, others are answered; of twenty that a page asks for meanwhile only one still waits. */
    @Test
    @Timeout(60)
    void whoeverTakesManyFilesHoldsUpNobody() throws Exception {
        held = true;
        List<CompletableFuture<HttpResponse<String>>> reports = new ArrayList<>();
        for (int contacts = 1; contacts <= 21; contacts++) {
            reports.add(send(
                    "/download?report.html", asked("one", 2, "{\"contacts.count\": \"" + contacts + "\"}", "null")));
            await(() -> making.get() == 1);
        }
        await(() -> reports.stream().filter(CompletableFuture::isDone).count() == 19);
        assertThat(curves("two", 3, "{}", "null").statusCode()).isEqualTo(200);
        held = false;
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> report : reports) {
            statuses.add(report.get().statusCode());
        }
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
        assertThat(making.get()).isEqualTo(2);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** The oracle is the folder of {@code handoff story}: the same firm, the same sentences, stages and hours. */
    @Test
    void aFirmIsToldAsTheCommandTellsIt() throws Exception {
        for (String firmWanted : List.of("typical", "good", "bad")) {
            HttpResponse<String> answer = ask(
                    "/story", firm(firmWanted, asked("one", REPLICATIONS, "{\"handoff.pace\": \"2 weeks\"}", "null")));
            Path result = folder.resolve(firmWanted);
            assertThat(Typed.of(List.of(
                            "story",
                            firm.toString(),
                            "--set",
                            "handoff.pace=2 weeks",
                            "--" + firmWanted,
                            "-n",
                            Integer.toString(REPLICATIONS),
                            "--quiet",
                            "-o",
                            result.toString())))
                    .isEqualTo(new Typed(0, ""));
            assertThat(answer.body()).isEqualTo(StoryData.text(result)).contains("You were promoted");
        }
        assertThat(ask("/story", asked("one", 3, "{}", "null")).statusCode()).isEqualTo(400);
        assertThat(ask("/story", firm("lucky", asked("one", 3, "{}", "null"))).statusCode())
                .isEqualTo(400);
        assertThat(ask("/story", firm("good", asked("one", 1, "{}", "null"))).statusCode())
                .isEqualTo(400);
        assertThat(ask("/story", firm("good", asked("one", 3, "{\"handoff.pace\": \"banana\"}", "null")))
                        .body())
                .contains("handoff.pace (banana) must be");
        try (var left = Files.list(server.folder())) {
            assertThat(left).noneMatch(each -> each.getFileName().toString().startsWith("story-"));
        }
    }

    private static String firm(String wanted, String asked) {
        return asked.replaceFirst("\\{", "{\"firm\": \"" + wanted + "\", ");
    }

    @Test
    void onlyThisServersOwnPageIsAnswered() throws Exception {
        String host = "127.0.0.1:" + server.address().getPort();
        String question = asked("one", 3, "{}", "null");
        String json = "Content-Type: application/json\r\n";
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n", "")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET / HTTP/1.1\r\nHost: attacker.example\r\n", "")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\n", "")).startsWith("HTTP/1.1 4");
        String post = "POST /curves HTTP/1.1\r\nHost: " + host + "\r\n";
        assertThat(raw(post + json + "Origin: http://" + host + "\r\n", question))
                .startsWith("HTTP/1.1 200");
        assertThat(raw(post + json + "Origin: http://attacker.example\r\n", question))
                .startsWith("HTTP/1.1 403");
        assertThat(raw(post + json + "Origin: null\r\n", question)).startsWith("HTTP/1.1 403");
        assertThat(raw(post + json + "Sec-Fetch-Site: cross-site\r\n", question))
                .startsWith("HTTP/1.1 403");
        assertThat(raw(post + "Content-Type: text/plain\r\n", question)).startsWith("HTTP/1.1 415");
        assertThat(raw("GET /../../../etc/passwd HTTP/1.1\r\nHost: " + host + "\r\n", ""))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: " + host + "\r\n", ""))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("GET /story HTTP/1.1\r\nHost: " + host + "\r\n", "")).startsWith("HTTP/1.1 405");
        assertThat(raw("DELETE / HTTP/1.1\r\nHost: " + host + "\r\n", "")).startsWith("HTTP/1.1 405");
    }

    @Test
    void whatIsTooLongOrGarbledIsRefusedAndTheNextQuestionIsAnswered() throws Exception {
        assertThat(ask("/curves", " ".repeat(Guard.MOST_BYTES + 1)).statusCode())
                .isEqualTo(413);
        String host = "Host: 127.0.0.1:" + server.address().getPort() + "\r\nContent-Type: application/json\r\n";
        try (Socket careless =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            careless.getOutputStream()
                    .write(("POST /curves HTTP/1.1\r\n" + host + "Content-Length: 100000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(firstLine(careless)).startsWith("HTTP/1.1 413");
        }
        for (String garbled : List.of("", "{", "[]", "{\"now\": 3}", "{\"what\": 1}", "{\"client\": \"a\"}")) {
            assertThat(ask("/curves", garbled).statusCode()).as(garbled).isEqualTo(400);
        }
        assertThat(ask("/curves", asked("one", 10_001, "{}", "null")).statusCode())
                .isEqualTo(400);
        assertThat(curves("one", 3, "{}", "null").statusCode()).isEqualTo(200);
    }

    @Test
    void slowOnesHoldUpNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int each = 0; each < 20; each++) {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort());
            socket.getOutputStream().write("POST /curves HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        assertThat(curves("one", 3, "{}", "null").statusCode()).isEqualTo(200);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** Of one page only the last question counts; what another page asks is answered. */
    @Test
    void aNewQuestionOfAPageTakesThePlaceOfItsEarlierOne() throws Exception {
        CompletableFuture<HttpResponse<String>> earlier = send("/curves", asked("one", 10_000, "{}", "null"));
        CompletableFuture<HttpResponse<String>> other = send("/curves", asked("two", 4, "{}", "null"));
        while (!earlier.isDone()) {
            // The earlier one may arrive later, and then takes the place of this one.
            assertThat(curves("one", 3, "{\"handoff.pace\": \"2 weeks\"}", "null")
                            .statusCode())
                    .isIn(200, 409);
        }
        assertThat(earlier.get().statusCode()).isEqualTo(409);
        assertThat(curves("one", 3, "{\"handoff.pace\": \"2 weeks\"}", "null").statusCode())
                .isEqualTo(200);
        assertThat(other.get().statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        for (int count = 1; count <= 26; count++) {
            curves("one", 2, "{\"contacts.count\": \"" + count + "\"}", "null");
        }
        Path rows = server.folder();
        try (var kept = Files.list(rows)) {
            assertThat(kept.filter(each -> each.getFileName().toString().startsWith("rows-")))
                    .hasSize(24);
        }
        server.close();
        assertThat(rows).doesNotExist();
    }

    private Outcome outcome(String setting) throws IOException {
        ScenarioFile file = ScenarioReader.read(firm, List.of(setting));
        Variant variant = new Variant("", file.variants().get(0).scenario());
        Path rows = Files.createTempDirectory(folder, "oracle-");
        return new Experiment(List.of(variant), 1, 0, REPLICATIONS, 1).run(rows, new Control(), Worlds.PLAIN);
    }

    private static List<Double> numbers(String answer, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer);
        assertThat(matcher.find()).as(pattern).isTrue();
        List<Double> numbers = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            for (String number :
                    matcher.group(group).replaceAll(",\"low\".*", "").split(",")) {
                numbers.add(Double.valueOf(number));
            }
        }
        return numbers;
    }

    private static String asked(String client, int replications, String settings, String pinned) {
        return String.format(
                "{\"client\": \"%s\", \"replications\": %d, \"now\": {\"file\": \"tiny\", \"settings\": %s}, \"pinned\": %s}",
                client, replications, settings, pinned);
    }

    private HttpResponse<String> curves(String client, int replications, String settings, String pinned)
            throws Exception {
        return ask("/curves", asked(client, replications, settings, pinned));
    }

    private HttpResponse<String> ask(String path, String body) throws Exception {
        return send(path, body).get();
    }

    private CompletableFuture<HttpResponse<String>> send(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return server.address().resolve(path);
    }

    private String raw(String head, String body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
            socket.getOutputStream()
                    .write((head + length + "Connection: close\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            return firstLine(socket);
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        InputStream stream = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int letter = stream.read(); letter >= 0 && letter != '\r'; letter = stream.read()) {
            line.append((char) letter);
        }
        return line.toString();
    }
}
