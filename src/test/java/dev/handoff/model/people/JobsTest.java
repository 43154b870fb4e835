package dev.handoff.model.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.people.Jobs.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers of jobs are used again, and nothing of a job is lost when there are more than ever before. */
class JobsTest {

    private final Jobs jobs = new Jobs();

    @Test
    void aJobIsWhatWasAdded() {
        int job = jobs.add(Kind.DIRECT, 2, 7);
        assertThat(jobs.kind(job)).isEqualTo(Kind.DIRECT);
        assertThat(jobs.hours(job)).isEqualTo(2);
        assertThat(jobs.request(job)).isEqualTo(7);
        assertThat(jobs.left(job)).isEqualTo(2);
        assertThat(jobs.spent(job)).isZero();
        jobs.enter(job, Server.CONTACTS, 3.5);
        assertThat(jobs.enteredAt(job)).isEqualTo(3.5);
        assertThat(jobs.line(job)).isEqualTo(Server.CONTACTS);
    }

    @Test
    void numbersAreUsedAgainWithNothingLeftOver() {
        int first = jobs.add(Kind.DUTY, 2, Requests.NONE);
        int second = jobs.add(Kind.DUTY, 3, Requests.NONE);
        assertThat(second).isNotEqualTo(first);
        jobs.interrupted(first, 1);
        jobs.remove(first);
        jobs.remove(second);
        int third = jobs.add(Kind.TASK, 5, 4);
        int fourth = jobs.add(Kind.TASK, 6, 4);
        int fifth = jobs.add(Kind.TASK, 7, 4);
        assertThat(List.of(third, fourth)).containsExactlyInAnyOrder(first, second);
        assertThat(fifth).isNotIn(first, second);
        for (int job : new int[] {third, fourth, fifth}) {
            assertThat(jobs.spent(job)).isZero();
        }
    }

    @Test
    void noMoreIsDoneThanThereIsToDo() {
        int job = jobs.add(Kind.DUTY, 2, Requests.NONE);
        jobs.interrupted(job, 0.5);
        jobs.interrupted(job, 1);
        assertThat(jobs.spent(job)).isEqualTo(1.5);
        assertThat(jobs.left(job)).isEqualTo(0.5);
        jobs.interrupted(job, 1);
        assertThat(jobs.spent(job)).isEqualTo(2);
        assertThat(jobs.left(job)).isZero();
    }

    @Test
    void outcomesAndOrphansReplaceWhatAJobWas() {
        int job = jobs.add(Kind.TASK, 0, 3);
        jobs.decide(job, Kind.SUCCESS, 1.5);
        assertThat(jobs.kind(job)).isEqualTo(Kind.SUCCESS);
        assertThat(jobs.hours(job)).isEqualTo(1.5);
        assertThat(jobs.request(job)).isEqualTo(3);
        jobs.orphan(job);
        assertThat(jobs.kind(job)).isEqualTo(Kind.ORPHAN);
        assertThat(jobs.request(job)).isEqualTo(Requests.NONE);
    }

    @Test
    void nothingIsLostWhenThereAreMoreThanEverBefore() {
        List<Integer> added = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            int job = jobs.add(Kind.DUTY, number, number);
            jobs.enter(job, Server.DUTIES, 0.5 * number);
            jobs.interrupted(job, 0.25 * number);
            jobs.link(job, number == 0 ? Jobs.NONE : added.get(number - 1), Jobs.NONE);
            added.add(job);
        }
        assertThat(added).doesNotHaveDuplicates();
        assertThat(jobs.capacity()).isBetween(1000, 4000);
        for (int number = 0; number < 1000; number++) {
            int job = added.get(number);
            assertThat(jobs.hours(job)).isEqualTo(number);
            assertThat(jobs.request(job)).isEqualTo(number);
            assertThat(jobs.enteredAt(job)).isEqualTo(0.5 * number);
            assertThat(jobs.spent(job)).isEqualTo(0.25 * number);
            assertThat(jobs.kind(job)).isEqualTo(Kind.DUTY);
            assertThat(jobs.line(job)).isEqualTo(Server.DUTIES);
            assertThat(jobs.previous(job)).isEqualTo(number == 0 ? Jobs.NONE : added.get(number - 1));
            assertThat(jobs.next(job)).isEqualTo(number == 999 ? Jobs.NONE : added.get(number + 1));
            assertThat(number == 0 || jobs.order(job) > jobs.order(added.get(number - 1)))
                    .isTrue();
        }
    }

    @Test
    void delegatesDoTasksAndWhatBecomesOfThem() {
        List<Kind> ofDelegates = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.isOfDelegate()) {
                ofDelegates.add(kind);
            }
        }
        assertThat(ofDelegates)
                .containsExactly(
                        Kind.TASK,
                        Kind.HANDING_BACK,
                        Kind.SUCCESS,
                        Kind.CAUGHT_ERROR,
                        Kind.ERROR,
                        Kind.DELEGATE_APOLOGY,
                        Kind.REPAIR);
    }
}
