package dev.handoff.kernel;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * All randomness of one replication, as streams that can be entered anywhere. A stream is fixed by seed, replication, source
 * and subject; its n-th place gives the same variate whenever and however often it is asked, so no draw depends on what a
 * policy did before.
 *
 * <p>{@link #at} goes to a place; the variate methods draw from there. Not safe for threads: each replication has its own.
 */
public final class RandomStreams implements UniformRandomProvider {
    /*
     * A place is a 64-bit state: SplitMix64's finalizer (Steele, Lea and Flood 2014; Stafford's variant 13) of the replication's key
     * plus multiples of two odd constants for the stream and the place. The first number drawn is that state mixed once more; a
     * sampler that rejects draws further numbers by adding the golden gamma, as SplitMix64 does. Seed and replication enter the key
     * by repeated mixing, never by multiplying them with each other, so that neighbouring seeds share nothing.
     */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long PLACE_GAMMA = 0xD1B54A32D192ED03L;

    private final long replicationKey;
    private final ZigguratSampler.NormalizedGaussian gaussian;
    private final ZigguratSampler.Exponential exponential;
    private long state;

    public RandomStreams(long seed, long replication) {
        replicationKey = mix(mix(seed + GOLDEN_GAMMA) + replication * GOLDEN_GAMMA);
        gaussian = ZigguratSampler.NormalizedGaussian.of(this);
        exponential = ZigguratSampler.Exponential.of(this);
    }

    /**
     * Goes to a place of a stream.
     *
     * @param source what the draw is for, 0 or more
     * @param subject whose draw it is, 0 or more
     * @param place the number of the draw within the stream, 0 or more
     */
    public RandomStreams at(int source, int subject, int place) {
        long stream = (long) source << 32 | subject;
        state = mix(replicationKey + stream * GOLDEN_GAMMA + place * PLACE_GAMMA);
        return this;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A uniform variate from 0 to 1, 1 excluded. */
    public double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A standard exponential variate. */
    public double exponential() {
        return exponential.sample();
    }

    /** A standard normal variate. */
    public double gaussian() {
        return gaussian.sample();
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
