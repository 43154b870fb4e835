package dev.handoff.bench;

import java.util.LinkedList;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/** The single server as the first example of SSJ's guide has it. */
final class SsjSingleServer {
    /** For tables. */
    static final String WORDS = "SSJ, all of it as its users write it";

    private final Simulator simulator = new Simulator();
    private final RandomVariateGen gap = new ExponentialGen(new MRG32k3a(), SingleServer.LOAD);
    private final RandomVariateGen service = new ExponentialGen(new MRG32k3a(), 1);
    private final LinkedList<Customer> waiting = new LinkedList<>();
    private final LinkedList<Customer> inService = new LinkedList<>();
    private final Tally stays = new Tally("times in the system");
    private final Accumulate length = new Accumulate(simulator, "length of the line");
    private int eventsToCome;

    private SsjSingleServer(int events) {
        eventsToCome = events;
    }

    /** Mean time in the system of the customers that left within so many events. */
    static double run(int events) {
        return new SsjSingleServer(events).run();
    }

    private double run() {
        simulator.init();
        length.init();
        new Arrival().schedule(gap.nextDouble());
        simulator.start();
        return stays.average();
    }

    private void count() {
        if (--eventsToCome == 0) {
            simulator.stop();
        }
    }

    private record Customer(double arrivedAt, double service) {}

    private final class Arrival extends Event {
        private Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            count();
            new Arrival().schedule(gap.nextDouble());
            Customer customer = new Customer(simulator.time(), service.nextDouble());
            if (inService.isEmpty()) {
                inService.addLast(customer);
                new Departure().schedule(customer.service());
            } else {
                waiting.addLast(customer);
                length.update(waiting.size());
            }
        }
    }

    private final class Departure extends Event {
        private Departure() {
            super(simulator);
        }

        @Override
        public void actions() {
            count();
            stays.add(simulator.time() - inService.removeFirst().arrivedAt());
            if (!waiting.isEmpty()) {
                Customer customer = waiting.removeFirst();
                length.update(waiting.size());
                inService.addLast(customer);
                new Departure().schedule(customer.service());
            }
        }
    }
}
