package dev.handoff.model.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.people.Executives.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines, turns, hours and interruptions of one server, counted by hand. */
class ServerTest {

    private final Jobs jobs = new Jobs();
    private final Server server = new Server(jobs);

    @BeforeEach
    void numberZeroBelongsToSomebodyElse() {
        jobs.add(Jobs.Kind.DUTY, 9, Requests.NONE);
    }

    @Test
    void theFirstLineThatHoldsAJobIsServedFirst() {
        int duty = join(1, Server.DUTIES);
        int contact = join(1, Server.CONTACTS);
        int management = join(1, Server.MANAGEMENT);
        int urgent = join(1, Server.URGENT);
        assertThat(takeNext(Order.DUTIES_FIRST)).isEqualTo(urgent);
        assertThat(takeNext(Order.DUTIES_FIRST)).isEqualTo(management);
        assertThat(takeNext(Order.CONTACTS_FIRST)).isEqualTo(contact);
        assertThat(takeNext(Order.CONTACTS_FIRST)).isEqualTo(duty);
        assertThat(server.nextInTurn(Order.FIFO)).isEqualTo(Jobs.NONE);
        assertThat(server.waiting()).isZero();
    }

    @Test
    void contactsAndDutiesTakeTurnsAsTheOrderSays() {
        int early = join(1, Server.DUTIES);
        int call = join(1, Server.CONTACTS);
        int late = join(1, Server.DUTIES);
        assertThat(server.nextInTurn(Order.CONTACTS_FIRST)).isEqualTo(call);
        assertThat(server.nextInTurn(Order.DUTIES_FIRST)).isEqualTo(early);
        assertThat(takeNext(Order.FIFO)).isEqualTo(early);
        assertThat(takeNext(Order.FIFO)).isEqualTo(call);
        assertThat(takeNext(Order.FIFO)).isEqualTo(late);
    }

    @Test
    void withinALineWhoCameFirstIsServedFirstAndAnybodyMayLeave() {
        int[] line = new int[5];
        for (int place = 0; place < line.length; place++) {
            line[place] = join(1, Server.CONTACTS);
        }
        server.leave(line[2]);
        server.leave(line[4]);
        assertThat(server.waiting()).isEqualTo(3);
        assertThat(server.first(Server.CONTACTS)).isEqualTo(line[0]);
        server.leave(line[0]);
        int last = join(1, Server.CONTACTS);
        assertThat(takeNext(Order.FIFO)).isEqualTo(line[1]);
        assertThat(takeNext(Order.FIFO)).isEqualTo(line[3]);
        assertThat(takeNext(Order.FIFO)).isEqualTo(last);
        assertThat(server.first(Server.CONTACTS)).isEqualTo(Jobs.NONE);
        int again = join(1, Server.CONTACTS);
        assertThat(takeNext(Order.FIFO)).isEqualTo(again);
    }

    /** 3 job-hours at 40 clock hours a week that yield 0.75 each: a tenth of a week, 4 clock hours. */
    @Test
    void aJobTakesItsHoursBySpeed() {
        int job = join(3, Server.CONTACTS);
        server.leave(job);
        assertThat(server.isIdle()).isTrue();
        assertThat(server.begin(job, 40, 0.75, 2)).isCloseTo(2.1, within(1e-15));
        assertThat(server.isIdle()).isFalse();
        assertThat(server.present()).isEqualTo(job);
        assertThat(server.jobHours(2.05)).isCloseTo(1.5, within(1e-12));
        assertThat(server.clockHours(2.075)).isCloseTo(3, within(1e-12));
        assertThat(server.unfinishedHours(2.05)).isCloseTo(1.5, within(1e-12));
        assertThat(server.finish(2.1)).isEqualTo(job);
        assertThat(server.isIdle()).isTrue();
        assertThat(server.clockHours(9)).isCloseTo(4, within(1e-12));
        assertThat(server.jobHours(9)).isCloseTo(3, within(1e-12));
        assertThat(server.unfinishedHours(9)).isZero();
    }

    @Test
    void whatWaitsIsTheBacklog() {
        int begun = join(5, Server.CONTACTS);
        join(2, Server.CONTACTS);
        join(1.5, Server.DUTIES);
        join(0.25, Server.URGENT);
        server.leave(begun);
        server.begin(begun, 40, 1, 0);
        assertThat(server.backlogHours()).isEqualTo(3.75);
        assertThat(server.waiting()).isEqualTo(3);
    }

    /** 4 job-hours at 40 a week are interrupted after 0.025 weeks and once more after another 0.05: 1 hour, then 2 more are done. */
    @Test
    void anInterruptedJobGoesBackToTheHeadWithTheHoursThatAreLeft() {
        int job = join(4, Server.CONTACTS);
        int behind = join(1, Server.CONTACTS);
        server.leave(job);
        server.begin(job, 40, 1, 0);
        server.interrupt(0.025);
        assertThat(server.isIdle()).isTrue();
        assertThat(server.waiting()).isEqualTo(2);
        assertThat(server.backlogHours()).isCloseTo(4, within(1e-12));
        assertThat(server.unfinishedHours(1)).isCloseTo(1, within(1e-12));
        assertThat(jobs.spent(job)).isCloseTo(1, within(1e-12));
        assertThat(takeNext(Order.FIFO)).isEqualTo(job);
        assertThat(server.begin(job, 40, 0.5, 1)).isCloseTo(1.15, within(1e-12));
        server.interrupt(1.1);
        assertThat(jobs.left(job)).isCloseTo(1, within(1e-12));
        assertThat(server.jobHours(5)).isCloseTo(3, within(1e-12));
        assertThat(server.clockHours(5)).isCloseTo(1 + 4, within(1e-12));
        assertThat(takeNext(Order.FIFO)).isEqualTo(job);
        server.begin(job, 40, 1, 6);
        assertThat(server.unfinishedHours(6.0125)).isCloseTo(3.5, within(1e-12));
        assertThat(takeNext(Order.FIFO)).isEqualTo(behind);
    }

    @Test
    void anInterruptedJobIsAlsoTheLastOfAnEmptyLine() {
        int job = join(4, Server.CONTACTS);
        server.leave(job);
        server.begin(job, 40, 1, 0);
        server.interrupt(0.025);
        int next = join(1, Server.CONTACTS);
        assertThat(takeNext(Order.FIFO)).isEqualTo(job);
        assertThat(takeNext(Order.FIFO)).isEqualTo(next);
        assertThat(server.nextInTurn(Order.FIFO)).isEqualTo(Jobs.NONE);
    }

    @Test
    void linesStayInOrderRoundAnInterruptedJob() {
        int job = join(4, Server.CONTACTS);
        server.leave(job);
        server.begin(job, 40, 1, 0);
        int first = join(1, Server.CONTACTS);
        int second = join(1, Server.CONTACTS);
        server.interrupt(0.025);
        int third = join(1, Server.CONTACTS);
        server.leave(second);
        server.leave(first);
        int fourth = join(1, Server.CONTACTS);
        assertThat(server.waiting()).isEqualTo(3);
        assertThat(takeNext(Order.FIFO)).isEqualTo(job);
        assertThat(takeNext(Order.FIFO)).isEqualTo(third);
        assertThat(takeNext(Order.FIFO)).isEqualTo(fourth);
        assertThat(server.nextInTurn(Order.FIFO)).isEqualTo(Jobs.NONE);
    }

    @Test
    void whoeverWaitsBehindAnInterruptedJobMayBeTheLastToLeave() {
        int job = join(4, Server.CONTACTS);
        server.leave(job);
        server.begin(job, 40, 1, 0);
        int behind = join(1, Server.CONTACTS);
        server.interrupt(0.025);
        server.leave(behind);
        int next = join(1, Server.CONTACTS);
        assertThat(takeNext(Order.FIFO)).isEqualTo(job);
        assertThat(takeNext(Order.FIFO)).isEqualTo(next);
    }

    @Test
    void whoComesAfterAnInterruptionGoesBehindThoseWhoWait() {
        int job = join(4, Server.CONTACTS);
        server.leave(job);
        server.begin(job, 40, 1, 0);
        int behind = join(1, Server.CONTACTS);
        server.interrupt(0.025);
        int late = join(1, Server.CONTACTS);
        assertThat(takeNext(Order.FIFO)).isEqualTo(job);
        assertThat(takeNext(Order.FIFO)).isEqualTo(behind);
        assertThat(takeNext(Order.FIFO)).isEqualTo(late);
    }

    @Test
    void anUrgentJobIsNotInterrupted() {
        assertThat(server.isInterruptible()).as("nothing in service").isFalse();
        int urgent = join(1, Server.URGENT);
        server.leave(urgent);
        server.begin(urgent, 40, 1, 0);
        assertThat(server.isInterruptible()).isFalse();
        server.finish(0.025);
        int management = join(1, Server.MANAGEMENT);
        server.leave(management);
        server.begin(management, 40, 1, 1);
        assertThat(server.isInterruptible()).isTrue();
        server.finish(1.025);
        assertThat(server.isInterruptible()).as("nothing in service any more").isFalse();
    }

    private int join(double hours, int line) {
        int job = jobs.add(Jobs.Kind.DUTY, hours, Requests.NONE);
        server.join(job, line, 0);
        return job;
    }

    private int takeNext(Order order) {
        int job = server.nextInTurn(order);
        server.leave(job);
        return job;
    }
}
