package dev.handoff.report;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import org.apache.batik.svggen.SVGGraphics2D;

/** Text in a picture. */
final class Lettering {
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private Lettering() {}

    /**
     * Draws text in the present font and colour. In pixels it is filled outlines, for the pixels of letters differ between JDKs;
     * in a vector file it stays text.
     *
     * @param baseline height on which the letters stand
     */
    static void draw(Graphics2D graphics, String text, int x, int baseline) {
        if (graphics instanceof SVGGraphics2D) {
            graphics.drawString(text, x, baseline);
        } else {
            graphics.fill(graphics.getFont().createGlyphVector(UNHINTED, text).getOutline(x, baseline));
        }
    }
}
