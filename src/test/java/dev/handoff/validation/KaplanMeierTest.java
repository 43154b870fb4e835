package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.validation.KaplanMeier.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The estimate that the target of acceptance rests on, against hand arithmetic. */
class KaplanMeierTest {
    /* Six individuals; at week 3 two of the five still seen, at week 5 one of the two still seen. */
    private static final KaplanMeier SIX = new KaplanMeier(List.of(
            new Sight(5, true),
            new Sight(2, false),
            new Sight(3, true),
            new Sight(3, true),
            new Sight(3, false),
            new Sight(6, false)));

    @Test
    void whoIsLostFromSightCountsUpToThen() {
        assertThat(SIX.share(2.9)).isZero();
        assertThat(SIX.share(3)).isCloseTo(1 - 3.0 / 5, within(1e-15));
        assertThat(SIX.share(5)).isCloseTo(1 - 3.0 / 5 / 2, within(1e-15));
        assertThat(SIX.share(100)).isEqualTo(SIX.share(5));
    }

    @Test
    void aShareThatIsNeverReachedHasNoWeek() {
        assertThat(SIX.week(0.39)).isEqualTo(3);
        assertThat(SIX.week(0.41)).isEqualTo(5);
        assertThat(SIX.week(0.71)).isInfinite();
    }
}
