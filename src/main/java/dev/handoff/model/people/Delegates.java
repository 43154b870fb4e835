package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;

/** Those who take over. */
public final class Delegates {

    /** One group of the {@code delegates} section of a scenario. */
    public record Group(
            int count,
            String name,
            Distribution netHoursPerWeek,
            Distribution initialSkill,
            Distribution learningRate,
            double wageDollarsPerYear) {}
}
