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
    APOLOGY,
    CHECK_IN,
    PLANNING,
    FOLLOW_UP,
    LEADS,
    ONBOARDING,
    BARTER,
    VENDOR_MANAGEMENT,
    OVERSIGHT,
    DUTIES,
    IMPROVEMENT,
    SALES,
    NEW_CONTACTS,
    TASK_CONTROL,
    NEVER_CLOSED;

    /** Those that are spent on a request. */
    static final Activity[] ON_REQUESTS = {
        DIRECT, CALLBACK, INTERVENTION, JOINT_CALL, REDIRECT, ESCALATION, APPEAL, APOLOGY
    };
}
