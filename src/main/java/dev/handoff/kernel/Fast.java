package dev.handoff.kernel;

/**
 * The one function of the event loop that is not {@link StrictMath}'s, which would cost a tenth of the whole run. Its last bit
 * may differ between processor architectures; on one architecture it is the same in every JDK from 17 on and in every run.
 */
public final class Fast {

    private Fast() {}

    /** e to the given power. */
    public static double exp(double power) {
        return Math.exp(power);
    }
}
