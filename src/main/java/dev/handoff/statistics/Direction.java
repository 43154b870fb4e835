package dev.handoff.statistics;

/** Whether the smallest or the largest mean is the best. */
public enum Direction {
    SMALLEST(-1),
    LARGEST(1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** What values are multiplied with so that the largest is the best. */
    int sign() {
        return sign;
    }
}
