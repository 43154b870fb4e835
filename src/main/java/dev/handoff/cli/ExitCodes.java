package dev.handoff.cli;

/** What the exit codes mean, in the form in which the help of commands lists them. */
final class ExitCodes {
    static final String HEADING = "\nExit codes:\n";
    static final String DONE = " 0:done";
    static final String DEFECT = " 1:a replication failed, or a defect of the program";
    static final String WRONG_INPUT = " 2:wrong input, or a place that cannot be written";
    static final String FAILED = " 3:an expectation failed, or a result does not hold";
    static final String UNDECIDED = " 4:undecided within the budget";
    static final String INTERRUPTED = "130:interrupted; what was done is written";

    private ExitCodes() {}
}
