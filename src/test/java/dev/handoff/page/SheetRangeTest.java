package dev.handoff.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetRangeTest {
    @Test
    void columnsAreLettersAsSpreadsheetsCountThem() {
        assertThat(new SheetRange("Bands", 0, 0, 0).reference()).isEqualTo("'Bands'!$A$1:$A$1");
        assertThat(new SheetRange("Bands", 25, 1, 9).reference()).isEqualTo("'Bands'!$Z$2:$Z$10");
        assertThat(new SheetRange("Bands", 26, 1, 9).reference()).isEqualTo("'Bands'!$AA$2:$AA$10");
        assertThat(new SheetRange("Ann's", 701, 1, 9).reference()).isEqualTo("'Ann''s'!$ZZ$2:$ZZ$10");
        assertThat(new SheetRange("Bands", 702, 1, 9).reference()).isEqualTo("'Bands'!$AAA$2:$AAA$10");
    }
}
