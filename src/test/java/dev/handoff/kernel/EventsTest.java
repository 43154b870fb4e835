package dev.handoff.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The order of events: time, then order of scheduling, against a plain list that is searched from end to end. */
class EventsTest {

    private static final int[] SLOTS = {3, 0, 7, 1};
    private static final int FREE_KIND = 1;

    @Test
    void slotEventsComeInTheOrderOfAPlainList() {
        compare(() -> new SlotEvents(SLOTS, -2));
    }

    @Test
    void ssjEventsComeInTheOrderOfAPlainList() {
        compare(() -> new SsjEvents(new BinaryTree(), SLOTS, -2));
        compare(() -> new SsjEvents(new DoublyLinked(), SLOTS, -2));
        compare(() -> new SsjEvents(new Henriksen(), SLOTS, -2));
        compare(() -> new SsjEvents(new RedblackTree(), SLOTS, -2));
        compare(() -> new SsjEvents(new SplayTree(), SLOTS, -2));
    }

    @Test
    void eventsOfOnePartComeInTheOrderOfAPlainList() {
        compare(() -> new PartedEvents(SLOTS, new boolean[] {true, false, false, false}, 1, -2));
        compare(() -> new PartedEvents(SLOTS, new boolean[] {false, false, false, true}, 1, -2));
    }

    @Test
    void aListMayHaveOneSlotOrNone() {
        Events one = new SlotEvents(new int[] {1, 0}, -2);
        one.set(0, 0, -2);
        one.schedule(1, 5, 1);
        assertThat(one.next(0)).isTrue();
        one.set(0, 0, 1);
        assertThat(drain(one)).containsExactly("1/5 at 1.0", "0/0 at 1.0");
        one.set(0, 0, 3);
        one.cancel(0, 0);
        assertThat(drain(one)).isEmpty();
        Events none = new SlotEvents(new int[] {0, 0}, 0);
        none.schedule(1, 7, 2);
        assertThat(drain(none)).containsExactly("1/7 at 2.0");
    }

    @Test
    void moreSlotsThanKeysCanNumberAreRefused() {
        assertThatThrownBy(() -> new SlotEvents(new int[] {1 << 26, 1}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slots (67108865) must be 2^26 at most");
    }

    /** Seven neighbouring numbers, set upwards and downwards, and one of them twice: by time, then by order of scheduling. */
    @Test
    void timesThatDifferInTheirLastBitComeInTheirOrder() {
        for (double least : new double[] {-1.75, 0, 5, 103.6}) {
            for (boolean upwards : new boolean[] {true, false}) {
                Events events = new SlotEvents(SLOTS, -2);
                List<String> expected = new ArrayList<>();
                for (int step = 0; step < 7; step++) {
                    int subject = upwards ? step : 6 - step;
                    events.set(2, subject, least + subject * Math.ulp(least));
                    expected.add("2/" + step + " at " + (least + step * Math.ulp(least)));
                }
                events.set(0, 2, least + 3 * Math.ulp(least));
                expected.add(4, "0/2 at " + (least + 3 * Math.ulp(least)));
                assertThat(drain(events)).isEqualTo(expected);
            }
        }
    }

    /** Subjects 0, 2, 4 and 1, 3, 5 of kind 2 are two parts, kind 0 is common; worked out by hand. */
    @Test
    void onePartAfterTheOtherIsTakenFromCommonEventToCommonEvent() {
        Events events = new PartedEvents(new int[] {1, 0, 6}, new boolean[] {true, false, false}, 2, 0);
        events.set(2, 5, 1);
        events.set(2, 4, 2);
        events.set(2, 3, 3);
        events.set(0, 0, 3);
        events.set(2, 2, 3);
        events.set(2, 1, 3.5);
        events.set(2, 0, 4);
        List<String> order = new ArrayList<>();
        while (events.next(3.7)) {
            order.add(describe(events));
            if (events.subject() == 4) {
                events.schedule(FREE_KIND, 77, 2.5);
            }
        }
        assertThat(order)
                .containsExactly(
                        "2/4 at 2.0",
                        "1/77 at 2.5",
                        "2/5 at 1.0",
                        "2/3 at 3.0",
                        "0/0 at 3.0",
                        "2/2 at 3.0",
                        "2/1 at 3.5");
        assertThat(drain(events)).containsExactly("2/0 at 4.0");
    }

    @Test
    void aSlotHoldsOneTimeOnly() {
        Events events = new SlotEvents(SLOTS, 0);
        events.set(0, 1, 5);
        events.set(0, 1, 2);
        events.set(0, 1, 7);
        assertThat(drain(events)).containsExactly("0/1 at 7.0");
    }

    @Test
    void aCancelledSlotHoldsNothing() {
        Events events = new SlotEvents(SLOTS, 0);
        events.set(0, 1, 5);
        events.set(0, 2, 6);
        events.cancel(0, 1);
        events.cancel(0, 0);
        assertThat(drain(events)).containsExactly("0/2 at 6.0");
    }

    @Test
    void anEventThatSetsItsOwnSlotComesAgain() {
        Events events = new SlotEvents(SLOTS, 0);
        events.set(2, 6, 1);
        for (int round = 1; round <= 3; round++) {
            assertThat(events.next(10)).isTrue();
            assertThat(events.time()).isEqualTo(round);
            events.set(2, 6, events.time() + 1);
        }
    }

    @Test
    void eventsAfterTheLimitWait() {
        Events events = new SlotEvents(SLOTS, 0);
        events.set(0, 0, 3);
        events.schedule(FREE_KIND, 9, 4);
        assertThat(events.next(2.9)).isFalse();
        assertThat(events.next(3)).isTrue();
        assertThat(events.next(3.5)).isFalse();
        assertThat(events.next(4)).isTrue();
        assertThat(events.subject()).isEqualTo(9);
        assertThat(events.next(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void thePastAndWhatIsNoTimeAreRefused() {
        Events events = new SlotEvents(SLOTS, 0);
        events.set(0, 0, 3);
        events.next(3);
        for (double time : new double[] {2.999, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> events.set(0, 1, time)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> events.schedule(FREE_KIND, 0, time)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> events.schedule(FREE_KIND, 0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /* Times on a coarse grid, so that ties are frequent; a third of the operations reschedule or cancel. */
    private static void compare(Supplier<Events> engine) {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Events events = engine.get();
            PlainList expected = new PlainList();
            double now = -2;
            for (int step = 0; step < 300; step++) {
                double time = now + random.nextInt(4);
                int kind = random.nextInt(SLOTS.length);
                if (random.nextInt(3) == 0) {
                    double until = now + random.nextInt(3);
                    boolean has = events.next(until);
                    assertThat(has).isEqualTo(expected.next(until));
                    if (has) {
                        now = expected.present.time;
                        assertThat(describe(events)).isEqualTo(expected.present.toString());
                    }
                } else if (SLOTS[kind] == 0) {
                    events.schedule(kind, step, time);
                    expected.add(kind, step, time);
                } else {
                    int subject = random.nextInt(SLOTS[kind]);
                    double set = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : time;
                    events.set(kind, subject, set);
                    expected.set(kind, subject, set);
                }
            }
        }
    }

    private static List<String> drain(Events events) {
        List<String> order = new ArrayList<>();
        while (events.next(Double.MAX_VALUE)) {
            order.add(describe(events));
        }
        return order;
    }

    private static String describe(Events events) {
        return events.kind() + "/" + events.subject() + " at " + events.time();
    }

    private record Planned(int kind, int subject, double time, int order) {
        @Override
        public String toString() {
            return kind + "/" + subject + " at " + time;
        }
    }

    private static final class PlainList {
        private final List<Planned> planned = new ArrayList<>();
        private int order;
        private Planned present;

        private void add(int kind, int subject, double time) {
            planned.add(new Planned(kind, subject, time, order++));
        }

        private void set(int kind, int subject, double time) {
            planned.removeIf(each -> each.kind == kind && each.subject == subject);
            if (time < Double.POSITIVE_INFINITY) {
                add(kind, subject, time);
            }
        }

        private boolean next(double until) {
            Planned first = planned.stream()
                    .min(Comparator.comparingDouble(Planned::time).thenComparingInt(Planned::order))
                    .orElse(null);
            if (first == null || first.time > until) {
                return false;
            }
            planned.remove(first);
            present = first;
            return true;
        }
    }
}
