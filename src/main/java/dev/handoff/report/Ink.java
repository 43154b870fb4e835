package dev.handoff.report;

import java.awt.BasicStroke;
import java.awt.Color;

/** Colours and dashes that people with any colour vision can tell apart, in black and white too (Okabe and Ito 2008). */
final class Ink {
    static final Color TEXT = new Color(0x22, 0x22, 0x22);
    static final Color QUIET_TEXT = new Color(0x55, 0x55, 0x55);
    static final Color GRID = new Color(0xE2, 0xE2, 0xE2);
    static final Color COMPARISON = new Color(0x66, 0x66, 0x66);

    private static final Color[] LINES = {
        new Color(0x00, 0x72, 0xB2),
        new Color(0xD5, 0x5E, 0x00),
        new Color(0x00, 0x9E, 0x73),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0xE6, 0x9F, 0x00),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0x00, 0x00, 0x00)
    };
    private static final Color[] FANS = {new Color(0x56, 0xB4, 0xE9), new Color(0xE6, 0x9F, 0x00)};
    private static final float[][] DASHES = {null, {18, 8}, {4, 6}, {18, 6, 4, 6}, {30, 8}, {10, 6}, {4, 12}};
    private static final float[] COMPARISON_DASH = {12, 8};
    private static final int BAND_ALPHA = 110;
    private static final int PALE_BAND_ALPHA = 60;
    private static final int FAN_ALPHA = 60;

    private Ink() {}

    static Color line(int variant) {
        return LINES[variant % LINES.length];
    }

    /** @param crowded whether so many bands lie on each other that they have to be paler */
    static Color band(Color line, boolean crowded) {
        return new Color(line.getRed(), line.getGreen(), line.getBlue(), crowded ? PALE_BAND_ALPHA : BAND_ALPHA);
    }

    static Color fan(int variant) {
        Color fan = FANS[variant % FANS.length];
        return new Color(fan.getRed(), fan.getGreen(), fan.getBlue(), FAN_ALPHA);
    }

    /** A dash which the colour does not have again before {@link #LINES} times {@link #DASHES} variants. */
    static BasicStroke stroke(int variant) {
        return stroke(DASHES[(variant + variant / LINES.length) % DASHES.length]);
    }

    static BasicStroke comparisonStroke() {
        return stroke(COMPARISON_DASH);
    }

    private static BasicStroke stroke(float[] dash) {
        return new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, dash, 0);
    }
}
