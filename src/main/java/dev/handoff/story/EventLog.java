package dev.handoff.story;

import dev.handoff.model.EventKind;
import dev.handoff.model.Measures;
import dev.handoff.model.Roster;
import dev.handoff.model.Scenario;
import dev.handoff.model.Trace;
import dev.handoff.model.World;
import dev.handoff.story.Load.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Keeps a log of one replication while it runs. */
public final class EventLog implements Trace {
    private static final int NOT_THERE = -2;

    private final List<Event> events = new ArrayList<>();
    private final List<StageChange> changes = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private int[] stages = new int[0]; // by contact, as last seen; NOT_THERE before it came
    private long stagesBegun = -1;
    private double present = -1;

    private EventLog() {}

    /** Simulates the replication and keeps all of it. */
    public static Log of(Scenario scenario, long seed, int replication) {
        EventLog log = new EventLog();
        World world = new World(scenario, seed, replication, log);
        log.noteStages(world, 0);
        world.advanceTo(0);
        double[] before = hours(world.roster());
        for (int week = 1; week <= scenario.horizonWeeks(); week++) {
            world.advanceTo(week);
            before = log.noteLoads(world.roster(), week, before);
        }
        return new Log(cast(world.roster()), log.events, log.changes, log.loads);
    }

    private static Log.Cast cast(Roster roster) {
        return new Log.Cast(
                IntStream.range(0, roster.contacts())
                        .mapToObj(roster::contactName)
                        .toList(),
                roster.oldContacts(),
                roster.executives(),
                IntStream.range(0, roster.delegates())
                        .mapToObj(roster::delegateName)
                        .toList());
    }

    @Override
    public void after(World world) {
        Roster roster = world.roster();
        int contact = world.eventContact();
        int request = world.eventRequest();
        boolean known = contact >= 0;
        boolean left = world.eventKind() == EventKind.CONTACT_LEAVES;
        events.add(new Event(
                events.size() + 1L,
                world.now(),
                world.eventKind(),
                world.eventPerson(),
                world.eventWork(),
                contact,
                request,
                known ? roster.executiveOf(contact) : Event.NONE,
                known ? roster.delegateOf(contact) : Event.NONE,
                world.contactBefore(),
                known ? roster.contact(contact) : null,
                request >= 0 ? roster.request(contact, request).orElse(null) : null,
                left ? roster.reason(contact).name().toLowerCase(Locale.ROOT) : "",
                totals(world.measures()),
                vacant(roster)));
        noteStages(world, events.size());
    }

    private static Event.Totals totals(Measures measures) {
        return new Event.Totals(
                measures.answeredRequests(),
                measures.givenUpRequests(),
                measures.droppedRequests(),
                measures.caughtDrops(),
                measures.leads().closed(),
                measures.openRequests());
    }

    private static List<Integer> vacant(Roster roster) {
        List<Integer> vacant = new ArrayList<>();
        for (int delegate = 0; delegate < roster.delegates(); delegate++) {
            if (!roster.isEmployed(delegate)) {
                vacant.add(delegate);
            }
        }
        return vacant;
    }

    /* Looks at all contacts only if something can have changed for any. */
    private void noteStages(World world, long event) {
        Roster roster = world.roster();
        double there = world.measures().contactsPresent();
        if (roster.stagesBegun() == stagesBegun && there == present) {
            return;
        }
        stagesBegun = roster.stagesBegun();
        present = there;
        int[] known = stages;
        stages = IntStream.range(0, roster.contacts())
                .map(contact -> stage(roster, contact, contact < known.length ? known[contact] : NOT_THERE))
                .toArray();
        for (int contact = 0; contact < stages.length; contact++) {
            if (stages[contact] != (contact < known.length ? known[contact] : NOT_THERE)) {
                changes.add(new StageChange(event, world.now(), contact, stages[contact]));
            }
        }
    }

    private static int stage(Roster roster, int contact, int known) {
        if (roster.isPresent(contact)) {
            return roster.contact(contact).stage();
        }
        return known == NOT_THERE ? NOT_THERE : StageChange.GONE;
    }

    private static double[] hours(Roster roster) {
        double[] hours = new double[roster.executives() + roster.delegates()];
        for (int person = 0; person < hours.length; person++) {
            hours[person] = person < roster.executives()
                    ? roster.executiveHours(person)
                    : roster.delegateHours(person - roster.executives());
        }
        return hours;
    }

    private double[] noteLoads(Roster roster, int week, double[] before) {
        double[] hours = hours(roster);
        for (int number = 0; number < roster.executives(); number++) {
            loads.add(new Load(
                    week,
                    Role.EXECUTIVE,
                    number,
                    "executive " + (number + 1),
                    hours[number] - before[number],
                    roster.executiveMaximum(number),
                    roster.executiveBacklog(number),
                    roster.strain(number),
                    !roster.isBurntOut(number)));
        }
        for (int number = 0; number < roster.delegates(); number++) {
            int place = roster.executives() + number;
            loads.add(new Load(
                    week,
                    Role.DELEGATE,
                    number,
                    roster.delegateName(number),
                    hours[place] - before[place],
                    roster.delegateMaximum(number),
                    roster.delegateBacklog(number),
                    Double.NaN,
                    roster.isEmployed(number)));
        }
        return hours;
    }
}
