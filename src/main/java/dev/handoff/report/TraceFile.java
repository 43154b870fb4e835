package dev.handoff.report;

import dev.handoff.model.Trace;
import dev.handoff.model.World;
import java.io.IOException;
import java.nio.file.Path;

/** The event log of one replication as CSV: each event in its order, with the running state after it. */
public final class TraceFile implements Trace, AutoCloseable {
    private final Table table;
    private long event;

    public TraceFile(Path file) throws IOException {
        table = new Table(
                file,
                "number",
                "week",
                "event",
                "who",
                "open_requests",
                "answered_requests",
                "capacity_freed_cumulative",
                "executive_hours",
                "strain",
                "mean_satisfaction");
    }

    @Override
    public void after(World world) {
        event++;
        table.row(
                Long.toString(event),
                Numbers.exact(world.now()),
                world.event(),
                world.eventPerson(),
                Numbers.text(world.measures().openRequests()),
                Numbers.text(world.measures().answeredRequests()),
                Numbers.text(world.ledger().freedHours()),
                Numbers.text(world.measures().executiveClockHours()),
                Numbers.text(world.measures().strain()),
                Numbers.text(world.measures().meanSatisfaction()));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
