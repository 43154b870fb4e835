package dev.handoff.report;

import java.io.IOException;

/** What a study found, as it is shown and kept. */
public interface StudyResult {
    /** Plans tables, pictures, the summary and the scenarios; not the journal and the manifest. */
    void planIn(StudyFolder folder) throws IOException;

    /** The text of summary.json. */
    String json() throws IOException;

    /** For the screen, without a last line on where it was written. */
    String screen(Terminal terminal);

    /** Whether it was stopped before its end. */
    boolean isPartial();

    /** Exit code, if nothing failed and it was not stopped. */
    int code();
}
