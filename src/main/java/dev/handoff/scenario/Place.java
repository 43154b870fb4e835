package dev.handoff.scenario;

import java.nio.file.Path;

/**
 * Where something was written: a position in a file, or a source without lines such as {@code --set}.
 *
 * @param source a file as the user named it, or what stands in its place
 * @param line from 1; 0 where there are no lines
 * @param column from 1; 0 where there are none
 */
public record Place(String source, int line, int column) {

    static Place withoutLines(String source) {
        return new Place(source, 0, 0);
    }

    /** What a relative path at this place is relative to. */
    Path sibling(String relative) {
        Path named = Path.of(relative);
        return line == 0 ? named : Path.of(source).resolveSibling(named);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return source;
        }
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
