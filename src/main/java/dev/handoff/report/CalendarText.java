package dev.handoff.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Whole days with something to do, as an iCalendar object (RFC 5545). */
final class CalendarText {
    private static final int LONGEST_LINE = 75; // octets, without the line break
    private static final String LINE_BREAK = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /**
     * Something on a day.
     *
     * @param id unique within the calendar, and the same whenever it is made again
     * @param everyWeeks whole weeks until it comes again; 0 if it does not
     * @param times how often it comes
     */
    record Entry(String id, LocalDate date, int everyWeeks, int times, String title, String details) {}

    private CalendarText() {}

    /** @param stamp day at whose beginning, in universal time, the calendar counts as made */
    static String of(String name, LocalDate stamp, List<Entry> entries) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//handoff//plan//EN");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        entries.forEach(entry -> calendar.entry(entry, stamp));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void entry(Entry entry, LocalDate stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.id());
        line("DTSTAMP:" + date(stamp) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + date(entry.date()));
        if (entry.everyWeeks() > 0) {
            line("RRULE:FREQ=WEEKLY;INTERVAL=" + entry.everyWeeks() + ";COUNT=" + entry.times());
        }
        line("SUMMARY:" + escaped(entry.title()));
        line("DESCRIPTION:" + escaped(entry.details()));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String date(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /* Longer lines go on in the next one behind a blank; a letter of several octets is never cut. */
    private void line(String content) {
        int octets = 0;
        for (int place = 0; place < content.length(); place += Character.charCount(content.codePointAt(place))) {
            String letter = Character.toString(content.codePointAt(place));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append(LINE_BREAK).append(' ');
                octets = 1;
            }
            text.append(letter);
            octets += size;
        }
        text.append(LINE_BREAK);
    }
}
