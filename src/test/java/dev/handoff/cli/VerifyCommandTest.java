package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path result;

    @BeforeEach
    void run() throws IOException {
        Files.writeString(
                folder.resolve("base.yaml"), "format: 1\nhorizon: 14 weeks\ncontacts: {file: contacts.csv}\n");
        Files.writeString(
                folder.resolve("contacts.csv"),
                "name,type,rate,value,friend\nAda,customer,2,5000,no\nBob,vendor,1,100,yes\n");
        Files.writeString(folder.resolve("firm.yaml"), "format: 1\nextends: base.yaml\nhandoff: {mode: staged}\n");
        result = folder.resolve("result");
        assertThat(program.execute(
                        "run",
                        folder.resolve("firm.yaml").toString(),
                        "-n",
                        "3",
                        "--set",
                        "handoff.pace=1 week",
                        "--quiet",
                        "-o",
                        result.toString()))
                .isZero();
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    @Test
    void anUntouchedResultHolds() throws IOException {
        String before = Files.readString(result.resolve("manifest.json"));
        assertThat(before).contains("base.yaml", "contacts.csv", "\"arguments\": [", "\"--set\",");
        assertThat(verify()).isZero();
        assertThat(program.out()).contains("result holds: 14 files, made again, are the same");
        assertThat(Files.readString(result.resolve("manifest.json"))).isEqualTo(before);
    }

    @Test
    void anExtendedResultIsMadeAtOnce() {
        assertThat(program.execute(
                        "run",
                        folder.resolve("firm.yaml").toString(),
                        "-n",
                        "5",
                        "--set",
                        "handoff.pace=1 week",
                        "--quiet",
                        "--extend",
                        "-o",
                        result.toString()))
                .isZero();
        assertThat(verify()).isZero();
    }

    @Test
    void anotherNumberIsFoundWithItsPlace() throws IOException {
        Path curves = result.resolve("curves.csv");
        List<String> lines = Files.readAllLines(curves);
        assertThat(lines.get(0).split(",")[6]).isEqualTo("mean");
        String[] cells = lines.get(20).split(",", -1);
        String old = cells[6];
        cells[6] = "123.5";
        lines.set(20, String.join(",", cells));
        Files.write(curves, lines);
        assertThat(verify()).isEqualTo(3);
        assertThat(program.out())
                .contains(
                        "curves.csv was changed since this program wrote it",
                        "curves.csv 1 of ",
                        " values differ, the first in line 21, column mean: 123.5 became " + old,
                        "result does not hold");
    }

    /** Also where the manifest was made to fit. */
    @Test
    void aForgedManifestDoesNotHelp() throws Exception {
        Path summary = result.resolve("summary.json");
        String before = sha256(summary);
        Files.writeString(summary, Files.readString(summary).replace("\"seed\": 1", "\"seed\": 2"));
        Path manifest = result.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(before, sha256(summary)));
        assertThat(verify()).isEqualTo(3);
        assertThat(program.out())
                .doesNotContain("was changed since")
                .contains("summary.json 1 of ", "\"seed\": 2, became \"seed\": 1,");
    }

    @Test
    void aChangedOrMissingInputIsRefusedByName() throws IOException {
        Path contacts = folder.resolve("contacts.csv");
        String text = Files.readString(contacts);
        Files.writeString(contacts, text + "Cyd,partner,1,0,no\n");
        assertThat(verify()).isEqualTo(2);
        assertOneLine("contacts.csv was changed since");
        Files.writeString(contacts, text);
        Files.delete(folder.resolve("base.yaml"));
        assertThat(verify()).isEqualTo(2);
        assertOneLine("base.yaml, from which");
    }

    @Test
    void aPartialResultIsRefusedWithAdvice() throws IOException {
        Path manifest = result.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"partial\": false", "\"partial\": true"));
        assertThat(verify()).isEqualTo(2);
        assertOneLine("complete it first: the same command with --resume");
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() {
        assertThat(program.execute("verify", folder.toString())).isEqualTo(2);
        assertOneLine("holds no manifest.json of this program");
    }

    private int verify() {
        return program.execute("verify", result.toString(), "--threads", "2");
    }

    private void assertOneLine(String part) {
        assertThat(program.err())
                .contains(part)
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
