package dev.handoff.scenario;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal numbers that stand for doubles, the same on every JDK: {@link Double#toString} has digits too many before JDK 19. */
public final class ShortestDecimal {
    private static final int SURE_DIGITS = 15; // what is written with so many is read back as the same text
    private static final int MOST_DIGITS = 17; // that any value needs

    private ShortestDecimal() {}

    /**
     * As many digits as tell the value from all others, and the nearest of those.
     *
     * @param value finite
     */
    public static BigDecimal of(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SURE_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS)).stripTrailingZeros();
    }
}
