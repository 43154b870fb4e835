package dev.handoff.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/** One picture as a PNG file, 1920 pixels wide, and as an SVG file. */
final class PictureFiles {
    private static final int PIXELS = 1920;

    /** Of the encoder's scale: larger files by a third, in half the time. */
    private static final float FAST = 0.9f;

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** What is painted into the {@linkplain PicturePage#WIDTH width} and height of a page. */
    @FunctionalInterface
    interface Painting {
        void paint(Graphics2D graphics);
    }

    private PictureFiles() {}

    /** Plans the picture as NAME.png and NAME.svg. */
    static void plan(StudyFolder folder, String name, Painting page) {
        folder.file(name + ".png", file -> writePng(page, file));
        folder.file(name + ".svg", file -> writeSvg(page, file));
    }

    static void writePng(Painting page, Path file) throws IOException {
        BufferedImage image = image(page, PIXELS);
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png")
                .next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(FAST);
        try (var stream = Files.newOutputStream(file);
                ImageOutputStream output = new MemoryCacheImageOutputStream(stream)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    /** Loads what the first picture would wait for: fonts, painting, file formats. */
    static void load() {
        BufferedImage image = new BufferedImage(PicturePage.WIDTH / 10, 100, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.getFontMetrics();
        Lettering.draw(graphics, "Weeks since the promotion", 0, 50);
        graphics.dispose();
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png")
                .next()
                .dispose();
        canvas();
    }

    /** The page in memory, so many pixels wide. */
    static BufferedImage image(Painting page, int width) {
        double scale = (double) width / PicturePage.WIDTH;
        int height = (int) Math.round(scale * PicturePage.HEIGHT);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        page.paint(graphics);
        graphics.dispose();
        return image;
    }

    static void writeSvg(Painting page, Path file) throws IOException {
        SVGGraphics2D graphics = canvas();
        graphics.setSVGCanvasSize(new Dimension(PicturePage.WIDTH, PicturePage.HEIGHT));
        graphics.setBackground(Color.WHITE);
        page.paint(graphics);
        try (Writer writer = Files.newBufferedWriter(file)) {
            graphics.stream(writer, true);
        }
    }

    private static SVGGraphics2D canvas() {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        return new SVGGraphics2D(context, false);
    }
}
