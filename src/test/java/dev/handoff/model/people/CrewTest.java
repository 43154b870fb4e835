package dev.handoff.model.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.kernel.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executives and delegates: hours, servers of their own, names. */
class CrewTest {

    private static final Distribution ANY = new Distribution.Fixed(1);

    @Test
    void eachExecutiveHasHoursAndAServer() {
        Executives executives = new Executives(new double[] {40, 60}, new Jobs());
        assertThat(executives.count()).isEqualTo(2);
        assertThat(executives.maximumHours(0)).isEqualTo(40);
        assertThat(executives.maximumHours(1)).isEqualTo(60);
        assertThat(executives.server(0)).isNotNull().isNotSameAs(executives.server(1));
    }

    @Test
    void eachDelegateHasHoursAServerAndAName() {
        Delegates delegates = new Delegates(
                List.of(group(1, "Dana"), group(2, "Junior"), group(1, ""), group(2, "")),
                new double[] {28, 20, 21, 22, 23, 24},
                new Jobs());
        assertThat(delegates.count()).isEqualTo(6);
        assertThat(delegates.netHours(2)).isEqualTo(21);
        assertThat(delegates.server(0)).isNotNull().isNotSameAs(delegates.server(1));
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(delegates::name)
                .containsExactly("Dana", "Junior 1", "Junior 2", "Delegate 1", "Delegate 1");
        assertThatThrownBy(() -> delegates.name(6)).hasMessage("no delegate 6");
    }

    private static Delegates.Group group(int count, String name) {
        return new Delegates.Group(count, name, ANY, ANY, ANY, 1, 0, Delegates.Source.STAFF);
    }
}
