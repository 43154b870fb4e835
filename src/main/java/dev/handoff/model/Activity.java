package dev.handoff.model;

/** What an executive's hours go to. */
public enum Activity {
    DIRECT,
    CALLBACK,
    INTERVENTION,
    JOINT_CALL,
    REDIRECT,
    ESCALATION,
    APPEAL,
    CHECK_IN,
    PLANNING,
    DUTIES,
    IMPROVEMENT,
    NEVER_CLOSED;

    /** Those that are spent on a request. */
    static final Activity[] ON_REQUESTS = {DIRECT, CALLBACK, INTERVENTION, JOINT_CALL, REDIRECT, ESCALATION, APPEAL};
}
