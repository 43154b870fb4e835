package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import biweekly.util.Recurrence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String FIRM = "format: 1\nname: \"Müller, Meier; \\\\ Söhne – Übergabe\"\nhorizon: 26 weeks\n"
            + "contacts: [{count: 1, name: \"Käthe, Groß; & Co\"}, {count: 3}]\n"
            + "delegates: {count: 1, name: Dana}\nhandoff: {pace: 2 weeks}\n"
            + "expect: [mean customer_churn <= 20 %]\n";

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    @Test
    void aPlanTellsWhoWhenAndWhat() throws IOException {
        assertThat(plan(FIRM)).isZero();
        assertThat(program.out())
                .contains("4 of 4 contacts are handed over, staged, all at once.")
                .contains("- Dana: Käthe, Groß; & Co, Customer 1, ")
                .contains("- **Week 1, Monday**: Stage receptionist begins for 4 contacts.")
                .contains("- **Week 3, Monday**: Stage friendly talk begins for 4 contacts.")
                .contains("- The file expects mean customer_churn <= 20 %: stop and think where that is not kept.\n")
                .endsWith("; with --from DATE also as a calendar, plan.ics\n");
        assertThat(folder.resolve("result/plan.ics")).doesNotExist();
        assertThat(StoredStory.rows(folder.resolve("result/plan.csv")))
                .hasSize(20)
                .first()
                .matches(row -> row.getField("contact").equals("Käthe, Groß; & Co"))
                .matches(row -> row.getField("delegate").equals("Dana"));
    }

    /** Another library reads the calendar without complaints, and finds the same days and texts; check-ins come in weeks 1 to 26. */
    @Test
    void theCalendarCanBeReadByOthers() throws IOException {
        assertThat(plan(FIRM, "--from", "2027-01-04")).isZero();
        String text = Files.readString(folder.resolve("result/plan.ics"));
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        List<VEvent> events = calendar.getEvents();
        assertThat(events).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
        VEvent message = events.stream()
                .filter(event -> event.getSummary().getValue().equals("Stage message begins for 4 contacts"))
                .findFirst()
                .orElseThrow();
        DateTimeComponents day = message.getDateStart().getValue().getRawComponents();
        assertThat(List.of(day.getYear(), day.getMonth(), day.getDate())).containsExactly(2027, 2, 1);
        assertThat(text).contains("DTSTART;VALUE=DATE:20270201\r\nSUMMARY:Stage message begins");
        assertThat(message.getDescription().getValue())
                .startsWith("The delegate takes a message; you call back 6 h after the call.");
        assertThat(events)
                .anyMatch(event ->
                        event.getDescription().getValue().contains("The file expects mean customer_churn <= 20 %"))
                .anyMatch(event -> event.getSummary().getValue().endsWith("Müller, Meier; \\ Söhne – Übergabe"));
        Recurrence checkIn = events.stream()
                .filter(event -> event.getSummary().getValue().equals("Check in with Dana"))
                .findFirst()
                .orElseThrow()
                .getRecurrenceRule()
                .getValue();
        assertThat(checkIn.getInterval()).isEqualTo(1);
        assertThat(checkIn.getCount()).isEqualTo(26);
    }

    /** RFC 5545, section 3.1: lines end with CRLF and have at most 75 octets without it. */
    @Test
    void linesAreFolded() throws IOException {
        assertThat(plan(FIRM, "--from", "2027-01-04")).isZero();
        String text = Files.readString(folder.resolve("result/plan.ics"));
        assertThat(text).endsWith("\r\n").doesNotContain("\r\n\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .anyMatch(line -> line.getBytes(StandardCharsets.UTF_8).length == 75);
    }

    @Test
    void plansAreMadeAgainToTheByte() throws IOException {
        assertThat(plan(FIRM, "--from", "2027-01-04")).isZero();
        Map<String, String> first = StudyFixture.contents(folder.resolve("result"));
        assertThat(plan(FIRM, "--from", "2027-01-04", "--quiet")).isZero();
        assertThat(program.out()).isEmpty();
        assertThat(StudyFixture.contents(folder.resolve("result")))
                .isEqualTo(first)
                .containsKey("scenario.yaml");
        assertThat(program.execute("verify", folder.resolve("result").toString()))
                .isZero();
    }

    @Test
    void theFilesOwnDateCounts() throws IOException {
        assertThat(plan(FIRM + "start: 2027-03-01\n")).isZero();
        assertThat(program.out()).contains("- **Week 1, Monday 2027-03-01**: Stage receptionist");
        assertThat(folder.resolve("result/plan.ics")).content().contains("DTSTAMP:20270301T000000Z");
    }

    @Test
    void nobodyIsHandedOver() throws IOException {
        assertThat(plan(FIRM.replace("pace: 2 weeks", "mode: none"))).isZero();
        assertThat(program.out()).contains("\nNobody is handed over.\n");
    }

    @Test
    void mistakesAreOneLine() throws IOException {
        assertThat(plan(FIRM, "--from", "2027-01-05")).isEqualTo(2);
        assertThat(program.err())
                .isEqualTo("handoff plan: --from (2027-01-05) must be a Monday, such as 2027-01-04 or 2027-01-11"
                        + " (see handoff plan --help)\n");
        assertThat(plan(FIRM, "--from", "soon")).isEqualTo(2);
        assertThat(program.err()).startsWith("handoff plan: --from (soon) must be a date such as 2027-01-04");
        assertThat(plan(FIRM + "variants: {slow: {handoff.pace: 3}, quick: {}}\n"))
                .isEqualTo(2);
        assertThat(program.err()).contains("--variant is missing: ");
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private int plan(String firm, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("firm.yaml"), firm);
        List<String> arguments = new ArrayList<>(
                List.of("plan", file.toString(), "-o", folder.resolve("result").toString()));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }
}
