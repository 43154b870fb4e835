package dev.handoff.experiment;

import dev.handoff.model.World;

/** Where the world of each replication comes from: plain, or with its events written down. Called by several threads. */
@FunctionalInterface
public interface Worlds {
    Worlds PLAIN = (arm, seed, replication) -> new World(arm.scenario(), seed, replication);

    World begin(Arm arm, long seed, int replication);
}
