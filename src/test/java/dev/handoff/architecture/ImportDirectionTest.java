package dev.handoff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportDirectionTest {
    private static final Set<String> KERNEL = Set.of("kernel");
    private static final Set<String> MODEL = Set.of("kernel", "model", "model.people", "model.mechanism");

    private static final Set<String> EXPERIMENTS = with(MODEL, "metric", "statistics", "experiment", "scenario");
    private static final Set<String> FINDINGS = with(EXPERIMENTS, "claims", "study", "story", "plan");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("statistics", KERNEL),
            Map.entry("model.people", KERNEL),
            Map.entry("model.mechanism", Set.of("kernel", "model.people")),
            Map.entry("model", MODEL),
            Map.entry("metric", MODEL),
            Map.entry("scenario", with(MODEL, "metric")),
            Map.entry("experiment", with(MODEL, "metric", "statistics")),
            Map.entry("claims", EXPERIMENTS),
            Map.entry("study", EXPERIMENTS),
            Map.entry("story", MODEL),
            Map.entry("page", Set.of("metric", "scenario", "story")),
            Map.entry("plan", with(MODEL, "scenario", "story")),
            Map.entry("report", with(FINDINGS, "page")),
            Map.entry("api", Set.of("kernel", "metric", "experiment", "scenario", "report")),
            Map.entry("serve", with(MODEL, "metric", "experiment", "scenario", "study", "story", "page", "report")),
            Map.entry("cli", with(FINDINGS, "report", "serve")));

    private static final Map<String, Set<String>> LIBRARY_MAY_BE_USED_BY = Map.ofEntries(
            Map.entry(
                    "org.apache.commons.math3.",
                    Set.of("kernel", "statistics", "experiment", "claims", "study", "report")),
            Map.entry("org.apache.commons.rng.", with(MODEL, "statistics")),
            Map.entry("org.snakeyaml.engine.", Set.of("scenario")),
            Map.entry("de.siegmar.fastcsv.", Set.of("scenario", "report", "page")),
            Map.entry("com.fasterxml.jackson.core.", Set.of("report", "scenario", "page", "serve")),
            Map.entry("org.dhatim.fastexcel.", Set.of("page")),
            Map.entry("com.jcraft.jzlib.", Set.of("page")),
            Map.entry("tech.tablesaw.", Set.of("report", "api")),
            Map.entry("org.knowm.xchart.", Set.of("report")),
            Map.entry("org.apache.batik.", Set.of("report")),
            Map.entry("com.sun.net.httpserver.", Set.of("serve")),
            Map.entry("picocli.", Set.of("cli")));

    private static final Pattern OWN_NAME = Pattern.compile("\\bdev\\.handoff\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z*]");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");

    @Test
    void packagesUseOnlyThoseBelowThem() {
        assertThat(SourceFile.all()).isNotEmpty();
        assertThat(SourceFile.all()).flatMap(ImportDirectionTest::breaches).isEmpty();
    }

    @Test
    void everyPackageHasItsDescription() {
        Set<String> packages =
                SourceFile.all().stream().map(SourceFile::packageName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = SourceFile.all().stream()
                .filter(file -> file.name().endsWith("package-info.java"))
                .map(SourceFile::packageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(packages);
    }

    @Test
    void anImportAgainstTheDirectionIsABreach() {
        assertThat(breachesOf("kernel", "import dev.handoff.model.World;"))
                .containsExactly("Made.java: kernel may not use model");
    }

    @Test
    void aQualifiedNameAgainstTheDirectionIsABreach() {
        assertThat(breachesOf("model.people", "Object a = new dev.handoff.model.mechanism.Habit();"))
                .containsExactly("Made.java: model.people may not use model.mechanism");
    }

    @Test
    void aLibraryOutsideItsPlaceIsABreach() {
        assertThat(breachesOf("model", "import picocli.CommandLine;"))
                .containsExactly("Made.java: model may not use picocli.");
    }

    @Test
    void anUnlistedLibraryIsABreach() {
        assertThat(breachesOf("report", "import com.google.common.collect.ImmutableList;"))
                .containsExactly("Made.java: com.google.common.collect.ImmutableList is of no listed library");
    }

    @Test
    void anUnlistedPackageIsABreach() {
        assertThat(breachesOf("helper", "")).containsExactly("Made.java: helper is no listed package");
    }

    @Test
    void whatIsAllowedIsNoBreach() {
        assertThat(breachesOf("model", "import dev.handoff.kernel.Check;\nimport java.util.List;"))
                .isEmpty();
    }

    private static List<String> breachesOf(String packageName, String body) {
        return breaches(new SourceFile("Made.java", "package dev.handoff." + packageName + ";\n" + body));
    }

    private static List<String> breaches(SourceFile file) {
        String user = file.packageName();
        if (!MAY_USE.containsKey(user)) {
            return List.of(file.name() + ": " + user + " is no listed package");
        }
        List<String> breaches = new ArrayList<>();
        OWN_NAME.matcher(file.body())
                .results()
                .map(result -> result.group(1))
                .filter(used -> !used.equals(user) && !MAY_USE.get(user).contains(used))
                .distinct()
                .forEach(used -> breaches.add(file.name() + ": " + user + " may not use " + used));
        LIBRARY_MAY_BE_USED_BY.forEach((library, users) -> {
            if (!users.contains(user)
                    && Pattern.compile("(?<![\\w.])" + Pattern.quote(library))
                            .matcher(file.code())
                            .find()) {
                breaches.add(file.name() + ": " + user + " may not use " + library);
            }
        });
        IMPORT.matcher(file.body())
                .results()
                .map(result -> result.group(1))
                .filter(name -> !isListed(name))
                .forEach(name -> breaches.add(file.name() + ": " + name + " is of no listed library"));
        Collections.sort(breaches);
        return breaches;
    }

    private static boolean isListed(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("org.w3c.dom.")
                || name.startsWith("dev.handoff.")
                || LIBRARY_MAY_BE_USED_BY.keySet().stream().anyMatch(name::startsWith);
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        Collections.addAll(all, more);
        return all;
    }
}
