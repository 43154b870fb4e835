package dev.handoff.plan;

import java.util.List;

/**
 * Contacts that begin together.
 *
 * @param number from 1 on
 * @param size how many contacts
 * @param members who they are; empty where that is not known before a run
 * @param week in which they begin
 */
public record Batch(int number, int size, List<Member> members, double week) {

    /** A contact and its delegate, by name. */
    public record Member(String contact, String delegate) {}

    public Batch {
        members = List.copyOf(members);
    }
}
