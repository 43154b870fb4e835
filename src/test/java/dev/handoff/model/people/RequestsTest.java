package dev.handoff.model.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Open requests by contact; their numbers are used again with nothing left over. */
class RequestsTest {

    private final Requests requests = new Requests(3, 2);

    @Test
    void aRequestIsWhatWasOpened() {
        int request = requests.open(1, 17, 2.5, 0.5, 0.75, 3);
        assertThat(requests.contact(request)).isEqualTo(1);
        assertThat(requests.number(request)).isEqualTo(17);
        assertThat(requests.arrivedAt(request)).isEqualTo(2.5);
        assertThat(requests.size(request)).isEqualTo(0.5);
        assertThat(requests.baseline(request)).isEqualTo(0.75);
        assertThat(requests.stage(request)).isEqualTo(3);
        assertThat(requests.open()).isEqualTo(1);
        assertFresh(request);
    }

    @Test
    void aNumberThatIsUsedAgainHasNothingLeftOver() {
        int first = requests.open(1, 17, 2.5, 0.5, 0.75, 3);
        requests.markUrgent(first);
        requests.setDifficulty(first, 0.4);
        requests.hold(first, 3);
        requests.limitPatience(first, 4);
        requests.setJob(first, 9);
        requests.spend(first, 0, 1);
        requests.spend(first, 1, 1);
        requests.close(first);
        assertThat(requests.open()).isZero();
        assertThat(requests.isHeldUntil(first, 3)).isFalse();
        assertThat(requests.givesUpAt(first, 4)).isFalse();
        int again = requests.open(2, 18, 5, 0.6, 0.85, 0);
        assertThat(again).isEqualTo(first);
        assertFresh(again);
    }

    private void assertFresh(int request) {
        assertThat(requests.isUrgent(request)).isFalse();
        assertThat(requests.difficulty(request)).isNaN();
        assertThat(requests.isHeld(request)).isFalse();
        assertThat(requests.givesUpAt(request, 4)).isFalse();
        assertThat(requests.job(request)).isEqualTo(Jobs.NONE);
        assertThat(requests.spent(request, 0)).isZero();
        assertThat(requests.spent(request, 1)).isZero();
    }

    @Test
    void hoursAddUpByRequestAndActivity() {
        int first = requests.open(0, 0, 0, 1, 1, 0);
        int second = requests.open(0, 1, 0, 1, 1, 0);
        requests.spend(first, 1, 0.5);
        requests.spend(first, 1, 0.25);
        requests.spend(second, 0, 2);
        assertThat(requests.spent(first, 0)).isZero();
        assertThat(requests.spent(first, 1)).isEqualTo(0.75);
        assertThat(requests.spent(second, 0)).isEqualTo(2);
        assertThat(requests.spent(second, 1)).isZero();
    }

    @Test
    void whatHappensToARequestIsRemembered() {
        int request = requests.open(0, 0, 0, 1, 1, 0);
        requests.markUrgent(request);
        assertThat(requests.isUrgent(request)).isTrue();
        requests.setDifficulty(request, 0.4);
        assertThat(requests.difficulty(request)).isEqualTo(0.4);
        requests.setJob(request, 9);
        assertThat(requests.job(request)).isEqualTo(9);
        requests.hold(request, 3);
        assertThat(requests.isHeld(request)).isTrue();
        assertThat(requests.isHeldUntil(request, 3)).isTrue();
        assertThat(requests.isHeldUntil(request, 2)).isFalse();
        requests.release(request);
        assertThat(requests.isHeld(request)).isFalse();
        requests.limitPatience(request, 4);
        assertThat(requests.givesUpAt(request, 4)).isTrue();
        assertThat(requests.givesUpAt(request, 3)).isFalse();
    }

    /** Against plain sets, through a thousand openings and closings in any order, far beyond the room at first. */
    @Test
    void theOpenRequestsOfAContactAreThoseNotClosed() {
        SplittableRandom random = new SplittableRandom(1);
        List<Set<Integer>> expected = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        List<Integer> open = new ArrayList<>();
        double[] arrivals = new double[1000];
        for (int step = 0; step < 1000; step++) {
            if (step > 300 && !open.isEmpty() && random.nextInt(5) > 1) {
                int request = open.remove(random.nextInt(open.size()));
                assertThat(requests.arrivedAt(request)).isEqualTo(arrivals[requests.number(request)]);
                assertThat(requests.spent(request, 1)).isEqualTo(requests.number(request));
                expected.get(requests.contact(request)).remove(request);
                requests.close(request);
            } else {
                arrivals[step] = random.nextDouble();
                int request = requests.open(step % 3, step, arrivals[step], 1, 1, 0);
                requests.spend(request, 1, step);
                assertThat(open).doesNotContain(request);
                open.add(request);
                expected.get(step % 3).add(request);
            }
            assertThat(requests.open()).isEqualTo(open.size());
            for (int contact = 0; contact < 3; contact++) {
                assertThat(openOf(contact)).isEqualTo(expected.get(contact));
            }
        }
        assertThat(open.size()).isLessThan(200);
        assertThat(requests.capacity()).isBetween(300, 1024);
    }

    @Test
    void whoNeverCalledHasNoOpenRequest() {
        assertThat(requests.anyOpen(0)).isEqualTo(Requests.NONE);
    }

    private Set<Integer> openOf(int contact) {
        Set<Integer> found = new TreeSet<>();
        for (int request = requests.anyOpen(contact); request != Requests.NONE; request = requests.nextOpen(request)) {
            assertThat(found.add(request)).as("met twice").isTrue();
        }
        return found;
    }
}
