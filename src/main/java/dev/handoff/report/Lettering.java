package dev.handoff.report;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import org.apache.batik.svggen.SVGGraphics2D;

/**
 * Text in pictures. Pixels get the outlines of letters, filled like any other shape, because the font engines that JDKs are built
 * with shade hinted letters differently; SVG gets text that can be read, searched and copied.
 */
final class Lettering {
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private Lettering() {}

    /** @param y of the base line */
    static void draw(Graphics2D graphics, String text, float x, float y) {
        if (graphics instanceof SVGGraphics2D) {
            graphics.drawString(text, x, y);
        } else {
            graphics.fill(graphics.getFont().createGlyphVector(UNHINTED, text).getOutline(x, y));
        }
    }
}
