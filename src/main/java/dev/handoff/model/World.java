package dev.handoff.model;

import dev.handoff.kernel.Events;
import dev.handoff.kernel.PartedEvents;
import dev.handoff.kernel.RandomStreams;
import dev.handoff.kernel.SlotEvents;
import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Abandonment;
import dev.handoff.model.mechanism.Announcement;
import dev.handoff.model.mechanism.Appeal;
import dev.handoff.model.mechanism.Appointments;
import dev.handoff.model.mechanism.Barter;
import dev.handoff.model.mechanism.Belief;
import dev.handoff.model.mechanism.Burnout;
import dev.handoff.model.mechanism.Choice;
import dev.handoff.model.mechanism.Churn;
import dev.handoff.model.mechanism.Confidence;
import dev.handoff.model.mechanism.Coordination;
import dev.handoff.model.mechanism.Drops;
import dev.handoff.model.mechanism.Errors;
import dev.handoff.model.mechanism.Escalation;
import dev.handoff.model.mechanism.Expectation;
import dev.handoff.model.mechanism.Fatigue;
import dev.handoff.model.mechanism.FollowUp;
import dev.handoff.model.mechanism.Growth;
import dev.handoff.model.mechanism.Habit;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Hiring;
import dev.handoff.model.mechanism.Impatience;
import dev.handoff.model.mechanism.Improvement;
import dev.handoff.model.mechanism.Intervention;
import dev.handoff.model.mechanism.Latitude;
import dev.handoff.model.mechanism.Leads;
import dev.handoff.model.mechanism.Milestones;
import dev.handoff.model.mechanism.Money;
import dev.handoff.model.mechanism.Morale;
import dev.handoff.model.mechanism.Outsourcing;
import dev.handoff.model.mechanism.Ownership;
import dev.handoff.model.mechanism.Pruning;
import dev.handoff.model.mechanism.Reactance;
import dev.handoff.model.mechanism.Satisfaction;
import dev.handoff.model.mechanism.Skill;
import dev.handoff.model.mechanism.Touches;
import dev.handoff.model.mechanism.Trust;
import dev.handoff.model.mechanism.Turnover;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Executives;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import dev.handoff.model.people.TaskGroup;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One replication of the organization. The constructor is the causal diagram: what influences what is handed to it. The story of
 * each event is told by {@link RequestLife}, {@link Outcomes}, {@link Work}, {@link Handover}, {@link Departures}, {@link Staffing}, {@link Accounts}, {@link Sourcing} and {@link Duties}; here stand the start, the
 * promotion, the weekly review and changes of settings.
 */
public final class World {
    private static final double WEEKS_PER_YEAR = 52;

    private final Scenario scenario;
    private final Trace trace;
    private double now;
    private boolean promoted;
    private int changesMade;

    final Draws draws;
    final Events events;
    final Jobs jobs = new Jobs();
    final Contacts contacts;
    final Executives executives;
    final Delegates delegates;
    final Requests requests;

    final Fatigue fatigue;
    final Burnout burnout;
    final Handoff handoff;
    final Announcement announcement;
    final Habit habit;
    final Belief belief;
    final Expectation expectation;
    final Choice choice;
    final Satisfaction satisfaction;
    final Impatience impatience;
    final Abandonment abandonment;
    final Reactance reactance;
    final Churn churn;
    final Pruning pruning;
    final Growth growth;
    final Skill skill;
    final Errors errors;
    final Escalation escalation;
    final Improvement improvement;
    final Confidence confidence;
    final Ownership ownership;
    final Morale morale;
    final Turnover turnover;
    final Latitude latitude;
    final Milestones milestones;
    final Intervention intervention;
    final Appeal appeal;
    final FollowUp followUp;
    final Money money;
    final Touches touches;
    final Drops drops;
    final Leads leads;
    final Appointments appointments;
    final Hiring hiring;
    final Barter barter;
    final Outsourcing outsourcing;
    final Trust trust;
    final Coordination coordination;

    final Work work;
    final RequestLife life;
    final Outcomes outcomes;
    final Handover handover;
    final Departures departures;
    final Sales sales;
    final Expansion expansion;
    final Staffing staffing;
    final Accounts accounts;
    final LooseEnds looseEnds;
    final LeadLife leadLife;
    final Diary diary;
    final Sourcing sourcing;
    final Oversight oversight;
    final Tasks tasks;
    final Tally tally;
    private final Ledger[] ledgers; // by executive
    private final Measures measures;

    private final Duties duties;
    private final int[] burnouts; // by executive
    private final double[] clockHoursAtReview; // by executive

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

        contacts = People.contacts(scenario, draws);
        executives = People.executives(scenario, draws, jobs);
        delegates = People.delegates(scenario, draws, jobs);
        requests = new Requests(contactCount, Activity.ON_REQUESTS.length);

        fatigue = new Fatigue(scenario.fatigue(), executiveCount);
        burnout = new Burnout(scenario.burnout(), People.baseHazard(scenario, draws));
        handoff = new Handoff(scenario.handoff(), contactCount);
        announcement = new Announcement(scenario.announcement());
        habit = new Habit(scenario.habit(), People.repetitions(scenario, draws));
        belief = new Belief(scenario.belief(), contactCount);
        expectation = new Expectation(scenario.expectation(), People.expectedResponse(scenario, draws));
        choice = new Choice(scenario.choice(), habit, belief, expectation);
        satisfaction = new Satisfaction(scenario.satisfaction(), contactCount);
        impatience = new Impatience(scenario.impatience());
        abandonment = new Abandonment(scenario.abandonment());
        reactance = new Reactance(scenario.reactance());
        churn = new Churn(scenario.churn(), satisfaction, contactCount);
        pruning = new Pruning(scenario.pruning(), contactCount);
        growth = new Growth(scenario.growth(), executiveCount);
        skill = People.skill(scenario, draws, contactCount);
        errors = new Errors(scenario.errors());
        escalation = new Escalation(scenario.escalation());
        improvement = new Improvement(scenario.improvement());
        confidence = new Confidence(scenario.confidence(), delegateCount);
        ownership = new Ownership(scenario.ownership(), delegateCount);
        morale = new Morale(scenario.morale(), delegateCount);
        turnover = new Turnover(scenario.turnover(), delegateCount);
        latitude = new Latitude(scenario.latitude());
        milestones = new Milestones(scenario.milestones());
        intervention = new Intervention(scenario.intervention(), executiveCount);
        appeal = new Appeal(scenario.appeal(), contactCount);
        followUp = new FollowUp(scenario.followUp());
        money = new Money(scenario.money(), executiveCount);
        touches = new Touches(scenario.followUp().touches(), contactCount, delegateCount);
        drops = new Drops(scenario.drops(), followUp, ownership, contacts.initialValues());
        appointments = new Appointments(scenario.appointments());
        leads = new Leads(scenario.leads(), drops, executiveCount);
        hiring = new Hiring(scenario.hiring(), delegateCount);
        barter = new Barter(scenario.barter(), delegateCount);
        outsourcing = new Outsourcing(scenario.outsourcing(), delegateCount);
        trust = new Trust(scenario.trust(), delegateCount);
        coordination = new Coordination(scenario.coordination());

        tally = new Tally(contactCount, executiveCount);
        ledgers = Stream.generate(Ledger::new).limit(executiveCount).toArray(Ledger[]::new);
        work = new Work(this);
        life = new RequestLife(this);
        outcomes = new Outcomes(this);
        handover = new Handover(this);
        departures = new Departures(this);
        sales = new Sales(this);
        expansion = new Expansion(this);
        staffing = new Staffing(this);
        accounts = new Accounts(this);
        looseEnds = new LooseEnds(this);
        leadLife = new LeadLife(this);
        diary = new Diary(this);
        sourcing = new Sourcing(this);
        oversight = new Oversight(this);
        tasks = new Tasks(this);
        measures = new Measures(this);
        duties = new Duties(this);
        burnouts = new int[executiveCount];
        clockHoursAtReview = new double[executiveCount];
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
            case BURNOUT_BEGINS -> burnoutBegins(subject);
            case BURNOUT_ENDS -> burnoutEnds(subject);
            case PROMOTION -> promotion();
            case SETTINGS_CHANGE -> settingsChange();
            default -> throw new AssertionError(kind);
        }
    }

    private void start() {
        double[] oldHours = oldHours();
        for (int executive = 0; executive < executives.count(); executive++) {
            double hours = Math.min(executives.maximumHours(executive), oldHours[executive]);
            fatigue.begin(executive, hours);
            burnout.settle(executive, hours);
        }
        events.set(EventKind.PROMOTION.ordinal(), 0, 0);
        events.set(EventKind.WEEKLY_REVIEW.ordinal(), 0, now + 1);
        scheduleNextChange();
        for (int contact = 0; contact < contacts.count(); contact++) {
            scheduleNextRequest(contact);
        }
        duties.begin();
        staffing.begin();
        tasks.begin();
    }

    /* Expected hours a week of the old job, by executive. */
    private double[] oldHours() {
        double[] hours = new double[executives.count()];
        Arrays.fill(hours, scenario.executive().dutyHoursPerWeek() + taskHoursPerWeek());
        for (int contact = 0; contact < contacts.count(); contact++) {
            hours[contacts.executive(contact)] +=
                    contacts.hoursPerWeek(contact, scenario.executive().interruptionHours());
        }
        return hours;
    }

    private double taskHoursPerWeek() {
        return scenario.tasks().stream().mapToDouble(TaskGroup::hoursPerWeek).sum();
    }

    private void promotion() {
        promoted = true;
        improvement.begin(now);
        for (int executive = 0; executive < executives.count(); executive++) {
            burnout.begin(executive, draws.exponential(Source.BURNOUT_BUDGET, executive, 0), now);
        }
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
            Server server = executives.server(executive);
            double clockHours = server.clockHours(now);
            double worked = clockHours - clockHoursAtReview[executive];
            clockHoursAtReview[executive] = clockHours;
            fatigue.onWeek(executive, worked);
            double demand = burnout.onWeek(executive, worked, server.backlogHours());
            if (promoted) {
                double onset = burnout.onsetWithinWeek(executive, demand, now);
                events.set(EventKind.BURNOUT_BEGINS.ordinal(), executive, onset);
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

    private void burnoutBegins(int executive) {
        burnout.onOnset(executive, now);
        double recovery = draws.recovery(executive, burnouts[executive]++);
        events.set(EventKind.BURNOUT_ENDS.ordinal(), executive, now + recovery);
    }

    private void burnoutEnds(int executive) {
        burnout.onRecovery(executive, draws.exponential(Source.BURNOUT_BUDGET, executive, burnouts[executive]));
    }

    private void settingsChange() {
        Handoff.Mode before = handoff.mode();
        double longestStage = handoff.longestStage();
        double checkInsPerWeek = followUp.checkInsPerWeek();
        Touches.Settings touchesBefore = touches.settings();
        boolean overseen = coordination.isActive();
        adopt(scenario.changes().get(changesMade++).settings());
        scheduleNextChange();
        departures.onSettingsChanged();
        departures.prune();
        changeHandover(before, longestStage, checkInsPerWeek);
        changeTouches(before, touchesBefore);
        if (before != Handoff.Mode.NONE && handoff.mode() != Handoff.Mode.NONE) {
            changeOversight(overseen);
        }
        for (int executive = 0; executive < executives.count(); executive++) {
            if (executives.server(executive).isIdle()) {
                work.beginExecutive(executive);
            }
        }
    }

    private void changeHandover(Handoff.Mode before, double longestStage, double checkInsPerWeek) {
        Handoff.Mode after = handoff.mode();
        if (after == Handoff.Mode.NONE && before != after) {
            handover.end();
        } else if (before == Handoff.Mode.NONE && before != after) {
            handover.ask();
        } else if (after != Handoff.Mode.NONE && handover.isApproved()) {
            if (after == Handoff.Mode.ABRUPT && before != after) {
                handover.hurry();
            } else if (handoff.longestStage() != longestStage) {
                handover.onPaceChanged();
            }
            if (followUp.checkInsPerWeek() != checkInsPerWeek) {
                handover.beginCheckIns();
            }
        }
    }

    /* The series begins anew where it is followed up in another way; a handover that begins has begun its own. */
    private void changeTouches(Handoff.Mode before, Touches.Settings touchesBefore) {
        boolean goesOn = before != Handoff.Mode.NONE && handover.isApproved();
        if (goesOn && !touches.settings().equals(touchesBefore)) {
            looseEnds.begin();
        }
    }

    private void changeOversight(boolean before) {
        if (before && !coordination.isActive()) {
            oversight.end();
        } else if (!before) {
            oversight.begin();
        }
        for (int delegate = 0; delegate < delegates.count(); delegate++) {
            handover.onTrustChanged(delegate);
        }
    }

    private void adopt(Scenario settings) {
        work.adopt(settings);
        life.adopt(settings);
        outcomes.adopt(settings);
        fatigue.adopt(settings.fatigue());
        burnout.adopt(settings.burnout());
        handoff.adopt(settings.handoff());
        announcement.adopt(settings.announcement());
        choice.adopt(settings.choice());
        habit.adopt(settings.habit());
        belief.adopt(settings.belief());
        expectation.adopt(settings.expectation());
        satisfaction.adopt(settings.satisfaction());
        impatience.adopt(settings.impatience());
        abandonment.adopt(settings.abandonment());
        reactance.adopt(settings.reactance());
        churn.adopt(settings.churn());
        pruning.adopt(settings.pruning());
        boolean grew = growth.isActive();
        growth.adopt(settings.growth());
        if (!grew && growth.isActive()) {
            sales.begin();
        }
        skill.adopt(settings.skill());
        errors.adopt(settings.errors());
        escalation.adopt(settings.escalation());
        improvement.adopt(settings.improvement(), now);
        confidence.adopt(settings.confidence());
        ownership.adopt(settings.ownership());
        morale.adopt(settings.morale(), now);
        turnover.adopt(settings.turnover());
        latitude.adopt(settings.latitude());
        milestones.adopt(settings.milestones());
        intervention.adopt(settings.intervention());
        appeal.adopt(settings.appeal());
        followUp.adopt(settings.followUp());
        trust.adopt(settings.trust());
        coordination.adopt(settings.coordination());
        tasks.adopt(settings);
        money.adopt(settings.money());
        hiring.adopt(settings.hiring());
        barter.adopt(settings.barter());
        outsourcing.adopt(settings.outsourcing());
        accounts.adopt(settings);
        touches.adopt(settings.followUp().touches());
        drops.adopt(settings.drops());
        leads.adopt(settings.leads());
        appointments.adopt(settings.appointments());
        duties.adopt(settings);
    }

    void scheduleNextRequest(int contact) {
        double gap = draws.exponential(Source.REQUEST_GAP, contact, contacts.calls(contact)) / contacts.rate(contact);
        events.set(EventKind.REQUEST_ARRIVES.ordinal(), contact, now + gap);
    }

    private void scheduleNextChange() {
        if (changesMade < scenario.changes().size()) {
            double at = scenario.changes().get(changesMade).atWeek();
            events.set(EventKind.SETTINGS_CHANGE.ordinal(), 0, at);
        }
    }

    /** Books an answered request with all that the executive spent on it. */
    void bookAnswer(int request, double waited) {
        if (!promoted) {
            return;
        }
        int contact = requests.contact(request);
        int executive = contacts.executive(contact);
        tally.answered(executive, waited);
        if (contacts.isNew(contact)) {
            ledgers[executive].closedNew(requests.baseline(request), requests.spentInAll(request));
        } else {
            bookAnswer(request, ledgers[executive]);
        }
    }

    private void bookAnswer(int request, Ledger ledger) {
        double spent = 0;
        for (Activity activity : Activity.ON_REQUESTS) {
            double hours = requests.spent(request, activity.ordinal());
            if (hours > 0) {
                ledger.answered(activity, hours);
                spent += hours;
            }
        }
        ledger.closed(requests.baseline(request), spent);
        if (requests.spent(request, Activity.CALLBACK.ordinal()) > 0) {
            ledger.interruptionAvoided(requests.baseline(request) - requests.size(request));
        }
    }

    void bookOverhead(int executive, Activity activity, double hours) {
        if (promoted) {
            ledgers[executive].overhead(activity, hours);
        }
    }

    void bookOutside(int executive, Activity activity, double hours) {
        if (promoted) {
            ledgers[executive].outside(activity, hours);
        }
    }

    void bookUndone(int executive, double hours) {
        if (promoted) {
            ledgers[executive].dutyUndone(hours);
        }
    }

    /** Dollars of yearly value for each hour that the contact takes in person; infinity if it takes none. */
    double valuePerHour(int contact) {
        return contacts.value(contact) / (WEEKS_PER_YEAR * contacts.hoursPerWeek(contact, work.interruptionHours()));
    }

    /** Books a task that a delegate did: hours that it would have cost in person. */
    void bookTask(int executive, double hours) {
        ledgers[executive].taskDelegated(hours);
    }

    void bookTaskError(int executive) {
        ledgers[executive].taskFailed();
    }

    void bookMisuse(int executive, double dollars) {
        ledgers[executive].misused(dollars);
        accounts.misused(executive, dollars);
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

    /** Whom the latest event happened to: the number of a contact, executive, delegate or request by its kind. */
    public int eventSubject() {
        return events.subject();
    }

    public Scenario scenario() {
        return scenario;
    }

    /** Of all executives together, as it is now. */
    public Ledger ledger() {
        return ledgers.length == 1 ? ledgers[0] : Ledger.of(ledgers);
    }

    /** What can be read off this world. */
    public Measures measures() {
        return measures;
    }
}
