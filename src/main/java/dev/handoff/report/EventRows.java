package dev.handoff.report;

import dev.handoff.model.ContactState;
import dev.handoff.model.RequestState;
import dev.handoff.story.Event;
import dev.handoff.story.Log;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The events of a story as rows, from which all its sentences can be made again: numbers are written in full. */
final class EventRows {
    static final List<String> COLUMNS = List.of(
            "number",
            "week",
            "event",
            "person",
            "work",
            "contact",
            "name",
            "request",
            "executive",
            "delegate",
            "stage_before",
            "habit_before",
            "satisfaction_before",
            "belief_before",
            "accepted_before",
            "stage",
            "habit",
            "satisfaction",
            "belief",
            "accepted",
            "request_place",
            "request_work",
            "request_stage",
            "request_urgent",
            "reason",
            "answered_requests",
            "given_up_requests",
            "dropped_requests",
            "caught_drops",
            "closed_leads",
            "open_requests",
            "vacant_posts");

    private final String[] cells = new String[COLUMNS.size()];
    private int next;

    private EventRows() {}

    /** People are counted from 1 on, requests of a contact too. */
    static void write(Log log, StudyFolder.Rows rows) {
        for (Event event : log.events()) {
            EventRows row = new EventRows();
            row.add(Long.toString(event.number()));
            row.add(Numbers.exact(event.week()));
            row.add(event.kind().words());
            row.add(event.person());
            row.add(event.work());
            row.number(event.contact());
            row.add(event.contact() < 0 ? "" : log.cast().contacts().get(event.contact()));
            row.number(event.request());
            row.number(event.executive());
            row.number(event.delegate());
            row.state(event.before());
            row.state(event.after());
            row.request(event.asked());
            row.add(event.reason());
            row.totals(event.totals());
            row.add(event.vacant().stream()
                    .map(delegate -> Integer.toString(delegate + 1))
                    .collect(Collectors.joining(" ")));
            rows.row(row.cells);
        }
    }

    private void add(String cell) {
        cells[next++] = cell;
    }

    private void number(int fromZero) {
        add(fromZero < 0 ? "" : Integer.toString(fromZero + 1));
    }

    private void state(ContactState state) {
        add(state == null ? "" : Integer.toString(state.stage()));
        add(state == null ? "" : Numbers.exact(state.habit()));
        add(state == null ? "" : Numbers.exact(state.satisfaction()));
        add(state == null ? "" : Numbers.exact(state.belief()));
        add(state == null ? "" : Boolean.toString(state.accepted()));
    }

    private void request(RequestState asked) {
        add(asked == null ? "" : asked.place().name().toLowerCase(Locale.ROOT));
        add(asked == null || asked.work() == null ? "" : asked.work().words());
        add(asked == null ? "" : Integer.toString(asked.stage()));
        add(asked == null ? "" : Boolean.toString(asked.urgent()));
    }

    private void totals(Event.Totals totals) {
        add(Numbers.text(totals.answered()));
        add(Numbers.text(totals.givenUp()));
        add(Numbers.text(totals.dropped()));
        add(Numbers.text(totals.caught()));
        add(Numbers.text(totals.leadsClosed()));
        add(Numbers.text(totals.open()));
    }
}
