package dev.handoff.story;

import dev.handoff.model.ContactState;
import dev.handoff.model.EventKind;
import dev.handoff.model.RequestState;
import dev.handoff.model.RequestState.Place;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Jobs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A request from the call to its end, in one sentence. */
final class RequestWords {
    private final Log.Cast cast;
    private final List<Event> events;
    private final String contact;
    private final List<String> parts = new ArrayList<>();
    private final Set<Turn> turns = EnumSet.of(Turn.REQUEST);
    private final Set<String> people = new LinkedHashSet<>();

    /**
     * @param events all that concern the request, its arrival first
     * @param left whether its contact left
     */
    RequestWords(Log.Cast cast, List<Event> events, boolean left) {
        this.cast = cast;
        this.events = events;
        contact = cast.contacts().get(events.get(0).contact());
        parts.add(opening(events.get(0)));
        for (Event event : events.subList(1, events.size())) {
            add(step(event));
        }
        addEnd(left);
        addAcceptance();
        addChanges();
    }

    String text() {
        return String.join("; ", parts);
    }

    Set<Turn> turns() {
        return turns;
    }

    Set<String> people() {
        return people;
    }

    private void add(String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private String opening(Event call) {
        RequestState asked = call.asked();
        if (asked == null) {
            turns.add(Turn.GAVE_UP);
            return contact + " called and was turned away, because the line was too long";
        }
        return switch (asked.place()) {
            case EXECUTIVE -> toExecutive(call, asked);
            case HELD -> heldBack(call, asked);
            case DELEGATE -> toDelegate(call, asked);
            case DROPPED -> toDelegate(call, asked) + dropped();
        };
    }

    private String toExecutive(Event call, RequestState asked) {
        if (asked.work() == Jobs.Kind.CALLBACK) {
            return heldBack(call, asked);
        }
        if (asked.work() == Jobs.Kind.REDIRECT) {
            return contact + " asked for " + executive(call);
        }
        if (asked.work() == Jobs.Kind.INTERVENTION || asked.work() == Jobs.Kind.JOINT_CALL) {
            turns.add(Turn.STEPPED_IN);
            return contact + " asked for " + executive(call);
        }
        if (asked.urgent()) {
            return contact + " called " + executive(call) + " about something urgent";
        }
        return asked.stage() == Handoff.DIRECT || asked.stage() > Handoff.FRIENDLY_TALK
                ? contact + " called " + executive(call)
                : heldBack(call, asked);
    }

    private String heldBack(Event call, RequestState asked) {
        return switch (asked.stage()) {
            case Handoff.DIRECT -> contact + " called, and was left to wait";
            case Handoff.RECEPTIONIST -> contact + " called; " + delegate(call) + " put the call through";
            case Handoff.FRIENDLY_TALK ->
                contact + " called; " + delegate(call) + " had a friendly talk and put the call through";
            default -> {
                turns.add(Turn.MESSAGE);
                String offered = asked.stage() == Handoff.OFFER ? " offered to help and" : "";
                yield contact + " asked for " + executive(call) + "; " + delegate(call) + offered + " took a message";
            }
        };
    }

    private String toDelegate(Event call, RequestState asked) {
        turns.add(Turn.DELEGATE_ASKED);
        return switch (asked.stage()) {
            case Handoff.OFFER -> contact + " called and accepted the offer of " + delegate(call);
            case Handoff.DELEGATE_LEADS -> contact + " called " + delegate(call);
            default -> contact + " called and let " + delegate(call) + " take it";
        };
    }

    private String dropped() {
        turns.add(Turn.DROPPED);
        return ", who forgot it";
    }

    private String step(Event event) {
        String after = " after " + Durations.words(event.week() - events.get(0).week());
        return switch (event.kind()) {
            case CALLBACK_DUE ->
                event.isClosed() ? gaveUp(" was turned away, because the line was too long,", after) : "";
            case WAIT_IS_FELT -> {
                turns.add(Turn.OUT_OF_PATIENCE);
                yield contact + " ran out of patience" + after;
            }
            case PATIENCE_ENDS -> event.isClosed() ? gaveUp(" gave up", after) : "";
            case CHASE_DUE -> chased(event, after);
            case EXECUTIVE_DONE -> byExecutive(event, after);
            case DELEGATE_DONE -> byDelegate(event, after);
            default -> throw new AssertionError(event.kind());
        };
    }

    private String gaveUp(String how, String after) {
        turns.add(Turn.GAVE_UP);
        return contact + how + after;
    }

    private String chased(Event event, String after) {
        if (event.isClosed()) {
            return gaveUp(" saw that nothing had happened, said nothing and gave up", after);
        }
        turns.add(Turn.COMPLAINED);
        return contact + " complained that nothing had happened" + after;
    }

    private String byExecutive(Event event, String after) {
        String executive = executive(event);
        return switch (kind(event)) {
            case DIRECT -> executive + " answered" + after;
            case INTERVENTION -> executive + " stepped in and answered" + after;
            case CALLBACK -> executive + " called back" + after;
            case JOINT_CALL -> executive + " stepped in and answered together with " + delegate(event) + after;
            case REDIRECT -> sentBack(event, executive);
            case ESCALATION -> executive + " answered for " + delegate(event) + after;
            case APPEAL_GRANTED -> executive + " gave in" + after;
            case APPEAL_REFUSED -> executive + " backed " + delegate(event) + after;
            case APOLOGY -> executive + " apologized" + again(event);
            case REPAIR_IN_PERSON -> executive + " put it right" + after;
            default -> throw new AssertionError(event.work());
        };
    }

    private String sentBack(Event event, String executive) {
        turns.add(Turn.SENT_BACK);
        String text = executive + " sent it back to " + delegate(event);
        if (event.isClosed()) {
            return text + "; " + gaveUp(" was turned away, because the line was too long", "");
        }
        return event.asked().place() == Place.DROPPED ? text + dropped() : text + again(event);
    }

    private String byDelegate(Event event, String after) {
        String delegate = event.person();
        people.add(delegate);
        return switch (kind(event)) {
            case HANDING_BACK -> {
                turns.add(Turn.HANDED_BACK);
                String line =
                        event.isClosed() ? "; " + gaveUp(" was turned away, because the line was too long", "") : "";
                yield delegate + " handed it back to " + executive(event) + line;
            }
            case SUCCESS, CAUGHT_ERROR -> solved(event, delegate, after);
            case ERROR -> {
                turns.add(Turn.ERROR);
                yield delegate + " answered" + after + ", with an error";
            }
            case DELEGATE_APOLOGY -> delegate + " apologized" + again(event);
            case REPAIR -> delegate + " put it right" + after;
            default -> throw new AssertionError(event.work());
        };
    }

    private String solved(Event event, String delegate, String after) {
        String caught = kind(event) == Jobs.Kind.CAUGHT_ERROR ? ", once an error was put right" : "";
        String text = delegate + " solved it" + after + caught;
        if (event.isClosed()) {
            return text;
        }
        turns.add(Turn.APPEALED);
        return text + ", but " + contact + " appealed to " + executive(event);
    }

    /* A line that is too long turns away even then. */
    private String again(Event event) {
        return event.isClosed() ? "; " + gaveUp(" was turned away, because the line was too long", "") : "";
    }

    private void addEnd(boolean left) {
        if (!last().isClosed()) {
            add(left ? "it was never answered, because " + contact + " left" : "it was still open at the end");
        }
    }

    private void addAcceptance() {
        events.stream()
                .filter(event -> !event.before().accepted() && event.after().accepted())
                .forEach(event -> {
                    turns.add(Turn.ACCEPTED);
                    add(contact + " has accepted " + delegate(event));
                });
    }

    private void addChanges() {
        List<String> changes = new ArrayList<>();
        change(changes, "habit", "strengthened", "weakened", ContactState::habit);
        change(changes, "satisfaction", "rose", "fell", ContactState::satisfaction);
        change(changes, "belief in " + delegate(last()), "rose", "fell", ContactState::belief);
        add(String.join(", ", changes));
    }

    /* From before the first of the events that changed it to after the last one, as far as two decimals tell. */
    private void change(
            List<String> changes, String what, String up, String down, ToDoubleFunction<ContactState> level) {
        List<Event> changing = events.stream()
                .filter(event -> level.applyAsDouble(event.before()) != level.applyAsDouble(event.after()))
                .toList();
        if (!changing.isEmpty()) {
            double from = level.applyAsDouble(changing.get(0).before());
            double to = level.applyAsDouble(changing.get(changing.size() - 1).after());
            String first = String.format(Locale.ROOT, "%.2f", from);
            String second = String.format(Locale.ROOT, "%.2f", to);
            if (!first.equals(second)) {
                changes.add(what + " " + (to > from ? up : down) + " from " + first + " to " + second);
            }
        }
    }

    private Event last() {
        return events.get(events.size() - 1);
    }

    private String executive(Event event) {
        String name = cast.executive(event.executive());
        people.add(name);
        return name;
    }

    private String delegate(Event event) {
        if (event.delegate() < 0) {
            return "nobody";
        }
        String name = cast.delegates().get(event.delegate());
        people.add(name);
        return name;
    }

    private static Jobs.Kind kind(Event event) {
        return Jobs.Kind.valueOf(event.work().toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Whether the event can be part of a request's sentence. */
    static boolean isAbout(Event event) {
        return event.request() >= 0 && event.kind() != EventKind.CONTACT_LEAVES;
    }
}
