package dev.handoff.model;

import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/**
 * What comes, waits and is finished of each type of work from some week on, seen from a world's events and states alone: the
 * program itself keeps waits of all types together. For scenarios in which each request is one job, and an error one more.
 */
public final class ServiceRecord implements Trace {

    /** What the work is about. */
    public enum Type {
        URGENT,
        ORDINARY,
        REPAIR,
        DUTY
    }

    private static final int TYPES = Type.values().length;

    private final int[] arrived = new int[TYPES]; // by type
    private final double[] arrivedHours = new double[TYPES]; // by type
    private final int[] finished = new int[TYPES]; // by type
    private final double[] finishedHours = new double[TYPES]; // by type
    private final double[] stayed = new double[TYPES]; // by type: weeks of what was finished, from its coming
    private final int[] givenUp = new int[TYPES]; // by type
    private final double[] patience = new double[TYPES]; // by type: weeks of what was given up
    private final double from; // week
    private double lineWeeks;
    private double since;
    private int waiting;
    private int open;
    private InService[] present = {}; // by executive, then by delegate; null while idle

    /** The job in service somewhere. */
    private record InService(Jobs.Kind kind, Type type, double hours, double cameAt) {}

    public ServiceRecord(double from) {
        this.from = from;
    }

    @Override
    public void after(World world) {
        if (world.now() > from) {
            lineWeeks += waiting * (world.now() - Math.max(from, since));
            count(world, EventKind.of(world.events.kind()));
        }
        since = world.now();
        open = world.requests.open();
        look(world);
    }

    private void count(World world, EventKind kind) {
        int subject = world.eventSubject();
        switch (kind) {
            case REQUEST_ARRIVES -> requestArrived(world, subject);
            case DUTY_ARRIVES, ADDED_DUTY_ARRIVES -> arrived[Type.DUTY.ordinal()]++;
            case EXECUTIVE_DONE -> finish(present[subject], world.now());
            case DELEGATE_DONE -> finish(present[world.executives.count() + subject], world.now());
            case PATIENCE_ENDS -> {
                if (world.requests.open() < open) {
                    givenUp(world, subject);
                }
            }
            default -> {
                // Nothing comes or ends.
            }
        }
    }

    private void requestArrived(World world, int contact) {
        if (world.requests.open() > open) {
            int request = world.requests.anyOpen(contact); // the latest stands first
            int type = type(world, request).ordinal();
            arrived[type]++;
            arrivedHours[type] += world.requests.size(request);
        }
    }

    private void finish(InService job, double now) {
        switch (job.kind) {
            case DIRECT, CALLBACK, SUCCESS, CAUGHT_ERROR, ERROR, REPAIR, DUTY -> {
                finished[job.type.ordinal()]++;
                finishedHours[job.type.ordinal()] += job.hours;
                stayed[job.type.ordinal()] += now - job.cameAt;
            }
            case CHECK_IN, MINUTES, ORPHAN -> {
                // No request ends.
            }
            default -> throw new AssertionError(job.kind + " is no job of a request that is one job");
        }
    }

    /* The number was not given to another request meanwhile, so what is known of it still stands. */
    private void givenUp(World world, int request) {
        int type = type(world, request).ordinal();
        givenUp[type]++;
        patience[type] += world.now() - world.requests.arrivedAt(request);
    }

    private static Type type(World world, int request) {
        return world.requests.isUrgent(request) ? Type.URGENT : Type.ORDINARY;
    }

    private void look(World world) {
        int executives = world.executives.count();
        int servers = executives + world.delegates.count();
        if (present.length < servers) {
            present = new InService[servers];
        }
        waiting = 0;
        for (int server = 0; server < servers; server++) {
            Server each =
                    server < executives ? world.executives.server(server) : world.delegates.server(server - executives);
            waiting += each.waiting();
            present[server] = inService(world, each.present());
        }
    }

    private static InService inService(World world, int job) {
        if (job == Jobs.NONE) {
            return null;
        }
        Jobs.Kind kind = world.jobs.kind(job);
        int request = world.jobs.request(job);
        Type type =
                kind == Jobs.Kind.REPAIR ? Type.REPAIR : request == Requests.NONE ? Type.DUTY : type(world, request);
        double cameAt = request == Requests.NONE ? world.jobs.enteredAt(job) : world.requests.arrivedAt(request);
        return new InService(kind, type, world.jobs.hours(job), cameAt);
    }

    /** Requests or duties that came. */
    public int arrived(Type type) {
        return arrived[type.ordinal()];
    }

    /** Hours that the requests which came would take the executive. */
    public double arrivedHours(Type type) {
        return arrivedHours[type.ordinal()];
    }

    public int finished(Type type) {
        return finished[type.ordinal()];
    }

    /** Hours of what was finished. */
    public double finishedHours(Type type) {
        return finishedHours[type.ordinal()];
    }

    /** Weeks from coming to end of what was finished, added up. */
    public double stayedWeeks(Type type) {
        return stayed[type.ordinal()];
    }

    public int givenUp(Type type) {
        return givenUp[type.ordinal()];
    }

    /** Weeks that those waited who gave up, added up. */
    public double givenUpWeeks(Type type) {
        return patience[type.ordinal()];
    }

    /** Weeks in all lines, added up over the jobs that waited. */
    public double lineWeeks() {
        return lineWeeks;
    }
}
