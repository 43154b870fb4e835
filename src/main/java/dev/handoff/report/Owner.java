package dev.handoff.report;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process to which a temporary folder belongs, as written in its name: number and start in milliseconds. */
record Owner(long process, long startedAt) {
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)");

    /* The start is reckoned from the system's start, which clocks may correct by a second or two. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), startOf(self).toEpochMilli());
    }

    /** Null if the text names no owner. */
    static Owner parse(String text) {
        Matcher matcher = NAME.matcher(text);
        return matcher.matches() ? new Owner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))) : null;
    }

    String text() {
        return process + "-" + startedAt;
    }

    /** Whether the process still runs, and is not another one that was given the same number. */
    boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(Owner::startOf)
                .filter(start -> start.equals(Instant.EPOCH)
                        || Duration.between(start, Instant.ofEpochMilli(startedAt))
                                        .abs()
                                        .compareTo(TOLERANCE)
                                <= 0)
                .isPresent();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
