package dev.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pictures are drawn, apart from the numbers. */
class PictureTest {

    @Test
    void noTwoVariantsLookTheSame() {
        Set<String> looks = new HashSet<>();
        for (int variant = 0; variant < 49; variant++) {
            looks.add(Ink.line(variant) + Arrays.toString(Ink.stroke(variant).getDashArray()));
        }
        assertThat(looks).hasSize(49);
    }

    /** Else the JDK's own engine for letters decides, and pictures differ by JDK. */
    @Test
    void lettersAreFilledOutlines() {
        assertThat(lettered(RenderingHints.VALUE_TEXT_ANTIALIAS_ON))
                .isEqualTo(lettered(RenderingHints.VALUE_TEXT_ANTIALIAS_OFF))
                .contains(Color.BLACK.getRGB(), Color.WHITE.getRGB());
    }

    private static int[] lettered(Object textHint) {
        BufferedImage image = new BufferedImage(200, 40, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, textHint);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 40);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        Lettering.draw(graphics, "Wave", 5, 32);
        graphics.dispose();
        return image.getRGB(0, 0, 200, 40, null, 0, 200);
    }

    @ParameterizedTest
    @CsvSource({"-23, 20.3, -25, 25", "0, 63, 0, 70", "0, 0, 0, 1", "0, 7, 0, 7", "-1, 0, -1, 0", "0, 34, 0, 35"})
    void axesEndAtRoundNumbersJustOutsideTheValues(double low, double high, double bottom, double top) {
        assertThat(ValueScale.low(low, high)).isEqualTo(bottom);
        assertThat(ValueScale.high(low, high)).isEqualTo(top);
    }
}
