package dev.handoff.scenario;

import java.util.List;

/** What a piece of YAML says, with the place of every key and value. */
public sealed interface Tree {

    /** Where the value begins. */
    Place place();

    /** A single value. */
    record Scalar(Place place, String text, boolean plain) implements Tree {
        /** Whether nothing is written at all. */
        boolean isAbsent() {
            return plain && text.isEmpty();
        }
    }

    /** A list of values. */
    record Sequence(Place place, List<Tree> items) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with values, in the order of the file, each key once. */
    record Mapping(Place place, List<Entry> entries) implements Tree {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** One key with its value. */
    record Entry(Place place, String key, Tree value) {}
}
