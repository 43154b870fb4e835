package dev.handoff.model;

import dev.handoff.kernel.Events;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Executives;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/** Who works at what and when it ends (model.md, section 2). */
final class Work {
    private final World world;
    private final Events events;
    private final Jobs jobs;
    private final Requests requests;
    private final Executives executives;
    private final Delegates delegates;
    private Executives.Settings executiveSettings;
    private boolean urgentPreempts;

    Work(World world) {
        this.world = world;
        events = world.events;
        jobs = world.jobs;
        requests = world.requests;
        executives = world.executives;
        delegates = world.delegates;
        adopt(world.scenario());
    }

    void adopt(Scenario settings) {
        executiveSettings = settings.executive();
        urgentPreempts = settings.requests().urgentPreempts();
    }

    /** @param request or {@link Requests#NONE} */
    void giveExecutive(int executive, Jobs.Kind kind, double hours, int request, int line) {
        Server server = executives.server(executive);
        enter(server, kind, hours, request, line);
        if (server.isIdle()) {
            beginExecutive(executive);
        } else if (line == Server.URGENT && mayInterrupt(server)) {
            server.interrupt(world.now());
            beginExecutive(executive);
        }
    }

    /** Hours of an unscheduled call on top of its size. */
    double interruptionHours() {
        return executiveSettings.interruptionHours();
    }

    /** A job for a delegate without a request, about somebody or something by number. */
    void giveDelegateAbout(int delegate, Jobs.Kind kind, double hours, int about, int line) {
        Server server = delegates.server(delegate);
        jobs.setAbout(enter(server, kind, hours, Requests.NONE, line), about);
        if (server.isIdle()) {
            beginDelegate(delegate);
        }
    }

    /** A job for the executive without a request, about somebody by number. */
    void giveExecutiveAbout(int executive, Jobs.Kind kind, double hours, int about, int line) {
        Server server = executives.server(executive);
        jobs.setAbout(enter(server, kind, hours, Requests.NONE, line), about);
        if (server.isIdle()) {
            beginExecutive(executive);
        }
    }

    private boolean mayInterrupt(Server server) {
        return urgentPreempts && !executiveSettings.away() && server.isInterruptible();
    }

    /** @param request or {@link Requests#NONE} */
    void giveDelegate(int delegate, Jobs.Kind kind, double hours, int request, int line) {
        Server server = delegates.server(delegate);
        enter(server, kind, hours, request, line);
        if (server.isIdle()) {
            beginDelegate(delegate);
        }
    }

    /** Gives a delegate a task of the executive, behind the contacts. */
    void giveTask(int delegate, double hours, int task) {
        Server server = delegates.server(delegate);
        jobs.setAbout(enter(server, Jobs.Kind.DELEGATED_TASK, hours, Requests.NONE, Server.DUTIES), task);
        if (server.isIdle()) {
            beginDelegate(delegate);
        }
    }

    /** Begins the next job if the executive is there and has one. */
    void beginExecutive(int executive) {
        Server server = executives.server(executive);
        int job = executiveSettings.away() ? Jobs.NONE : nextWorthDoing(executive, server, executiveSettings.order());
        if (job != Jobs.NONE) {
            double hours = executives.maximumHours(executive) * world.burnout.hoursShare(executive);
            double end = server.begin(job, hours, world.fatigue.yield(executive), world.now());
            events.set(EventKind.EXECUTIVE_DONE.ordinal(), executive, end);
        }
    }

    /** Begins the next job if the delegate has one; what becomes of a request is decided now. */
    void beginDelegate(int delegate) {
        Server server = delegates.server(delegate);
        int job = nextWorthDoing(delegate % executives.count(), server, Executives.Order.CONTACTS_FIRST);
        if (job != Jobs.NONE) {
            world.outcomes.delegateBegins(delegate, job);
            double end = server.begin(job, delegates.netHours(delegate), 1, world.now());
            events.set(EventKind.DELEGATE_DONE.ordinal(), delegate, end);
        }
    }

    void executiveDone(int executive) {
        int job = executives.server(executive).finish(world.now());
        Jobs.Kind kind = jobs.kind(job);
        double hours = jobs.hours(job);
        int about = jobs.about(job);
        world.outcomes.executiveDone(executive, kind, hours, dismiss(job), about);
        if (executives.server(executive).isIdle()) {
            beginExecutive(executive);
        }
    }

    void delegateDone(int delegate) {
        int job = delegates.server(delegate).finish(world.now());
        Jobs.Kind kind = jobs.kind(job);
        int about = jobs.about(job);
        if (kind.isOfDelegate()) {
            world.sourcing.onDone(delegate, kind, world.now() - requests.arrivedAt(jobs.request(job)));
        }
        world.outcomes.delegateDone(kind, delegate, dismiss(job), about);
        if (delegates.server(delegate).isIdle()) {
            beginDelegate(delegate);
        }
    }

    /** A delegate is gone: what was begun is lost, open requests and tasks go to the executive, and what nobody waits for is dropped. */
    void leaveUndone(int delegate) {
        Server server = delegates.server(delegate);
        if (!server.isIdle()) {
            events.cancel(EventKind.DELEGATE_DONE.ordinal(), delegate);
            passOn(delegate, server.finish(world.now()));
        }
        int job = server.nextInTurn(Executives.Order.FIFO);
        while (job != Jobs.NONE) {
            server.leave(job);
            passOn(delegate, job);
            job = server.nextInTurn(Executives.Order.FIFO);
        }
    }

    /** What lies at a contact's former delegate goes to the present one; what was begun is lost. */
    void moveRequests(int contact, int former) {
        Server server = delegates.server(former);
        int request = requests.anyOpen(contact);
        while (request != Requests.NONE) {
            int next = requests.nextOpen(request);
            int job = requests.job(request);
            if (job != Jobs.NONE && jobs.kind(job).isOfDelegate()) {
                takeAway(server, former, job);
            }
            request = next;
        }
        if (server.isIdle() && delegates.isEmployed(former)) {
            beginDelegate(former);
        }
    }

    private void takeAway(Server server, int former, int job) {
        if (server.present() == job) {
            events.cancel(EventKind.DELEGATE_DONE.ordinal(), former);
            server.finish(world.now());
        } else {
            server.leave(job);
        }
        boolean repair = jobs.kind(job) == Jobs.Kind.REPAIR;
        int request = dismiss(job);
        if (repair) {
            world.life.repair(request);
        } else {
            world.life.enterDelegateLine(request);
        }
    }

    private void passOn(int delegate, int job) {
        Jobs.Kind kind = jobs.kind(job);
        int about = jobs.about(job);
        int request = dismiss(job);
        if (kind == Jobs.Kind.LEAD) {
            world.leadLife.takeOver(about);
        } else if (kind.isDelegatedTask()) {
            world.tasks.takeBack(delegate % executives.count(), about);
        } else if (request != Requests.NONE) {
            world.life.takeOver(request, kind == Jobs.Kind.REPAIR);
        }
    }

    /** Whether the work on a request is in service. */
    boolean isInService(int request) {
        int job = requests.job(request);
        return job != Jobs.NONE && serverOf(request, job).present() == job;
    }

    /**
     * Ends the waiting of a request that is closed unanswered; what is in service goes on for nobody.
     *
     * @return hours of the executive that an interrupted job already took
     */
    double withdraw(int request) {
        int job = requests.job(request);
        if (job == Jobs.NONE) {
            return 0;
        }
        Server server = serverOf(request, job);
        if (server.present() == job) {
            jobs.orphan(job);
            return 0;
        }
        double spent = jobs.spent(job);
        server.leave(job);
        jobs.remove(job);
        return spent;
    }

    /** Drops duties of the executive at the head of their lines that have waited too long, also before delegates. */
    void dropLateDuties(int executive) {
        dropLate(executive, executives.server(executive));
        for (int delegate = executive; delegate < delegates.count(); delegate += executives.count()) {
            dropLate(executive, delegates.server(delegate));
        }
    }

    private void dropLate(int executive, Server server) {
        int duty = server.first(Server.DUTIES);
        while (duty != Jobs.NONE && isTooLate(duty)) {
            server.leave(duty);
            drop(executive, duty);
            duty = server.first(Server.DUTIES);
        }
    }

    private int enter(Server server, Jobs.Kind kind, double hours, int request, int line) {
        int job = jobs.add(kind, hours, request);
        if (request != Requests.NONE) {
            requests.setJob(request, job);
        }
        server.join(job, line, world.now());
        return job;
    }

    private int nextWorthDoing(int executive, Server server, Executives.Order order) {
        int job = server.nextInTurn(order);
        while (job != Jobs.NONE) {
            server.leave(job);
            if (!isTooLate(job)) {
                return job;
            }
            drop(executive, job);
            job = server.nextInTurn(order);
        }
        return Jobs.NONE;
    }

    private boolean isTooLate(int job) {
        Jobs.Kind kind = jobs.kind(job);
        return (kind == Jobs.Kind.DUTY || kind == Jobs.Kind.DELEGATED_TASK)
                && jobs.spent(job) == 0
                && world.now() - jobs.enteredAt(job) > executiveSettings.dutyPatienceWeeks();
    }

    private void drop(int executive, int duty) {
        world.books.undone(executive, jobs.hours(duty));
        jobs.remove(duty);
    }

    /* Gives back the request that the job was for. */
    private int dismiss(int job) {
        int request = jobs.request(job);
        if (request != Requests.NONE) {
            requests.setJob(request, Jobs.NONE);
        }
        jobs.remove(job);
        return request;
    }

    private Server serverOf(int request, int job) {
        int contact = requests.contact(request);
        return jobs.kind(job).isOfDelegate()
                ? delegates.server(world.contacts.delegate(contact))
                : executives.server(world.contacts.executive(contact));
    }
}
