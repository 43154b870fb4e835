package dev.handoff.story;

/**
 * A week of a person's work.
 *
 * @param week its number, from 1 on
 * @param number of the executive or delegate among these
 * @param hours worked in the week
 * @param maximum hours that the person has in a week
 * @param waiting hours of work that wait at the end of the week
 * @param strain of an executive at the end of the week, hours a week; NaN for delegates
 * @param there whether, at the end of the week, the executive is well, or somebody holds the delegate's post
 */
public record Load(
        int week,
        Role role,
        int number,
        String person,
        double hours,
        double maximum,
        double waiting,
        double strain,
        boolean there) {

    /** Whose work it is. */
    public enum Role {
        EXECUTIVE,
        DELEGATE
    }
}
