package dev.handoff.bench;

import java.util.LinkedList;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/**
 * The reference workload as the examples of SSJ are written: its simulator with its own event list, an object for each event and
 * call, its generators by inversion of one stream for each purpose, its collectors of statistics. Runs any number of
 * replications, each on the next substreams.
 */
final class SsjReference {
    private final RandomStream choiceStream = new MRG32k3a();
    private final RandomStream gapStream = new MRG32k3a();
    private final RandomStream serviceStream = new MRG32k3a();
    private final RandomStream patienceStream = new MRG32k3a();
    private final RandomVariateGen gap = new ExponentialGen(gapStream, 1 / ReferenceWorkload.MEAN_GAP);
    private final RandomVariateGen service =
            new LognormalGen(serviceStream, ReferenceWorkload.LOG_MEAN, ReferenceWorkload.LOG_DEVIATION);
    private final RandomVariateGen patience = new ExponentialGen(patienceStream, 1 / ReferenceWorkload.MEAN_PATIENCE);

    ReferenceResult run() {
        for (RandomStream stream : new RandomStream[] {choiceStream, gapStream, serviceStream, patienceStream}) {
            stream.resetNextSubstream();
        }
        return new Replication().run();
    }

    private final class Replication {
        private final Simulator simulator = new Simulator();
        private final Contact[] contacts = new Contact[ReferenceWorkload.CONTACTS];
        private final Server executive = new Server();
        private final Server[] delegates = new Server[ReferenceWorkload.DELEGATES];
        private final Tally waits = new Tally("waits for the executive");
        private int events;
        private int servedByDelegates;
        private int reneged;

        private ReferenceResult run() {
            simulator.init();
            for (int delegate = 0; delegate < delegates.length; delegate++) {
                delegates[delegate] = new Server();
            }
            for (int contact = 0; contact < contacts.length; contact++) {
                contacts[contact] = new Contact(delegates[contact % delegates.length]);
                new Arrival(contacts[contact]).schedule(gap.nextDouble());
            }
            new Event(simulator) {
                @Override
                public void actions() {
                    simulator.stop();
                }
            }.schedule(ReferenceWorkload.HORIZON);
            simulator.start();
            double habits = 0;
            for (Contact contact : contacts) {
                habits += contact.habit;
            }
            return new ReferenceResult(
                    events, waits.numberObs(), servedByDelegates, reneged, habits / contacts.length, waits.average());
        }

        private final class Contact {
            private final Server delegate;
            private double habit = ReferenceWorkload.FIRST_HABIT;

            private Contact(Server delegate) {
                this.delegate = delegate;
            }
        }

        private final class Call {
            private final Contact contact;
            private final double calledAt = simulator.time();
            private double beganAt;
            private Patience patience;

            private Call(Contact contact) {
                this.contact = contact;
            }
        }

        private final class Server {
            private final LinkedList<Call> line = new LinkedList<>();
            private final Accumulate length = new Accumulate(simulator, "length of the line");
            private Call present;

            private void accept(Call call) {
                if (present == null) {
                    begin(call);
                } else {
                    line.addLast(call);
                    length.update(line.size());
                }
            }

            private void begin(Call call) {
                present = call;
                call.beganAt = simulator.time();
                new Departure(this).schedule(service.nextDouble());
            }

            private void proceed() {
                present = null;
                if (!line.isEmpty()) {
                    Call call = line.removeFirst();
                    length.update(line.size());
                    if (call.patience != null) {
                        call.patience.cancel();
                        call.patience = null;
                    }
                    begin(call);
                }
            }
        }

        private final class Arrival extends Event {
            private final Contact contact;

            private Arrival(Contact contact) {
                super(simulator);
                this.contact = contact;
            }

            @Override
            public void actions() {
                events++;
                new Arrival(contact).schedule(gap.nextDouble());
                Call call = new Call(contact);
                if (choiceStream.nextDouble() >= contact.habit) {
                    contact.delegate.accept(call);
                    return;
                }
                if (executive.present != null) {
                    call.patience = new Patience(call);
                    call.patience.schedule(patience.nextDouble());
                }
                executive.accept(call);
            }
        }

        private final class Departure extends Event {
            private final Server server;

            private Departure(Server server) {
                super(simulator);
                this.server = server;
            }

            @Override
            public void actions() {
                events++;
                Call call = server.present;
                if (server == executive) {
                    waits.add(call.beganAt - call.calledAt);
                    call.contact.habit += ReferenceWorkload.GAIN * (1 - call.contact.habit);
                } else {
                    servedByDelegates++;
                    call.contact.habit -= ReferenceWorkload.LOSS * call.contact.habit;
                }
                server.proceed();
            }
        }

        private final class Patience extends Event {
            private final Call call;

            private Patience(Call call) {
                super(simulator);
                this.call = call;
            }

            @Override
            public void actions() {
                events++;
                reneged++;
                executive.line.remove(call);
                executive.length.update(executive.line.size());
                call.patience = null;
                call.contact.delegate.accept(call);
            }
        }
    }
}
