package dev.handoff.bench;

import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.util.ArrayList;
import java.util.List;

/** The memory of worlds after two weeks: what a collection leaves with them, less what it leaves without. */
final class Footprint {
    private static final int ENOUGH_CONTACTS = 100_000; // of all worlds together

    private Footprint() {}

    /** Prints the bytes of a contact. */
    public static void main(String[] arguments) {
        int contacts = Integer.parseInt(arguments[1]);
        Scenario scenario = ManyContacts.Firm.valueOf(arguments[0]).of(contacts);
        int worlds = Math.max(1, ENOUGH_CONTACTS / contacts);
        List<World> kept = worlds(scenario, worlds);
        long with = used();
        kept.clear();
        long without = used();
        System.out.println((with - without) / ((long) worlds * contacts));
    }

    private static List<World> worlds(Scenario scenario, int count) {
        List<World> worlds = new ArrayList<>();
        for (int replication = 0; replication < count; replication++) {
            World world = new World(scenario, 1, replication);
            world.advanceTo(2);
            worlds.add(world);
        }
        return worlds;
    }

    /* Bytes. */
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
