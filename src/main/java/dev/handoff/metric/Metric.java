package dev.handoff.metric;

import dev.handoff.model.Activity;
import dev.handoff.model.Measures;
import dev.handoff.model.World;
import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.people.Contacts.Type;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What is measured of a world; one line each. A value that is not defined, such as a mean over nobody, is NaN. */
public enum Metric {
    CAPACITY_FREED(
            Kind.FLOW,
            "h/week",
            "hours that the executive is spared, against handling every answered request in person",
            measures -> measures.ledger().freedHours()),
    CAPACITY_FREED_OF_ALL(
            Kind.FLOW,
            "h/week",
            "the same with the contacts that were won since",
            measures -> measures.ledger().freedHoursOfAll()),
    CAPACITY_FREED_CUMULATIVE(
            Kind.FINAL_LEVEL,
            "h",
            "capacity freed since the promotion",
            measures -> measures.ledger().freedHours()),
    BURNOUT_RISK(
            Kind.FINAL_LEVEL,
            "probability",
            "probability of a first burnout since the promotion",
            Measures::burntOutOnceShare),
    BURNOUT_CARRIED_RISK(
            Kind.FINAL_LEVEL,
            "probability",
            "risk of burnout that the strain so far carried",
            Measures::carriedBurnoutRisk),
    BURNOUT_PREVALENCE(
            Kind.MEAN_LEVEL, "probability", "share of executives who are burnt out", Measures::burntOutShare),
    BURNOUT_EXCESS_RISK(
            Kind.FINAL_LEVEL,
            "probability",
            "burnout risk above that of the same person at 40 hours a week",
            measures -> measures.burntOutOnceShare() - measures.calmlyBurntOutShare()),
    STRAIN(Kind.MEAN_LEVEL, "h/week", "hours demanded, as felt", Measures::strain),
    CUSTOMER_CHURN(Kind.FINAL_LEVEL, "share", "initial customers lost", measures -> measures.lostShare(Type.CUSTOMER)),
    CUSTOMER_CHURN_REVENUE(
            Kind.FINAL_LEVEL,
            "share",
            "initial revenue lost with customers or given away in concessions",
            Measures::lostRevenueShare),
    CHURN_WAIT(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers lost over waiting",
            measures -> measures.lostShare(Reason.WAIT)),
    CHURN_ERROR(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers lost over errors",
            measures -> measures.lostShare(Reason.ERROR)),
    CHURN_FORCED(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers lost over forced changes",
            measures -> measures.lostShare(Reason.FORCED)),
    CHURN_CONFLICT(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers lost over refused appeals",
            measures -> measures.lostShare(Reason.CONFLICT)),
    CHURN_BALL(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers lost over requests that were dropped",
            measures -> measures.lostShare(Reason.BALL)),
    CHURN_NATURAL(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers lost for reasons of their own",
            measures -> measures.lostShare(Reason.NATURAL)),
    PRUNED(
            Kind.FINAL_LEVEL,
            "share",
            "initial customers made to leave, who are not lost",
            measures -> measures.lostShare(Reason.PRUNED)),
    VENDOR_LOSS(Kind.FINAL_LEVEL, "share", "initial vendors lost", measures -> measures.lostShare(Type.VENDOR)),
    PARTNER_LOSS(Kind.FINAL_LEVEL, "share", "initial partners lost", measures -> measures.lostShare(Type.PARTNER)),
    EXECUTIVE_HOURS(Kind.FLOW, "h/week", "hours worked by an executive", Measures::executiveClockHours),
    BASELINE_HOURS(
            Kind.FLOW,
            "h/week",
            "hours that the answered requests would have cost the executive in person",
            measures -> measures.ledger().baselineHours()),
    PORTFOLIO_HOURS(
            Kind.FLOW,
            "h/week",
            "hours of the executive for the old contacts, in any form",
            measures -> measures.ledger().portfolioHours()),
    HOURS_DIRECT(Activity.DIRECT, "calls answered in person"),
    HOURS_CALLBACK(Activity.CALLBACK, "scheduled callbacks"),
    HOURS_INTERVENTION(Activity.INTERVENTION, "stepping in for the delegate"),
    HOURS_JOINT_CALL(Activity.JOINT_CALL, "joint calls with the delegate"),
    HOURS_REDIRECT(Activity.REDIRECT, "sending contacts back to the delegate"),
    HOURS_ESCALATION(Activity.ESCALATION, "requests handed back by the delegate"),
    HOURS_APPEAL(Activity.APPEAL, "appeals against the delegate's answer"),
    HOURS_APOLOGY(Activity.APOLOGY, "apologies for what was dropped"),
    HOURS_CHECK_IN(Activity.CHECK_IN, "check-ins with delegates"),
    HOURS_PLANNING(Activity.PLANNING, "planning of handovers"),
    HOURS_FOLLOW_UP(Activity.FOLLOW_UP, "following up"),
    HOURS_LEADS(Activity.LEADS, "leads that nobody else works on"),
    HOURS_ONBOARDING(Activity.ONBOARDING, "showing new delegates around"),
    HOURS_BARTER(Activity.BARTER, "hours given for those of barter partners"),
    HOURS_VENDOR_MANAGEMENT(Activity.VENDOR_MANAGEMENT, "monitoring of providers"),
    HOURS_OVERSIGHT(Activity.OVERSIGHT, "oversight of delegates"),
    HOURS_DUTIES(Activity.DUTIES, "duties"),
    HOURS_IMPROVEMENT(Activity.IMPROVEMENT, "improving the processes"),
    HOURS_SALES(Activity.SALES, "sales"),
    HOURS_NEW_CONTACTS(Activity.NEW_CONTACTS, "answered requests of contacts won since the promotion"),
    HOURS_TASK_CONTROL(Activity.TASK_CONTROL, "checks and repairs of tasks that delegates did"),
    HOURS_NEVER_CLOSED(Activity.NEVER_CLOSED, "requests that were never answered"),
    INTERRUPTIONS_AVOIDED(
            Kind.FLOW,
            "h/week",
            "interruptions spared because callbacks are scheduled; part of the capacity freed",
            measures -> measures.ledger().interruptionsAvoided()),
    UNDONE_DUTY_HOURS(
            Kind.FLOW,
            "h/week",
            "duties left undone",
            measures -> measures.ledger().undoneDutyHours()),
    TASK_HOURS_DELEGATED(
            Kind.FLOW,
            "h/week",
            "hours that the tasks done by delegates would have cost the executive in person",
            measures -> measures.ledger().delegatedTaskHours()),
    TASK_HOURS_FREED(
            Kind.FLOW,
            "h/week",
            "hours of tasks that the executive is spared, checks and repairs deducted",
            measures -> measures.ledger().freedTaskHours()),
    TASK_ERRORS(
            Kind.FLOW,
            "errors/week",
            "errors in delegated tasks that nobody checked",
            measures -> measures.ledger().taskErrors()),
    MISUSE_LOSSES(Kind.FLOW, "$/year", "money lost by misuse of sensitive tasks", Measures::misuseLosses),
    DELEGATE_HOURS(Kind.FLOW, "h/week", "hours worked by all delegates", Measures::delegateHours),
    ACCEPTANCE(
            "share",
            "requests with a choice that went to the delegate",
            Measures::choicesForDelegate,
            Measures::choices),
    ESCALATION_SHARE(
            "share",
            "delegates' requests that were handed back",
            Measures::escalatedRequests,
            Measures::delegateRequests),
    ERROR_SHARE(
            "share",
            "delegates' requests with an error that reached the contact",
            Measures::erroneousRequests,
            Measures::delegateRequests),
    DROP_SHARE(
            "share",
            "requests that delegates dropped, relative to those that they dealt with",
            Measures::droppedRequests,
            Measures::delegateRequests),
    DROPS_FOUND_BY_CONTACTS(
            Kind.FLOW,
            "requests/week",
            "dropped requests that the contact found, whether it said so or not",
            Measures::dropsFoundByContacts),
    DROPS_CAUGHT(
            "share",
            "dropped requests that were found by following up, not by the contact",
            Measures::caughtDrops,
            Measures::foundDrops),
    LEADS_WON(
            "share",
            "leads that were won, of those worked on or forgotten",
            measures -> measures.leads().won(),
            measures -> measures.leads().closed()),
    LEAD_VALUE_WON(
            Kind.FINAL_LEVEL,
            "$/year",
            "yearly value of the leads won since the promotion",
            measures -> measures.leads().wonValue()),
    LEAD_VALUE_DROPPED(
            Kind.FINAL_LEVEL,
            "$/year",
            "yearly value lost since the promotion, by expectation, while leads lay where delegates had dropped them",
            measures -> measures.leads().droppedValue()),
    NO_SHOWS(
            "share",
            "appointments with delegates that contacts missed",
            Measures::missedAppointments,
            Measures::appointments),
    RESPONSE_TIME("days", "mean wait for the last answer", Measures::waitedDays, Measures::answeredRequests),
    REQUESTS_ANSWERED(Kind.FLOW, "requests/week", "requests answered", Measures::answeredRequests),
    REQUESTS_GIVEN_UP(Kind.FLOW, "requests/week", "requests given up or turned away", Measures::givenUpRequests),
    REQUESTS_OPEN(Kind.MEAN_LEVEL, "requests", "requests that wait for an answer", Measures::openRequests),
    SATISFACTION(Kind.MEAN_LEVEL, "level", "mean satisfaction of contacts", Measures::meanSatisfaction),
    HABIT(Kind.MEAN_LEVEL, "level", "mean habit of turning to the executive", Measures::meanHabit),
    BELIEF(Kind.MEAN_LEVEL, "level", "mean belief in the delegate", Measures::meanBelief),
    SKILL(Kind.FINAL_LEVEL, "level", "mean skill of delegates", Measures::meanSkill),
    CONFIDENCE(Kind.MEAN_LEVEL, "level", "mean confidence of delegates", Measures::meanConfidence),
    OWNERSHIP(Kind.MEAN_LEVEL, "level", "mean ownership of delegates", Measures::meanOwnership),
    CONTACTS_WON(Kind.FINAL_LEVEL, "contacts", "contacts won since the promotion", Measures::contactsWon),
    CONTACTS_ACTIVE(Kind.FINAL_LEVEL, "contacts", "contacts that are there, old and new", Measures::contactsPresent),
    NEW_CONTACT_CHURN(
            "lost/year",
            "new contacts lost for each year that one is there",
            Measures::newContactsLost,
            Measures::newContactYears),
    PRODUCTIVITY(
            Kind.FINAL_LEVEL,
            "index",
            "what improved processes make of an hour, 1 at the promotion",
            Measures::productivity),
    MORALE(Kind.MEAN_LEVEL, "level", "mean morale of delegates", Measures::meanMorale),
    STAFF_QUITS("per year", "delegates who quit, for each year in a post", Measures::quits, Measures::delegateYears),
    VACANT_SHARE(Kind.MEAN_LEVEL, "share", "delegates' posts that nobody holds", Measures::vacantShare),
    TRUST(Kind.MEAN_LEVEL, "level", "mean trust of executives in their delegates", Measures::meanTrust),
    INTERVENTION_PROPENSITY(
            Kind.MEAN_LEVEL, "probability", "mean propensity of executives to step in", Measures::meanPropensity),
    APPEAL_PROPENSITY(Kind.MEAN_LEVEL, "level", "mean propensity of contacts to appeal", Measures::meanAppeal),
    NET_VALUE(
            Kind.MEAN_LEVEL,
            "$/year",
            "yearly value of the customers who stay, less concessions, wages and fees of providers",
            Measures::netValue),
    CASH(Kind.FINAL_LEVEL, "$", "cash of the firm", Measures::cash),
    COST_PER_REQUEST("$", "what the firm paid for each answered request", Measures::costs, Measures::answeredRequests),
    OUTSOURCED_SHARE(Kind.FINAL_LEVEL, "share", "contacts that a provider looks after", Measures::outsourcedShare),
    SERVICE_LEVEL(
            "share",
            "providers' answers that were in time",
            Measures::providerAnswersInTime,
            Measures::providerAnswers),
    LEAKAGE(Kind.FLOW, "$/week", "value that leaks from contracts with providers", Measures::leakage),
    ACCEPTANCE_WEEK(
            Kind.FINAL_ONLY,
            "weeks",
            "median week in which contacts accepted the delegate",
            Measures::medianAcceptanceWeek),
    NEVER_ACCEPTED(
            Kind.FINAL_ONLY,
            "share",
            "contacts who stayed and never accepted the delegate",
            Measures::neverAcceptedShare),
    RESPONSE_TIME_P50(
            Kind.FINAL_ONLY, "days", "median wait for the last answer", measures -> measures.responseDays(0.5)),
    RESPONSE_TIME_P95(
            Kind.FINAL_ONLY,
            "days",
            "wait that 19 of 20 answers do not exceed",
            measures -> measures.responseDays(0.95));

    private static final Set<String> SHARES = Set.of("share", "probability", "level");

    /** How a metric is sampled week by week and summed up over a replication. */
    public enum Kind {
        FLOW("flow: increase within each week, summed up as the mean week"),
        FINAL_LEVEL("level: state at the end of each week, summed up as the last one"),
        MEAN_LEVEL("level: state at the end of each week, summed up as the mean"),
        RATIO("ratio: of what happened within each week, summed up over the whole time"),
        FINAL_ONLY("known only at the end; has no curve");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** For people, without a full stop. */
        public String meaning() {
            return meaning;
        }
    }

    private final Kind kind;
    private final String unit;
    private final String meaning;
    private final ToDoubleFunction<Measures> value;
    private final ToDoubleFunction<Measures> perValue;

    Metric(Kind kind, String unit, String meaning, ToDoubleFunction<Measures> value) {
        this.kind = kind;
        this.unit = unit;
        this.meaning = meaning;
        this.value = value;
        perValue = null;
    }

    Metric(String unit, String meaning, ToDoubleFunction<Measures> value, ToDoubleFunction<Measures> perValue) {
        this.kind = Kind.RATIO;
        this.unit = unit;
        this.meaning = meaning;
        this.value = value;
        this.perValue = perValue;
    }

    Metric(Activity activity, String meaning) {
        this(
                Kind.FLOW,
                "h/week",
                "hours of the executive: " + meaning,
                measures -> measures.ledger().hours(activity));
    }

    /** As in files: {@code capacity_freed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    public String unit() {
        return unit;
    }

    /** Whether values in a unit run from 0 to 1 and are shown in per cent, their differences in points. */
    public static boolean isShare(String unit) {
        return SHARES.contains(unit);
    }

    /** One phrase for people, without a full stop. */
    public String meaning() {
        return meaning;
    }

    public boolean hasCurve() {
        return kind != Kind.FINAL_ONLY;
    }

    /** The running total, the state, or the dividend of a ratio. */
    public double of(World world) {
        return value.applyAsDouble(world.measures());
    }

    /** The running total by which a ratio divides; only of ratios. */
    public double perValue(World world) {
        return perValue.applyAsDouble(world.measures());
    }
}
