package dev.handoff.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one most resembles. */
public final class Nearest {

    private Nearest() {}

    /** The name with the fewest edits to the given one, where these are no more than a third of its length. */
    public static Optional<String> to(String mistyped, Collection<String> known) {
        String best = null;
        int fewest = Math.max(2, mistyped.length() / 3) + 1;
        for (String name : known) {
            if (Math.abs(name.length() - mistyped.length()) < fewest) {
                int edits = edits(mistyped.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    best = name;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] present = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            present[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = last[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                present[column] = Math.min(replaced, Math.min(last[column], present[column - 1]) + 1);
                if (isSwap(from, row, to, column)) {
                    present[column] = Math.min(present[column], beforeLast[column - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = present;
            present = free;
        }
        return last[to.length()];
    }

    private static boolean isSwap(String from, int row, String to, int column) {
        return row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
    }
}
