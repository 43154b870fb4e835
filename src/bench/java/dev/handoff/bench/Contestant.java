package dev.handoff.bench;

import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.commons.rng.simple.RandomSource;

/** A way to run the reference workload. */
enum Contestant {
    HANDOFF(Engine.SLOT_EVENTS),
    PRIORITY_QUEUE(Engine.PRIORITY_QUEUE),
    SSJ_HENRIKSEN(Engine.SSJ_HENRIKSEN),
    SSJ_BINARY(Engine.SSJ_BINARY),
    SSJ_SPLAY(Engine.SSJ_SPLAY),
    SSJ_LINKED(Engine.SSJ_LINKED),
    SSJ_RED_BLACK(Engine.SSJ_RED_BLACK),
    SSJ_NATURAL(null),
    LIMIT(Engine.NONE);

    private final Optional<Engine> engine;

    Contestant(Engine engine) {
        this.engine = Optional.ofNullable(engine);
    }

    String words() {
        return engine.map(Engine::words).orElse(SsjSingleServer.WORDS);
    }

    /** The replication of a given number. */
    LongFunction<ReferenceResult> replications() {
        if (engine.isEmpty()) {
            SsjReference reference = new SsjReference();
            return number -> reference.run();
        }
        Engine keeper = engine.get();
        return number -> new ReferenceWorkload(keeper, RandomSource.XO_SHI_RO_256_PP.create(number)).run();
    }
}
