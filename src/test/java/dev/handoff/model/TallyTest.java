package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.people.Contacts.Type;
import org.junit.jupiter.api.Test;

/** What is counted: acceptance is the first of five requests in a row that went to the delegate (model.md, section 10). */
class TallyTest {

    private final Tally tally = new Tally(2, 1);

    @Test
    void fiveRequestsInARowAreAcceptanceFromTheFirstOfThem() {
        choose(0, false, 1, 2, 3, 4);
        choose(0, true, 5);
        choose(0, false, 6, 7, 8, 9);
        assertThat(tally.acceptedAt(0)).isInfinite();
        choose(0, false, 10);
        assertThat(tally.acceptedAt(0)).isEqualTo(6);
        choose(0, true, 11);
        choose(0, false, 12, 13, 14, 15, 16, 17);
        assertThat(tally.acceptedAt(0)).as("the first row counts").isEqualTo(6);
        assertThat(tally.acceptedAt(1)).isInfinite();
    }

    @Test
    void choicesAreCountedByWhomTheyAreFor() {
        choose(0, false, 1, 2, 3);
        choose(1, true, 1, 2);
        assertThat(tally.choices()).isEqualTo(5);
        assertThat(tally.choicesForDelegate()).isEqualTo(3);
    }

    @Test
    void delegatesRequestsAreCountedAndThoseHandedBackOrWrongToo() {
        tally.delegateBegan(false);
        tally.delegateBegan(true);
        tally.delegateBegan(false);
        tally.delegateErrs();
        tally.givenUp();
        tally.givenUp();
        assertThat(tally.delegateRequests()).isEqualTo(3);
        assertThat(tally.escalated()).isEqualTo(1);
        assertThat(tally.erred()).isEqualTo(1);
        assertThat(tally.givenUpRequests()).isEqualTo(2);
    }

    @Test
    void reasonsAreCountedForCustomersOnly() {
        tally.lost(Type.CUSTOMER, Reason.WAIT);
        tally.lost(Type.CUSTOMER, Reason.WAIT);
        tally.lost(Type.CUSTOMER, Reason.ERROR);
        tally.lost(Type.VENDOR, Reason.WAIT);
        assertThat(tally.lost(Type.CUSTOMER)).isEqualTo(3);
        assertThat(tally.lost(Type.VENDOR)).isEqualTo(1);
        assertThat(tally.lost(Type.PARTNER)).isZero();
        assertThat(tally.lostCustomers(Reason.WAIT)).isEqualTo(2);
        assertThat(tally.lostCustomers(Reason.ERROR)).isEqualTo(1);
    }

    /** Waits of 0.01, 0.02, .. 1 weeks: the 50th is 0.5, the 95th 0.95, each known to a hundred and twenty-eighth. */
    @Test
    void quantilesOfWaitsAreKnownToLessThanAPercent() {
        for (int wait = 100; wait >= 1; wait--) {
            tally.answered(0, wait / 100.0);
        }
        Waits waits = tally.waits();
        assertThat(waits.count()).isEqualTo(100);
        assertThat(waits.sum()).isCloseTo(50.5, within(1e-12));
        for (int percent : new int[] {1, 2, 10, 50, 63, 95, 99, 100}) {
            double expected = percent / 100.0;
            assertThat(waits.quantile(expected - 1e-9)).isCloseTo(expected, within(expected / 128));
        }
        assertThat(waits.quantile(0)).isCloseTo(0.01, within(0.01 / 128));
    }

    @Test
    void quantilesAreMiddlesOfClassesAndTheOutermostHoldTheRest() {
        Waits waits = new Waits(1);
        assertThat(waits.quantile(0.5)).isNaN();
        waits.add(0, 1);
        assertThat(waits.quantile(0.5)).isEqualTo(1 + 1 / 256.0);
        waits.add(0, 0);
        assertThat(waits.quantile(0.25)).isEqualTo(0x1p-20 * (1 + 1 / 256.0));
        waits.add(0, 1e9);
        assertThat(waits.quantile(1)).isEqualTo(0x1p12 * (1 + 1 / 256.0));
        assertThat(waits.count()).isEqualTo(3);
    }

    private void choose(int contact, boolean forExecutive, double... weeks) {
        for (double week : weeks) {
            tally.choice(contact, forExecutive, week);
        }
    }
}
