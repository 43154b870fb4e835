package dev.handoff.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Which working day a moment falls on. A week has five of them (docs/model.md, section 1); week 1 begins with the promotion, on a Monday
 * unless the scenario names a date. Saturdays and Sundays are passed over.
 */
public final class WorkingWeek {
    private static final int DAYS = 5;
    private static final int WEEK = 7;

    /** Moments so close before a day belong to it: sums of fifths of a week are not exact. */
    private static final double CLOSE = 1e-9;

    private final LocalDate first; // of week 1; null without a date

    /**
     * A working day.
     *
     * @param week its number, from 1 on
     * @param date null if weeks have no dates
     */
    public record Day(int week, DayOfWeek day, LocalDate date) {
        /** {@code Week 3, Tuesday} or {@code Week 3, Tuesday 2027-01-19}. */
        public String words() {
            return "Week " + week + ", " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    + (date == null ? "" : " " + date);
        }
    }

    /** @param start date of the promotion, if there is one; on a weekend, the Monday after it counts */
    public WorkingWeek(Optional<LocalDate> start) {
        first = start.map(WorkingWeek::working).orElse(null);
    }

    private static LocalDate working(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    /** The day on which a moment falls; one between two days belongs to the later one. */
    public Day at(double week) {
        return day((long) Math.floor(DAYS * week + CLOSE));
    }

    /** The day that a moment ends: the Friday of the week that a weekly review closes. */
    public Day before(double week) {
        return day((long) Math.ceil(DAYS * week - CLOSE) - 1);
    }

    /** @param number of working days since the promotion */
    private Day day(long number) {
        int week = (int) Math.floorDiv(number, DAYS) + 1;
        if (first == null) {
            return new Day(week, DayOfWeek.of(Math.floorMod(number, DAYS) + 1), null);
        }
        long fromMonday = number + first.getDayOfWeek().getValue() - 1;
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        LocalDate date = monday.plusDays(WEEK * Math.floorDiv(fromMonday, DAYS) + Math.floorMod(fromMonday, DAYS));
        return new Day(week, date.getDayOfWeek(), date);
    }
}
