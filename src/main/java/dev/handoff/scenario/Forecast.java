package dev.handoff.scenario;

import dev.handoff.kernel.Distribution;
import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.Fatigue;
import dev.handoff.model.mechanism.FollowUp;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What can be calculated before any run: hours asked of each person against the hours available, and the waits that follow.
 * It uses means over people, takes jobs first come first served, and leaves out whatever depends on how people behave.
 */
public final class Forecast {

    private static final int DAYS_PER_WEEK = 5;
    private static final int HALVINGS = 60;

    /**
     * One person at one time.
     *
     * @param askedHours of work a week
     * @param workingHours a week at most, by the clock
     * @param outputHours of work that the working hours yield at most
     * @param load share of the working hours that is taken; 1 or more means that the line grows without end
     * @param waitHours mean wait before a job is begun, in working hours; infinite where the line grows without end
     */
    public record Person(
            String who, double askedHours, double workingHours, double outputHours, double load, double waitHours) {

        /** Whether more is asked for than can ever be done. */
        public boolean isSaturated() {
            return load >= 1;
        }

        /** The same wait in working days of this person. */
        public double waitDays() {
            return waitHours / (workingHours / DAYS_PER_WEEK);
        }
    }

    private final Scenario scenario;

    private Forecast(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The executive before and after the promotion and after the handover; delegates after the handover. */
    public static List<Person> of(Scenario scenario) {
        return new Forecast(scenario).people();
    }

    private List<Person> people() {
        List<Person> people = new ArrayList<>();
        Queue duties = duties(scenario.executive().dutyHoursPerWeek());
        Queue moreDuties = duties(
                scenario.executive().dutyHoursPerWeek() + scenario.promotion().addedHoursPerWeek());
        people.add(executive("executive before the promotion", duties.and(calls(1))));
        people.add(executive("executive after it, all contacts", moreDuties.and(calls(1))));
        if (scenario.handoff().mode() != Handoff.Mode.NONE) {
            people.add(executive("executive after the handover", moreDuties.and(remaining())));
            for (int group = 0; group < scenario.delegates().size(); group++) {
                delegates(people, group);
            }
        }
        return people;
    }

    private void delegates(List<Person> people, int number) {
        Delegates.Group group = scenario.delegates().get(number);
        String name = group.name().isEmpty() ? "delegate" : group.name();
        String who = scenario.delegates().size() == 1 ? name : name + " (" + (number + 1) + ")";
        if (group.count() > 0) {
            people.add(delegate(
                    who + " with skill as at the start",
                    group,
                    group.initialSkill().mean()));
            people.add(
                    delegate(who + " with full skill", group, scenario.skill().ceiling()));
        }
    }

    /** Duties of so many hours a week. */
    private Queue duties(double hoursPerWeek) {
        Distribution size = scenario.executive().dutySizeHours();
        return hoursPerWeek == 0 ? Queue.EMPTY : Queue.of(hoursPerWeek / size.mean(), size.mean(), size.variance());
    }

    /** Calls of the given share of the contacts, by executive, each with its interruption. */
    private Queue calls(double share) {
        double interruption = scenario.executive().interruptionHours();
        return requests(group -> group.requestSizeHours().mean() + interruption, share / executives(), 1);
    }

    /** What stays with an executive after the handover, at least: contacts kept, urgent calls and check-ins. */
    private Queue remaining() {
        double kept = 1 - scenario.handoff().delegatedShare();
        FollowUp.Settings followUp = scenario.followUp();
        double checkIns = followUp.checkInsPerWeek() * scenario.delegateCount() / executives();
        return calls(kept + (1 - kept) * urgentShare())
                .and(Queue.of(checkIns, followUp.checkInExecutiveWorkHours(), 0));
    }

    private double urgentShare() {
        return scenario.requests().promptUrgent() ? scenario.requests().urgentShare() : 0;
    }

    private Queue requests(Function<Contacts.Group, Double> meanHours, double share, double pace) {
        Queue queue = Queue.EMPTY;
        for (Contacts.Group group : scenario.contacts()) {
            double rate = share * group.count() * group.ratePerWeek().mean();
            double variance = pace * pace * group.requestSizeHours().variance();
            queue = queue.and(Queue.of(rate, meanHours.apply(group), variance));
        }
        return queue;
    }

    private double executives() {
        return scenario.executive().count();
    }

    /** Asked hours are met at the yield of the hours that it takes to meet them. */
    private Person executive(String who, Queue work) {
        double available = scenario.executive().maximumHoursPerWeek().mean();
        double most = available * yieldAt(available);
        if (work.hoursPerWeek() >= most) {
            return new Person(
                    who, work.hoursPerWeek(), available, most, work.hoursPerWeek() / most, Double.POSITIVE_INFINITY);
        }
        double clock = work.hoursPerWeek() == 0 ? 0 : clockHours(work.hoursPerWeek(), available);
        double load = clock / available;
        return new Person(who, work.hoursPerWeek(), available, most, load, work.waitHours(load, yieldAt(clock)));
    }

    private double clockHours(double asked, double available) {
        double low = 0;
        double high = available;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (middle * yieldAt(middle) < asked) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double yieldAt(double clockHours) {
        Fatigue fatigue = new Fatigue(scenario.fatigue(), 1);
        fatigue.begin(0, clockHours);
        return fatigue.yield(0);
    }

    private Person delegate(String who, Delegates.Group group, double skill) {
        double pace =
                Math.max(0, scenario.skill().noviceTime() - scenario.skill().timeSavedBySkill() * skill);
        double share = scenario.handoff().delegatedShare() * (1 - urgentShare()) / scenario.delegateCount();
        FollowUp.Settings followUp = scenario.followUp();
        Queue work = requests(contacts -> pace * contacts.requestSizeHours().mean(), share, pace)
                .and(Queue.of(followUp.checkInsPerWeek(), followUp.checkInDelegateWorkHours(), 0));
        double available = group.netHoursPerWeek().mean();
        double load = work.hoursPerWeek() / available;
        double wait = load < 1 ? work.waitHours(load, 1) : Double.POSITIVE_INFINITY;
        return new Person(who, work.hoursPerWeek(), available, available, load, wait);
    }
}
