package dev.handoff.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The spools of all arms. */
final class Store implements AutoCloseable {
    private final List<Arm> arms;
    private final List<Spool> spools = new ArrayList<>();

    Store(Path folder, List<Arm> arms) throws IOException {
        this.arms = arms;
        for (Arm arm : arms) {
            spools.add(Spool.in(folder, arm.number(), Layout.of(arm)));
        }
    }

    List<Arm> arms() {
        return arms;
    }

    Spool of(Arm arm) {
        return spools.get(arm.number());
    }

    @Override
    public void close() throws IOException {
        for (Spool spool : spools) {
            spool.close();
        }
    }
}
