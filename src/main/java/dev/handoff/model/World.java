package dev.handoff.model;

import dev.handoff.kernel.Events;
import dev.handoff.kernel.PartedEvents;
import dev.handoff.kernel.RandomStreams;
import dev.handoff.kernel.SlotEvents;
import dev.handoff.model.mechanism.*;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Executives;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import java.util.function.BiFunction;

/**
 * One replication of the organization. The constructor is the causal diagram, in the order of the story: who there is, why they act as
 * they do, and what happens to them. A mechanism is handed what influences it; whatever happens is told by one of the classes
 * at the end, which {@link #happen} names for each kind of event. Here stand only the start, the promotion and the weekly review.
 */
public final class World {
    private final Scenario scenario;
    private final Trace trace;
    private double now; // week
    private boolean promoted;
    private Concern concern; // of the latest event; null without a trace

    final Draws draws;
    final Events events;

    // Who there is
    final Jobs jobs = new Jobs();
    final Contacts contacts;
    final Executives executives;
    final Delegates delegates;
    final Requests requests;

    // Executives tire, and some burn out
    final Fatigue fatigue;
    final Burnout burnout;

    // Contacts are handed over, and each call is a choice between executive and delegate
    final Handoff handoff;
    final Announcement announcement;
    final Habit habit;
    final Belief belief;
    final Expectation expectation;
    final Choice choice;

    // Delegates learn, hand back what they cannot do, and err
    final Skill skill;
    final Errors errors;
    final Escalation escalation;
    final Confidence confidence;
    final Ownership ownership;
    final Latitude latitude;
    final Milestones milestones;

    // The executive trusts, follows up, steps in and gives in
    final Trust trust;
    final Coordination coordination;
    final FollowUp followUp;
    final Touches touches;
    final Drops drops;
    final Intervention intervention;
    final Appeal appeal;

    // Contacts are content or not, and leave or are let go
    final Satisfaction satisfaction;
    final Impatience impatience;
    final Abandonment abandonment;
    final Reactance reactance;
    final Churn churn;
    final Pruning pruning;

    // Posts are filled and fall vacant
    final Hiring hiring;
    final Barter barter;
    final Outsourcing outsourcing;
    final Morale morale;
    final Turnover turnover;

    // Freed hours bring business
    final Growth growth;
    final Leads leads;
    final Appointments appointments;
    final Improvement improvement;
    final Money money;

    // What happens to them
    final Work work;
    final RequestLife life;
    final Outcomes outcomes;
    final Tasks tasks;
    final Handover handover;
    final Oversight oversight;
    final LooseEnds looseEnds;
    final Departures departures;
    final Staffing staffing;
    final Sourcing sourcing;
    final LeadLife leadLife;
    final Diary diary;
    final Sales sales;
    final Expansion expansion;
    final Duties duties;
    final Accounts accounts;
    final Books books;
    final Tally tally;
    private final ExecutiveHealth executiveHealth;
    private final Changes changes;
    private final Measures measures;
    private final Roster roster;

    public World(Scenario scenario, long seed, int replication) {
        this(scenario, seed, replication, null);
    }

    /** @param trace told of each event; null for none */
    public World(Scenario scenario, long seed, int replication, Trace trace) {
        this(scenario, seed, replication, trace, trace == null ? fastest(scenario) : SlotEvents::new);
    }

    /** @param engine makes pending events for so many slots by kind and a time to start at */
    World(Scenario scenario, long seed, int replication, Trace trace, BiFunction<int[], Double, Events> engine) {
        this.scenario = scenario;
        this.trace = trace;
        now = -scenario.warmupWeeks();
        draws = new Draws(scenario, new RandomStreams(seed, replication));
        int contactCount = scenario.contactCount() + scenario.newContactCount();
        int executiveCount = scenario.executive().count();
        int delegateCount = scenario.delegateCount();
        events = engine.apply(EventKind.slots(contactCount, executiveCount, delegateCount), now);

        // Who there is
        contacts = People.contacts(scenario, draws);
        executives = People.executives(scenario, draws, jobs);
        delegates = People.delegates(scenario, draws, jobs);
        requests = new Requests(contactCount, Activity.ON_REQUESTS.length);

        // Executives tire, and some burn out
        fatigue = new Fatigue(scenario.fatigue(), executiveCount);
        burnout = new Burnout(scenario.burnout(), People.baseHazard(scenario, draws));

        // Contacts are handed over, and each call is a choice between executive and delegate
        handoff = new Handoff(scenario.handoff(), contactCount);
        announcement = new Announcement(scenario.announcement());
        habit = new Habit(scenario.habit(), People.repetitions(scenario, draws));
        belief = new Belief(scenario.belief(), contactCount);
        expectation = new Expectation(scenario.expectation(), People.expectedResponse(scenario, draws));
        choice = new Choice(scenario.choice(), habit, belief, expectation);

        // Delegates learn, hand back what they cannot do, and err
        skill = People.skill(scenario, draws, contactCount);
        errors = new Errors(scenario.errors());
        escalation = new Escalation(scenario.escalation());
        confidence = new Confidence(scenario.confidence(), delegateCount);
        ownership = new Ownership(scenario.ownership(), delegateCount);
        latitude = new Latitude(scenario.latitude());
        milestones = new Milestones(scenario.milestones());

        // The executive trusts, follows up, steps in and gives in
        trust = new Trust(scenario.trust(), delegateCount);
        coordination = new Coordination(scenario.coordination());
        followUp = new FollowUp(scenario.followUp());
        touches = new Touches(scenario.followUp().touches(), contactCount, delegateCount);
        drops = new Drops(scenario.drops(), followUp, ownership, contacts.initialValues());
        intervention = new Intervention(scenario.intervention(), executiveCount);
        appeal = new Appeal(scenario.appeal(), contactCount);

        // Contacts are content or not, and leave or are let go
        satisfaction = new Satisfaction(scenario.satisfaction(), contactCount);
        impatience = new Impatience(scenario.impatience());
        abandonment = new Abandonment(scenario.abandonment());
        reactance = new Reactance(scenario.reactance());
        churn = new Churn(scenario.churn(), satisfaction, contactCount);
        pruning = new Pruning(scenario.pruning(), contactCount);

        // Posts are filled and fall vacant
        hiring = new Hiring(scenario.hiring(), delegateCount);
        barter = new Barter(scenario.barter(), delegateCount);
        outsourcing = new Outsourcing(scenario.outsourcing(), delegateCount);
        morale = new Morale(scenario.morale(), delegateCount);
        turnover = new Turnover(scenario.turnover(), delegateCount);

        // Freed hours bring business
        growth = new Growth(scenario.growth(), executiveCount);
        leads = new Leads(scenario.leads(), drops, executiveCount);
        appointments = new Appointments(scenario.appointments());
        improvement = new Improvement(scenario.improvement());
        money = new Money(scenario.money(), executiveCount);

        // What happens to them
        work = new Work(this);
        life = new RequestLife(this);
        outcomes = new Outcomes(this);
        tasks = new Tasks(this);
        handover = new Handover(this);
        oversight = new Oversight(this);
        looseEnds = new LooseEnds(this);
        departures = new Departures(this);
        staffing = new Staffing(this);
        sourcing = new Sourcing(this);
        leadLife = new LeadLife(this);
        diary = new Diary(this);
        sales = new Sales(this);
        expansion = new Expansion(this);
        duties = new Duties(this);
        accounts = new Accounts(this);
        books = new Books(this);
        tally = new Tally(contactCount, executiveCount);
        executiveHealth = new ExecutiveHealth(this);
        changes = new Changes(this);
        measures = new Measures(this);
        roster = new Roster(this);
        start();
    }

    /* A trace is told of the events of all executives in the order of time; nothing else depends on it. */
    private static BiFunction<int[], Double, Events> fastest(Scenario scenario) {
        int executives = scenario.executive().count();
        return executives == 1
                ? SlotEvents::new
                : (slots, start) -> new PartedEvents(slots, EventKind.common(), executives, start);
    }

    /** Runs all events up to and including the given week. */
    public void advanceTo(double week) {
        while (events.next(week)) {
            now = events.time();
            if (trace != null) {
                concern = Concern.of(this, EventKind.of(events.kind()), events.subject());
            }
            happen(EventKind.of(events.kind()), events.subject());
            if (trace != null) {
                trace.after(this);
            }
        }
        now = week;
    }

    private void happen(EventKind kind, int subject) {
        switch (kind) {
            case REQUEST_ARRIVES -> life.arrives(subject);
            case EXECUTIVE_DONE -> work.executiveDone(subject);
            case DELEGATE_DONE -> work.delegateDone(subject);
            case DUTY_ARRIVES -> duties.oldArrives(subject);
            case ADDED_DUTY_ARRIVES -> duties.addedArrives(subject);
            case FOLLOW_UP_DUE -> looseEnds.followUpDue(subject);
            case APPOINTMENT_DUE -> diary.appointmentDue(subject);
            case LEAD_ARRIVES -> leadLife.arrives(subject);
            case LEAD_MISSED -> leadLife.missed(subject);
            case CHASE_DUE -> looseEnds.chaseDue(subject);
            case TASK_ARRIVES -> tasks.arrives(subject);
            case OVERSIGHT_DUE -> oversight.due(subject);
            case COORDINATOR_REPORTS -> oversight.coordinatorReports(subject);
            case CALLBACK_DUE -> life.callbackDue(subject);
            case PATIENCE_ENDS -> life.patienceEnds(subject);
            case CONTACT_LEAVES -> departures.leaves(subject);
            case STAGE_BEGINS -> handover.stageBegins(subject);
            case PLANNING_DUE -> handover.planningDue(subject);
            case CHECK_IN_DUE -> handover.checkInDue(subject);
            case WAIT_IS_FELT -> life.waitIsFelt(subject);
            case HANDOVER_APPROVED -> handover.begin();
            case POST_FILLED -> staffing.takesPost(subject);
            case DELEGATE_QUITS -> staffing.quits(subject);
            case WEEKLY_REVIEW -> weeklyReview();
            case BURNOUT_BEGINS -> executiveHealth.burnoutBegins(subject);
            case BURNOUT_ENDS -> executiveHealth.burnoutEnds(subject);
            case PROMOTION -> promotion();
            case SETTINGS_CHANGE -> changes.due();
            default -> throw new AssertionError(kind);
        }
    }

    private void start() {
        executiveHealth.begin();
        events.set(EventKind.PROMOTION.ordinal(), 0, 0);
        events.set(EventKind.WEEKLY_REVIEW.ordinal(), 0, now + 1);
        changes.scheduleNext();
        for (int contact = 0; contact < contacts.count(); contact++) {
            life.scheduleNext(contact);
        }
        duties.begin();
        staffing.begin();
        tasks.begin();
    }

    private void promotion() {
        promoted = true;
        improvement.begin(now);
        executiveHealth.beginStrain();
        departures.begin();
        accounts.begin();
        departures.prune();
        staffing.beginClocks();
        duties.beginAdded();
        leadLife.begin();
        diary.begin();
        sales.begin();
        if (handoff.mode() != Handoff.Mode.NONE) {
            handover.ask();
        }
    }

    private void weeklyReview() {
        for (int executive = 0; executive < executives.count(); executive++) {
            work.dropLateDuties(executive);
            double worked = executiveHealth.onWeek(executive);
            if (promoted) {
                duties.improve(executive);
                if (growth.isActive()) {
                    sales.review(executive, worked);
                    expansion.review(executive);
                }
            }
        }
        staffing.weeklyReview();
        sourcing.onWeek();
        events.set(EventKind.WEEKLY_REVIEW.ordinal(), 0, now + 1);
    }

    boolean isPromoted() {
        return promoted;
    }

    /** Week. */
    public double now() {
        return now;
    }

    /** The latest event in words, for messages. */
    public String event() {
        return EventKind.of(events.kind()).words();
    }

    /** Kind of the latest event. */
    public EventKind eventKind() {
        return EventKind.of(events.kind());
    }

    /** Whom the latest event happened to: the number of a contact, executive, delegate or request by its kind. */
    public int eventSubject() {
        return events.subject();
    }

    /** The contact that the latest event concerned; below 0 if it was none in particular. Only with a trace. */
    public int eventContact() {
        return concern.contact();
    }

    /** Number, among those of its contact, of the request that the latest event concerned; below 0 if it was none. Only with a trace. */
    public int eventRequest() {
        return concern.request();
    }

    /** How the contact that the latest event concerned was before it; null if it was none in particular. Only with a trace. */
    public ContactState contactBefore() {
        return concern.before();
    }

    /** The work that the latest event finished, in words; empty if it finished none. Only with a trace. */
    public String eventWork() {
        return concern.job() == null ? "" : concern.job().words();
    }

    /** To whom the latest event happened; empty where it was nobody in particular, a request or a lead. */
    public String eventPerson() {
        int number = eventSubject();
        return switch (EventKind.of(events.kind()).subject()) {
            case CONTACT -> contacts.name(number);
            case EXECUTIVE -> "executive " + (number + 1);
            case DELEGATE -> delegates.name(number);
            case NOBODY, REQUEST, LEAD -> "";
        };
    }

    public Scenario scenario() {
        return scenario;
    }

    /** Of all executives together, as it is now. */
    public Ledger ledger() {
        return books.ledger();
    }

    /** What can be read off this world. */
    public Measures measures() {
        return measures;
    }

    /** What can be read off single people of this world. */
    public Roster roster() {
        return roster;
    }
}
