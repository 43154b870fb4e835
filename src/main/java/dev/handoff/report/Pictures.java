package dev.handoff.report;

import dev.handoff.experiment.Outcome;
import dev.handoff.metric.Metric;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** The pictures of an outcome in memory, as its files show them. */
public final class Pictures {
    /** Metrics of which there is a picture, in reading order. */
    public static final List<Metric> METRICS =
            Arrays.stream(Picture.values()).map(Picture::metric).toList();

    private Pictures() {}

    /**
     * Paints the curves of a metric. The outcome may be closed.
     *
     * @param metric one of {@link #METRICS}
     * @param width in pixels; the height is nine sixteenths of it
     */
    public static BufferedImage image(Metric metric, Subject subject, Outcome outcome, int width) {
        Picture picture = Picture.values()[METRICS.indexOf(metric)];
        return PictureFiles.image(new PicturePage(picture, subject, outcome)::paint, width);
    }
}
