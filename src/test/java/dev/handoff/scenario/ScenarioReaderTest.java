package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handoff.kernel.Distribution.Fixed;
import dev.handoff.model.Scenario;
import dev.handoff.model.people.Contacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From files to scenarios: what lies on top of what, and which files are refused. */
class ScenarioReaderTest {

    @TempDir
    Path folder;

    @Test
    void aFileLiesOnTopOfWhatItExtendsAndOverridesOnTopOfAll() throws IOException {
        write(
                "root.yaml",
                "format: 1\nstart: 2026-01-05\nhabit: {initial: 0.1, after-failure: 0.1}\nhandoff: {pace: 1}");
        write("middle.yaml", "format: 1\nextends: root.yaml\nhabit: {initial: 0.2}\nhandoff: {pace: 2}");
        Path file = write(
                "leaf.yaml",
                "# Why?\nformat: 1\nextends: middle.yaml\nhandoff: {pace: 3}\nvariants: {a: {}, b: {handoff.pace: 4}}");
        ScenarioFile read = ScenarioReader.read(file, List.of("choice.wait-weight=2", "choice.wait-weight=3"));
        assertThat(read.id()).isEqualTo("leaf");
        assertThat(read.name()).isEqualTo("leaf");
        assertThat(read.question()).isEqualTo("Why?");
        assertThat(read.start()).contains(LocalDate.of(2026, 1, 5));
        assertThat(read.variants()).extracting(Variant::name).containsExactly("a", "b");
        Scenario scenario = read.variants().get(1).scenario();
        assertThat(scenario.habit().afterFailure()).isEqualTo(0.1);
        assertThat(scenario.habit().initial()).isEqualTo(0.2);
        assertThat(read.variants().get(0).scenario().handoff().paceWeeks()).isEqualTo(3);
        assertThat(scenario.handoff().paceWeeks()).isEqualTo(4);
        assertThat(scenario.choice().waitWeight()).isEqualTo(3);
    }

    @Test
    void aDistributionIsReplacedWhole() throws IOException {
        write("root.yaml", "format: 1\ncontacts: {rate: {lognormal: {mean: 1, cv: 0.5}}}");
        Path file = write("leaf.yaml", "format: 1\nextends: root.yaml\ncontacts: {rate: 2/week}");
        assertThat(scenario(file).contacts().get(0).ratePerWeek()).isEqualTo(new Fixed(2));
    }

    @Test
    void changesAddUpInTheOrderOfTime() throws IOException {
        Path file = write(
                "x.yaml",
                "format: 1\nchanges:\n- {at: 20, set: {habit.after-failure: 0.1}}\n- {at: 10, set: {choice: {wait-weight: 2}}}");
        List<Scenario.Change> changes = scenario(file).changes();
        assertThat(changes).extracting(Scenario.Change::atWeek).containsExactly(10.0, 20.0);
        assertThat(changes.get(0).settings().habit().afterFailure()).isEqualTo(0.5);
        assertThat(changes.get(1).settings().habit().afterFailure()).isEqualTo(0.1);
        assertThat(changes.get(1).settings().choice().waitWeight()).isEqualTo(2);
        assertThat(changes.get(1).settings().changes()).isEmpty();
    }

    @Test
    void eachGroupOfAListInheritsTheDefaults() throws IOException {
        Path file = write("x.yaml", "format: 1\ncontacts: [{count: 3}, {name: Key, rate: 4}]");
        List<Contacts.Group> groups = scenario(file).contacts();
        assertThat(groups).extracting(Contacts.Group::count).containsExactly(3, 24);
        assertThat(groups.get(0).ratePerWeek())
                .isEqualTo(Scenarios.base().build().contacts().get(0).ratePerWeek());
        assertThat(groups.get(1).name()).isEqualTo("Key");
    }

    @Test
    void contactsOfATableAreGroupsOfOne() throws IOException {
        write(
                "contacts.csv",
                "name,type,rate,value,friend\r\nAcme,customer,1.5,20k $/year,yes\r\n\"Bolt, Inc\",vendor,5/month,0,no\r\n");
        Path file = write("x.yaml", "format: 1\ncontacts: {file: contacts.csv, request-size: 1 h}");
        List<Contacts.Group> groups = scenario(file).contacts();
        assertThat(groups).extracting(Contacts.Group::name).containsExactly("Acme", "Bolt, Inc");
        assertThat(groups).extracting(Contacts.Group::count).containsExactly(1, 1);
        assertThat(groups).extracting(Contacts.Group::vendorShare).containsExactly(0.0, 1.0);
        assertThat(groups).extracting(Contacts.Group::partnerShare).containsExactly(0.0, 0.0);
        assertThat(groups).extracting(Contacts.Group::friendShare).containsExactly(1.0, 0.0);
        assertThat(groups.get(0).valueDollarsPerYear()).isEqualTo(new Fixed(20_000));
        assertThat(groups.get(1).ratePerWeek()).isEqualTo(new Fixed(15.0 / 13));
        assertThat(groups.get(1).requestSizeHours()).isEqualTo(new Fixed(1));
    }

    @Test
    void mistakesInATableNameLineAndColumn() throws IOException {
        write("contacts.csv", "name,type,rate,value,friend\nA,client,often,-1,maybe\nA,vendor,1,1,no\n");
        Path file = write("x.yaml", "format: 1\ncontacts: {file: contacts.csv, count: 3}");
        String table = folder.resolve("contacts.csv").toString();
        assertThat(messages(file))
                .containsExactly(
                        table + ":2 type (client) must be one of customer, vendor, partner",
                        table + ":2 rate (often) must be a number, perhaps with a unit, such as 3 /week",
                        table + ":2 value (-1) must be 0 or more (dollars per year)",
                        table + ":2 friend (maybe) must be yes, no, true or false",
                        table + ":3 name (A) stands already at " + table + ":2",
                        file + ":2:39 contacts.count (3) comes from the rows of contacts.file");
    }

    @Test
    void tablesWithOtherColumnsOrNoRowsAreRefused() throws IOException {
        Path other = write("other.csv", "name,kind\nA,vendor\n");
        Path none = write("none.csv", "name,type,rate,value,friend\n");
        Path ragged = write("ragged.csv", "name,type,rate,value,friend\nA,vendor\n");
        assertThat(messages(write("x.yaml", "format: 1\ncontacts: {file: other.csv}")))
                .containsExactly(other + ":1 has the columns name, kind; needed are name, type, rate, value, friend");
        assertThat(messages(write("x.yaml", "format: 1\ncontacts: {file: none.csv}")))
                .containsExactly(none + " holds no contacts; it needs the columns name, type, rate, value, friend");
        assertThat(messages(write("x.yaml", "format: 1\ncontacts: {file: ragged.csv}")))
                .containsExactly(ragged + ":2 has 2 instead of 5 columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name,name,type,rate,value\nA,A,vendor,1,1\n",
                "name,type,rate,value,friend\n\"A,vendor,1,1,no\n",
                "name,type,rate,value,friend\n\"A\"x,vendor,1,1,no\n",
                "name,type,rate,value,friend\nA,vendor,1,1,no,1\n",
                "name;type;rate;value;friend\nA;vendor;1;1;no\n",
            })
    void brokenTablesAreRefusedWithTheirName(String text) throws IOException {
        Path table = write("contacts.csv", text);
        assertThat(messages(write("x.yaml", "format: 1\ncontacts: {file: contacts.csv}")))
                .singleElement()
                .asString()
                .startsWith(table.toString())
                .hasSizeLessThan(table.toString().length() + 200);
    }

    @Test
    void filesThatCannotBeReadAreRefused() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Path huge = write("huge.yaml", "#".repeat((1 << 20) + 1));
        assertThat(messages(missing)).containsExactly(missing + ": does not exist");
        assertThat(messages(folder)).containsExactly(folder + ": is a folder; a file is needed");
        assertThat(messages(binary)).containsExactly(binary + ": is not a text file in UTF-8");
        assertThat(messages(huge)).containsExactly(huge + ": is larger than 1024 KiB");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreAccepted() throws IOException {
        Path file = write("x.yaml", "\uFEFF# Why?\r\nformat: 1\r\nhabit:\r\n  initial: 0.25\r\n");
        assertThat(scenario(file).habit().initial()).isEqualTo(0.25);
        assertThat(ScenarioReader.read(file).question()).isEqualTo("Why?");
    }

    @Test
    void circlesAreRefusedWithTheirChain() throws IOException {
        Path one = write("one.yaml", "format: 1\nextends: two.yaml");
        Path two = write("two.yaml", "format: 1\nextends: one.yaml");
        assertThat(messages(one))
                .containsExactly(
                        two + ":2:10 extends (one.yaml) goes in a circle: " + one + " -> " + two + " -> " + one);
    }

    @Test
    void aMissingFileNamesWhereItIsExtended() throws IOException {
        Path file = write("x.yaml", "format: 1\nextends: nowhere.yaml");
        assertThat(messages(file)).containsExactly(file + ":2:10 extends (nowhere.yaml) does not exist");
    }

    @Test
    void mistakesInAnExtendedFileAreToldOnceEach() throws IOException {
        Path root = write("root.yaml", "format: 1\nhabit: {initial: 2}");
        Path file = write("x.yaml", "format: 1\nextends: root.yaml\nvariants: {a: {}, b: {}}");
        assertThat(messages(file)).containsExactly(root + ":2:18 habit.initial (2) must be from 0 to 1");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static Scenario scenario(Path file) {
        return ScenarioReader.read(file).variants().get(0).scenario();
    }

    private static List<String> messages(Path file) {
        return catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(file))
                .messages();
    }
}
