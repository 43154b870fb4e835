package dev.handoff.model.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.Distribution;
import dev.handoff.model.people.Contacts.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who the contacts are, to whom they belong and how they are called (model.md, section 1). */
class ContactsTest {

    private static final Distribution ANY = new Distribution.Fixed(1);

    /** Of 10 contacts a quarter are vendors, 2.5 or nearest 3, and 0.12 partners, 1.2 or nearest 1; customers come first. */
    @Test
    void sharesAreRoundedToWholeContacts() {
        Contacts contacts = contacts(1, 0, group(10, "", 0.25, 0.12));
        assertThat(contacts.count(Type.CUSTOMER)).isEqualTo(6);
        assertThat(contacts.count(Type.VENDOR)).isEqualTo(3);
        assertThat(contacts.count(Type.PARTNER)).isEqualTo(1);
        assertThat(contacts.type(5)).isEqualTo(Type.CUSTOMER);
        assertThat(contacts.type(6)).isEqualTo(Type.VENDOR);
        assertThat(contacts.type(8)).isEqualTo(Type.VENDOR);
        assertThat(contacts.type(9)).isEqualTo(Type.PARTNER);
        assertThat(contacts.isCustomer(5)).isTrue();
        assertThat(contacts.isCustomer(6)).isFalse();
    }

    /** Half of three are two and two, which is one too many. */
    @Test
    void roundingNeverMakesMoreContactsThanThereAre() {
        Contacts contacts = contacts(1, 0, group(3, "", 0.5, 0.5));
        assertThat(contacts.count(Type.VENDOR)).isEqualTo(2);
        assertThat(contacts.count(Type.PARTNER)).isEqualTo(1);
        assertThat(contacts.count(Type.CUSTOMER)).isZero();
        assertThatThrownBy(() -> group(3, "", 0.5, 0.51)).hasMessageContaining("must not exceed 1 together");
    }

    /** Contact i belongs to executive i mod 3; of 4 delegates executive 0 has 0 and 3, the others one each. */
    @Test
    void contactsAndDelegatesAreDealtInTurn() {
        Contacts contacts = contacts(3, 4, group(8, "", 0, 0));
        int[] executives = new int[8];
        int[] delegates = new int[8];
        for (int contact = 0; contact < 8; contact++) {
            executives[contact] = contacts.executive(contact);
            delegates[contact] = contacts.delegate(contact);
        }
        assertThat(executives).containsExactly(0, 1, 2, 0, 1, 2, 0, 1);
        assertThat(delegates).containsExactly(0, 1, 2, 3, 1, 2, 0, 1);
    }

    /** Executive 0 has delegates 0 and 2 of four, for its contacts 0, 2, 4, 6 in turn. */
    @Test
    void theContactsOfAnExecutiveGoToItsDelegatesInTurn() {
        Contacts contacts = contacts(2, 4, group(8, "", 0, 0));
        assertThat(List.of(0, 2, 4, 6)).extracting(contacts::delegate).containsExactly(0, 2, 0, 2);
        assertThat(List.of(1, 3, 5, 7)).extracting(contacts::delegate).containsExactly(1, 3, 1, 3);
    }

    @Test
    void whoseExecutiveHasNoDelegateHasNone() {
        Contacts contacts = contacts(3, 2, group(6, "", 0, 0));
        assertThat(contacts.delegate(0)).isZero();
        assertThat(contacts.delegate(1)).isEqualTo(1);
        assertThat(contacts.delegate(2)).isEqualTo(Contacts.NOBODY);
        assertThat(contacts.delegate(5)).isEqualTo(Contacts.NOBODY);
    }

    @Test
    void delegatesOfAnExecutiveAreCountedAsDealt() {
        for (int executives = 1; executives <= 4; executives++) {
            for (int delegates = 0; delegates <= 9; delegates++) {
                int[] dealt = new int[executives];
                for (int delegate = 0; delegate < delegates; delegate++) {
                    dealt[delegate % executives]++;
                }
                for (int executive = 0; executive < executives; executive++) {
                    assertThat(Contacts.ownDelegates(executive, executives, delegates))
                            .isEqualTo(dealt[executive]);
                }
            }
        }
    }

    @Test
    void groupsFollowEachOtherAndNameTheirMembers() {
        Contacts contacts = contacts(
                1, 1, group(2, "", 0.5, 0), group(1, "Ada Ltd", 0, 0), group(2, "Shop", 0, 0), group(2, "", 0.5, 0));
        assertThat(contacts.count()).isEqualTo(7);
        assertThat(contacts.group(1)).isZero();
        assertThat(contacts.group(2)).isEqualTo(1);
        assertThat(contacts.group(6)).isEqualTo(3);
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6))
                .extracting(contacts::name)
                .containsExactly("Customer 1", "Vendor 1", "Ada Ltd", "Shop 1", "Shop 2", "Customer 2", "Vendor 2");
        assertThat(contacts(1, 1, group(1, "", 0, 0)).name(0)).isEqualTo("Customer 1");
    }

    @Test
    void whoIsDrawnBelowTheShareIsAFriend() {
        Contacts contacts = contacts(1, 0, group(5, "", 0, 0));
        assertThat(contacts.isFriend(0)).as("0 below 0.2").isTrue();
        assertThat(contacts.isFriend(1)).as("0.2 below 0.2").isFalse();
        assertThat(contacts.isFriend(2)).as("0.4 below 0.2").isFalse();
    }

    @Test
    void eachHasItsRateValueAndPatience() {
        Contacts contacts = contacts(1, 0, group(3, "", 0, 0));
        assertThat(contacts.rate(2)).isEqualTo(2.5);
        assertThat(contacts.value(2)).isEqualTo(1200);
        assertThat(contacts.initialValue(2)).isEqualTo(1200);
        assertThat(contacts.patience(2)).isEqualTo(0.32);
        contacts.concede(2, 0.25);
        assertThat(contacts.value(2)).isCloseTo(900, within(1e-9));
        assertThat(contacts.initialValue(2)).isEqualTo(1200);
        assertThat(contacts.value(1)).isEqualTo(1100);
    }

    @Test
    void callsAndLeavingAreRemembered() {
        Contacts contacts = contacts(1, 0, group(3, "", 0, 0));
        contacts.onCall(1);
        contacts.onCall(1);
        assertThat(contacts.calls(1)).isEqualTo(2);
        assertThat(contacts.calls(0)).isZero();
        assertThat(contacts.present()).isEqualTo(3);
        assertThat(contacts.isPresent(1)).isTrue();
        assertThat(contacts.leftAt(1)).isInfinite();
        contacts.onLeaving(1, 6.5);
        assertThat(contacts.isPresent(1)).isFalse();
        assertThat(contacts.leftAt(1)).isEqualTo(6.5);
        assertThat(contacts.present()).isEqualTo(2);
        assertThat(contacts.count()).isEqualTo(3);
    }

    /* Contact i calls i + 0.5 times a week, is worth 1000 + 100 i, draws i/5 for friendship and has a patience of 0.3 + i/100. */
    private static Contacts contacts(int executives, int delegates, Contacts.Group... groups) {
        int count = 0;
        for (Contacts.Group group : groups) {
            count += group.count();
        }
        double[] rate = new double[count];
        double[] value = new double[count];
        double[] friend = new double[count];
        double[] patience = new double[count];
        for (int contact = 0; contact < count; contact++) {
            rate[contact] = contact + 0.5;
            value[contact] = 1000 + 100 * contact;
            friend[contact] = 0.2 * contact;
            patience[contact] = (30 + contact) / 100.0;
        }
        return new Contacts(List.of(groups), rate, value, friend, patience, executives, delegates);
    }

    private static Contacts.Group group(int count, String name, double vendors, double partners) {
        return new Contacts.Group(count, name, vendors, partners, ANY, ANY, ANY, 0.2, ANY, ANY);
    }
}
