package dev.handoff.model;

import dev.handoff.kernel.Check;
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
import dev.handoff.model.mechanism.Trust;
import dev.handoff.model.mechanism.Turnover;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Executives;
import dev.handoff.model.people.Promotion;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.TaskGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to simulate: one component for each section of a scenario file, complete and in the model's own units. */
public record Scenario(
        double horizonWeeks,
        double warmupWeeks,
        Executives.Settings executive,
        Promotion promotion,
        Fatigue.Settings fatigue,
        Burnout.Settings burnout,
        List<Contacts.Group> contacts,
        Requests.Settings requests,
        List<Delegates.Group> delegates,
        List<TaskGroup> tasks,
        Handoff.Settings handoff,
        Announcement.Settings announcement,
        Choice.Settings choice,
        Habit.Settings habit,
        Belief.Settings belief,
        Expectation.Settings expectation,
        Satisfaction.Settings satisfaction,
        Impatience.Settings impatience,
        Abandonment.Settings abandonment,
        Reactance.Settings reactance,
        Churn.Settings churn,
        Pruning.Settings pruning,
        Growth.Settings growth,
        Skill.Settings skill,
        Errors.Settings errors,
        Escalation.Settings escalation,
        Improvement.Settings improvement,
        Confidence.Settings confidence,
        Ownership.Settings ownership,
        Morale.Settings morale,
        Turnover.Settings turnover,
        Latitude.Settings latitude,
        Milestones.Settings milestones,
        Intervention.Settings intervention,
        Appeal.Settings appeal,
        Drops.Settings drops,
        Leads.Settings leads,
        Appointments.Settings appointments,
        FollowUp.Settings followUp,
        Money.Settings money,
        Hiring.Settings hiring,
        Barter.Settings barter,
        Outsourcing.Settings outsourcing,
        Trust.Settings trust,
        Coordination.Settings coordination,
        List<Change> changes) {

    /**
     * Settings that hold from a moment on.
     *
     * @param atWeek 0 or later
     * @param settings everything as it is from then on, without changes of its own
     */
    public record Change(double atWeek, Scenario settings) {}

    public Scenario {
        contacts = List.copyOf(contacts);
        delegates = List.copyOf(delegates);
        tasks = List.copyOf(tasks);
        changes = List.copyOf(changes);
        Check.that(horizonWeeks == Math.rint(horizonWeeks), "horizon (%s weeks) must be whole weeks", horizonWeeks);
        Check.that(warmupWeeks == Math.rint(warmupWeeks), "warmup (%s weeks) must be whole weeks", warmupWeeks);
        Check.that(
                handoff.mode() == Handoff.Mode.NONE || delegateCount(delegates) > 0,
                "handoff.mode (%s) needs delegates.count of at least 1",
                handoff.mode().name().toLowerCase(Locale.ROOT));
        for (TaskGroup group : tasks) {
            Check.that(
                    group.delegatedTo() <= delegates.size(),
                    "tasks.delegated-to (%s) must be the number of a group of delegates, of which there %s",
                    group.delegatedTo(),
                    delegates.size() == 1 ? "is 1" : "are " + delegates.size());
        }
    }

    public int contactCount() {
        int count = 0;
        for (Contacts.Group group : contacts) {
            count += group.count();
        }
        return count;
    }

    /** Most contacts that can be won; 0 where growth is never switched on. */
    public int newContactCount() {
        boolean grows = growth.active()
                || changes.stream()
                        .anyMatch(change -> change.settings().growth().active());
        return grows ? growth.market() : 0;
    }

    public int delegateCount() {
        return delegateCount(delegates);
    }

    /**
     * The same world in which nobody is ever handed over: the twin for comparison. What only matters in a handover is set to
     * nothing, so that scenarios which differ in that alone have equal twins.
     */
    public Scenario withoutDelegation() {
        List<Change> remaining = new ArrayList<>();
        Scenario before = withoutDelegation(List.of());
        for (Change change : changes) {
            Scenario after = change.settings().withoutDelegation(List.of());
            if (!after.equals(before)) {
                remaining.add(new Change(change.atWeek(), after));
            }
            before = after;
        }
        return withoutDelegation(remaining);
    }

    private Scenario withoutDelegation(List<Change> changesWithout) {
        return new Scenario(
                horizonWeeks,
                warmupWeeks,
                executive,
                promotion,
                fatigue,
                burnout,
                contacts,
                requests,
                delegates,
                tasks.stream().map(TaskGroup::keptByExecutive).toList(),
                Handoff.Settings.NOTHING,
                Announcement.Settings.NOTHING,
                choice,
                habit,
                belief,
                expectation,
                satisfaction,
                impatience,
                abandonment,
                reactance,
                churn,
                pruning,
                growth,
                skill,
                errors,
                escalation,
                improvement,
                confidence,
                ownership,
                Morale.Settings.NOTHING,
                Turnover.Settings.NOTHING,
                Latitude.Settings.NOTHING,
                Milestones.Settings.NOTHING,
                Intervention.Settings.NOTHING,
                appeal,
                Drops.Settings.NOTHING,
                leads.inPerson(),
                Appointments.Settings.NOTHING,
                FollowUp.Settings.NOTHING,
                money,
                Hiring.Settings.NOTHING,
                Barter.Settings.NOTHING,
                Outsourcing.Settings.NOTHING,
                Trust.Settings.NOTHING,
                Coordination.Settings.NOTHING,
                changesWithout);
    }

    private static int delegateCount(List<Delegates.Group> delegates) {
        int count = 0;
        for (Delegates.Group group : delegates) {
            count += group.count();
        }
        return count;
    }
}
