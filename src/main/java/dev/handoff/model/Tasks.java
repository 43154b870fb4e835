package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import dev.handoff.model.people.TaskGroup;
import java.util.List;

/**
 * The executives' duties that somebody else could do: who does each, what becomes of it, and the executive's checks (model.md, section
 * 25). A task of an executive is called by one number: its number in the stream of its class x classes + its class.
 */
final class Tasks {
    private static final int NOBODY = -1;

    private final World world;
    private final Draws draws;
    private final int executives;
    private final DutyStream[] streams; // by class, then executive
    private final int[] turn; // by stream: whose turn it is among the delegates of the class
    private List<TaskGroup> groups;

    Tasks(World world) {
        this.world = world;
        draws = world.draws;
        executives = world.executives.count();
        groups = world.scenario().tasks();
        streams = new DutyStream[groups.size() * executives];
        turn = new int[streams.length];
        for (int stream = 0; stream < streams.length; stream++) {
            streams[stream] = new DutyStream(draws, Source.TASK_GAP, Source.TASK_SIZE, stream);
        }
    }

    void begin() {
        for (int stream = 0; stream < streams.length; stream++) {
            streams[stream].begin(ratePerWeek(stream), world.now());
        }
        scheduleAll();
    }

    void adopt(Scenario settings) {
        groups = settings.tasks();
        for (int stream = 0; stream < streams.length; stream++) {
            streams[stream].changeRate(ratePerWeek(stream), world.now());
        }
        scheduleAll();
    }

    void arrives(int executive) {
        int stream = next(executive);
        int task = streams[stream].pass(world.now()) * groups.size() + stream / executives;
        double hours = hours(executive, task);
        schedule(executive);
        int delegate = world.isPromoted() ? whoTakes(stream, isSensitive(executive, task)) : NOBODY;
        if (delegate == NOBODY) {
            world.work.giveExecutive(executive, Jobs.Kind.DUTY, hours, Requests.NONE, Server.DUTIES);
        } else {
            world.work.giveTask(delegate, hours, task);
        }
    }

    /** What becomes of a task that a delegate takes up. */
    void delegateBegins(int delegate, int job) {
        int executive = delegate % executives;
        int task = world.jobs.about(job);
        double difficulty = difficulty(executive, task);
        double probability = world.skill.successProbability(world.skill.of(delegate), difficulty);
        double hours =
                world.improvement.delegateHours(world.skill.workingTime(delegate, hours(executive, task)), world.now());
        if (!world.errors.happens(probability, uniform(Source.TASK_SUCCESS, executive, task))) {
            world.jobs.decide(job, Jobs.Kind.DELEGATED_TASK, hours);
        } else if (world.outcomes.isCaught(delegate, uniform(Source.TASK_CAUGHT, executive, task))) {
            world.jobs.decide(job, Jobs.Kind.DELEGATED_TASK, world.errors.withRedo(hours));
        } else {
            world.jobs.decide(job, Jobs.Kind.FAULTY_TASK, hours);
        }
    }

    /** The delegate has done a task: the executive may check it; an error that is not found then costs more. */
    void delegateDone(int delegate, Jobs.Kind kind, int task) {
        int executive = delegate % executives;
        boolean error = kind == Jobs.Kind.FAULTY_TASK;
        double hours = hours(executive, task);
        world.skill.onDelegatedTask(delegate, difficulty(executive, task), error);
        world.books.task(executive, hours);
        if (world.trust.checks(uniform(Source.TASK_CHECKED, executive, task))) {
            double repair = error ? world.errors.repairSize(hours) : 0;
            Jobs.Kind check = error ? Jobs.Kind.FAULTY_CHECK : Jobs.Kind.CLEAN_CHECK;
            double work = world.trust.checkHours(hours) + repair;
            world.work.giveExecutiveAbout(executive, check, work, delegate, Server.MANAGEMENT);
        } else if (error) {
            world.books.taskError(executive);
            double again = hours * group(task).errorWork();
            world.work.giveExecutive(executive, Jobs.Kind.TASK_DONE_AGAIN, again, Requests.NONE, Server.DUTIES);
        }
        if (isSensitive(executive, task)
                && world.trust.isMisused(delegate, hours, uniform(Source.TASK_MISUSE, executive, task))) {
            double dollars = stakes(executive, task) * customersValue(executive);
            world.books.misuse(executive, dollars);
            world.accounts.misused(executive, dollars);
        }
    }

    /** The delegate of the executive has left before the task was done. */
    void takeBack(int executive, int task) {
        double hours = hours(executive, task);
        world.work.giveExecutive(executive, Jobs.Kind.DUTY, hours, Requests.NONE, Server.DUTIES);
    }

    /** The executive has spent hours on a delegated task: to check it, or to do it again. */
    void executiveDone(int executive, Jobs.Kind kind, double hours, int delegate) {
        world.books.outside(executive, Activity.TASK_CONTROL, hours);
        if (kind != Jobs.Kind.TASK_DONE_AGAIN) {
            world.trust.onChecked(delegate, kind == Jobs.Kind.CLEAN_CHECK);
            world.handover.onTrustChanged(delegate);
        }
    }

    /* The delegates of the class in turn; the first who may. */
    private int whoTakes(int stream, boolean sensitive) {
        int number = groups.get(stream / executives).delegatedTo();
        if (number == TaskGroup.NOBODY) {
            return NOBODY;
        }
        int executive = stream % executives;
        int first = firstOf(number - 1);
        int end = first + world.scenario().delegates().get(number - 1).count();
        int own =
                Contacts.ownDelegates(executive, executives, end) - Contacts.ownDelegates(executive, executives, first);
        for (int tried = 0; tried < own; tried++) {
            int delegate =
                    executive + executives * (Contacts.ownDelegates(executive, executives, first) + turn[stream] % own);
            turn[stream] = (turn[stream] + 1) % own;
            boolean trusted = !sensitive || world.trust.allowsSensitiveTasks(delegate);
            if (trusted && world.delegates.isEmployed(delegate)) {
                return delegate;
            }
        }
        return NOBODY;
    }

    /* Number of the first delegate of a group. */
    private int firstOf(int group) {
        List<Delegates.Group> all = world.scenario().delegates();
        int first = 0;
        for (int before = 0; before < group; before++) {
            first += all.get(before).count();
        }
        return first;
    }

    /* Dollars a year of those who are there. */
    private double customersValue(int executive) {
        double value = 0;
        for (int contact = executive; contact < world.contacts.count(); contact += executives) {
            if (world.contacts.isCustomer(contact) && world.contacts.isPresent(contact)) {
                value += world.contacts.value(contact);
            }
        }
        return value;
    }

    private void scheduleAll() {
        for (int executive = 0; executive < executives; executive++) {
            schedule(executive);
        }
    }

    private void schedule(int executive) {
        double at = streams[next(executive)].nextAt();
        world.events.set(EventKind.TASK_ARRIVES.ordinal(), executive, at);
    }

    /* The stream whose task is the executive's next. */
    private int next(int executive) {
        int next = executive;
        for (int stream = executive + executives; stream < streams.length; stream += executives) {
            if (streams[stream].nextAt() < streams[next].nextAt()) {
                next = stream;
            }
        }
        return next;
    }

    private double ratePerWeek(int stream) {
        TaskGroup group = groups.get(stream / executives);
        return group.hoursPerWeek() == 0
                ? 0
                : group.hoursPerWeek() / group.sizeHours().mean();
    }

    private TaskGroup group(int task) {
        return groups.get(task % groups.size());
    }

    private int stream(int executive, int task) {
        return task % groups.size() * executives + executive;
    }

    private double hours(int executive, int task) {
        return draws.taskSize(task % groups.size(), stream(executive, task), task / groups.size());
    }

    private double difficulty(int executive, int task) {
        return draws.taskDifficulty(task % groups.size(), stream(executive, task), task / groups.size());
    }

    private double stakes(int executive, int task) {
        return draws.taskStakes(task % groups.size(), stream(executive, task), task / groups.size());
    }

    private boolean isSensitive(int executive, int task) {
        return uniform(Source.TASK_SENSITIVE, executive, task) < group(task).sensitiveShare();
    }

    private double uniform(Source source, int executive, int task) {
        return draws.uniform(source, stream(executive, task), task / groups.size());
    }
}
