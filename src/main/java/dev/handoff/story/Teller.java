package dev.handoff.story;

import dev.handoff.model.EventKind;
import dev.handoff.model.mechanism.Handoff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes sentences from a log, and from nothing else. All events of a request are one sentence, and stages that begin together for several
 * contacts. What happened before the promotion is not told, nor what changes nothing for anybody in particular; that is counted.
 */
public final class Teller {
    private static final String EARLIER = "before the promotion";
    private static final String EARLIER_REQUEST = "of requests from before the promotion";

    private final Log log;
    private final FirmWords firm;
    private final Map<Long, List<StageChange>> changes = new HashMap<>(); // by event
    private final Set<Integer> gone = new HashSet<>(); // contacts
    private final Map<List<Integer>, List<Event>> requests = new LinkedHashMap<>(); // by contact and number
    private final Map<Long, Tail> tails = new HashMap<>(); // by event of a request
    private final List<Event> stages = new ArrayList<>(); // that begin together
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<String, Integer> rest = new TreeMap<>();

    private Teller(Log log) {
        this.log = log;
        for (StageChange change : log.changes()) {
            changes.computeIfAbsent(change.event(), none -> new ArrayList<>()).add(change);
            if (change.stage() == StageChange.GONE) {
                gone.add(change.contact());
            }
        }
        firm = new FirmWords(log);
    }

    /** Tells everything. */
    public static Story of(Log log) {
        return new Teller(log).story();
    }

    private Story story() {
        boolean promoted = false;
        for (Event event : log.events()) {
            promoted |= event.kind() == EventKind.PROMOTION;
            if (promoted) {
                take(event);
            } else {
                leaveOut(EARLIER);
            }
            firm.passed(event);
        }
        tellStages();
        requests.values().forEach(this::tellRequest);
        sentences.sort(Comparator.comparingLong(sentence -> sentence.events().get(0)));
        return new Story(sentences, rest);
    }

    private void take(Event event) {
        if (RequestWords.isAbout(event)) {
            takeRequest(event);
        } else if (event.kind() == EventKind.STAGE_BEGINS && stage(event) > 0) {
            if (!stages.isEmpty() && !isTogether(stages.get(0), event)) {
                tellStages();
            }
            stages.add(event);
        } else {
            tellFirm(event);
        }
    }

    private void takeRequest(Event event) {
        List<Integer> key = List.of(event.contact(), event.request());
        if (event.kind() == EventKind.REQUEST_ARRIVES) {
            requests.put(key, new ArrayList<>());
        }
        List<Event> known = requests.get(key);
        if (known == null) {
            tellOrLeaveOut(event, EARLIER_REQUEST);
        } else {
            known.add(event);
            tails.put(event.number(), tail(event));
        }
    }

    private void tellRequest(List<Event> events) {
        Event first = events.get(0);
        RequestWords words = new RequestWords(log.cast(), events, gone.contains(first.contact()));
        Set<Turn> turns = EnumSet.copyOf(words.turns());
        Set<Integer> contacts = new LinkedHashSet<>(List.of(first.contact()));
        StringBuilder text = new StringBuilder(words.text());
        Set<String> people = new LinkedHashSet<>(words.people());
        for (Event event : events) {
            Tail tail = tails.get(event.number());
            text.append(tail.text());
            turns.addAll(tail.turns());
            contacts.addAll(tail.contacts());
            people.addAll(tail.people());
        }
        sentences.add(new Sentence(
                first.week(),
                false,
                List.copyOf(contacts),
                people,
                events.stream().map(Event::number).toList(),
                turns,
                contacts.size() == 1 ? events.get(events.size() - 1).after() : null,
                text.toString()));
    }

    private int stage(Event event) {
        return changes.getOrDefault(event.number(), List.of()).stream()
                .filter(change -> change.contact() == event.contact())
                .mapToInt(StageChange::stage)
                .findFirst()
                .orElse(Handoff.DIRECT);
    }

    private boolean isTogether(Event one, Event other) {
        return one.week() == other.week() && stage(one) == stage(other);
    }

    private void tellStages() {
        if (stages.isEmpty()) {
            return;
        }
        List<StageChange> begun = stages.stream()
                .flatMap(event -> changes.get(event.number()).stream())
                .toList();
        List<Integer> contacts = begun.stream().map(StageChange::contact).toList();
        sentences.add(new Sentence(
                stages.get(0).week(),
                false,
                contacts,
                Set.of(),
                stages.stream().map(Event::number).toList(),
                Set.of(Turn.STAGE),
                contacts.size() == 1 ? stages.get(0).after() : null,
                String.join("; ", StageWords.of(log.cast(), begun))));
        stages.clear();
    }

    private void tellFirm(Event event) {
        tellOrLeaveOut(event, event.kind().words() + (event.work().isEmpty() ? "" : ": " + event.work()));
    }

    /* What is left out unless it changed something for anybody. */
    private void tellOrLeaveOut(Event event, String kind) {
        FirmWords.Told told = firm.of(event);
        Tail tail = tail(event);
        if (told.text().isEmpty() && tail.text().isEmpty()) {
            leaveOut(kind);
            return;
        }
        Set<Turn> turns = EnumSet.noneOf(Turn.class);
        turns.addAll(told.turns());
        turns.addAll(tail.turns());
        Set<Integer> contacts = new LinkedHashSet<>(told.contacts());
        contacts.addAll(tail.contacts());
        Set<String> people = new LinkedHashSet<>(told.people());
        people.addAll(tail.people());
        String text = told.text() + tail.text();
        sentences.add(new Sentence(
                event.week(),
                event.kind() == EventKind.WEEKLY_REVIEW,
                List.copyOf(contacts),
                people,
                List.of(event.number()),
                turns,
                contacts.size() == 1 ? event.after() : null,
                capital(text.startsWith("; ") ? text.substring(2) : text)));
    }

    private void leaveOut(String kind) {
        rest.merge(kind, 1, Integer::sum);
    }

    /* What an event changed beside its own story: stages, and who is there. */
    private Tail tail(Event event) {
        List<StageChange> others = changes.getOrDefault(event.number(), List.of()).stream()
                .filter(change -> event.kind() != EventKind.CONTACT_LEAVES || change.contact() != event.contact())
                .toList();
        List<String> parts = new ArrayList<>(StageWords.of(log.cast(), others));
        Set<Turn> turns = EnumSet.noneOf(Turn.class);
        others.forEach(change -> turns.add(
                change.stage() == StageChange.GONE
                        ? Turn.LEFT
                        : StageWords.isWon(log.cast(), change) ? Turn.WON : Turn.STAGE));
        FirmWords.Told posts = firm.posts(event);
        if (!posts.text().isEmpty()) {
            parts.add(posts.text());
            turns.add(Turn.POST);
        }
        if (parts.isEmpty()) {
            return Tail.NOTHING;
        }
        String text = "; " + String.join("; ", parts);
        return new Tail(text, turns, others.stream().map(StageChange::contact).toList(), posts.people());
    }

    private record Tail(String text, Set<Turn> turns, List<Integer> contacts, Set<String> people) {
        private static final Tail NOTHING = new Tail("", Set.of(), List.of(), Set.of());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
