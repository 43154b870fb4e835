package dev.handoff.claims;

import dev.handoff.kernel.Check;

/**
 * How narrow the intervals of effects shall be before a claim is left alone that is decided already.
 *
 * @param share most that half the width of an interval may be, in smallest effects that matter; above 0, infinite if a verdict is enough
 */
public record Precision(double share) {
    /** The verdict is enough. */
    public static final Precision ANY = new Precision(Double.POSITIVE_INFINITY);

    public Precision {
        Check.that(share > 0, "precision (%s) must be above 0", share);
    }

    public boolean isAny() {
        return this.equals(ANY);
    }

    /**
     * The size that the interval of a contrast is compared with: the smallest effect that matters, or the bound where nothing is too small to
     * matter. 0 if that is 0 too, so that nothing is narrow enough.
     */
    public static double scale(Part part, Contrast contrast) {
        return part.smallestEffect() > 0 ? part.smallestEffect() : Math.abs(contrast.bound());
    }

    boolean isReached(Part part, Contrast contrast, Finding finding) {
        return finding.halfWidth() <= share * scale(part, contrast);
    }

    /** Whether no look is needed for narrower intervals. One without any width may only be that of what is rare. */
    boolean isEnough(Result result) {
        return isAny()
                || result.headlines().stream()
                        .allMatch(each -> each.finding().halfWidth() > 0 && isReached(result, each));
    }

    private boolean isReached(Result result, Headline each) {
        return isReached(result.claim().parts().get(each.part()), each.contrast(), each.finding());
    }

    /** Whether the intervals of all contrasts are narrow enough in the end. */
    public boolean isReached(Result result) {
        return isAny() || result.headlines().stream().allMatch(each -> isReached(result, each));
    }

    /** The contrast that is known least: its interval is widest for its scale. Null if nothing was simulated. */
    public static Headline widest(Result result) {
        Headline widest = null;
        double most = 0;
        for (Headline each : result.headlines()) {
            double width = relative(result, each);
            if (widest == null || width > most) {
                widest = each;
                most = width;
            }
        }
        return widest;
    }

    /** Half the width of its interval in units of its scale; infinite without a width or a scale. */
    public static double relative(Result result, Headline each) {
        Part part = result.claim().parts().get(each.part());
        double half = each.finding().halfWidth();
        if (half == 0) {
            return 0;
        }
        double width = half / scale(part, each.contrast());
        return Double.isNaN(width) ? Double.POSITIVE_INFINITY : width;
    }
}
