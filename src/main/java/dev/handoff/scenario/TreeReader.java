package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** One YAML 1.2 document as a {@link Tree}; anchors may be used sparingly, tags not at all. */
public final class TreeReader {

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;

    /** What the document is not, or not yet; reading cannot go on. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private final Place origin;
    private final Problems problems;
    private final Map<Anchor, Tree> anchored = new HashMap<>();
    private Iterator<Event> events;
    private Event event;
    private int aliases;

    private TreeReader(Place origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    /**
     * What the text says; empty after a problem that made reading impossible, and for a text that says nothing.
     *
     * @param origin its source, and whether its places have lines
     */
    public static Optional<Tree> read(Place origin, String text, Problems problems) {
        return new TreeReader(origin, problems).document(text);
    }

    private Optional<Tree> document(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            events = new Parse(settings).parseString(text).iterator();
            advance();
            advance();
            if (event.getEventId() == Event.ID.StreamEnd) {
                return Optional.empty();
            }
            advance();
            Tree tree = node(1);
            advance();
            advance();
            if (event.getEventId() != Event.ID.StreamEnd) {
                throw new Unreadable(place(event) + " begins a second document; a file holds one");
            }
            return Optional.of(tree);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.getMessage());
        } catch (ReaderException notText) {
            problems.add(origin, "is not a text file: it holds the character U+%04X", notText.getCodePoint());
        } catch (MarkedYamlEngineException notYaml) {
            problems.add(
                    notYaml.getProblemMark().map(this::place).orElse(origin), "%s", explained(notYaml.getProblem()));
        } catch (YamlVersionException otherVersion) {
            problems.add(origin, "asks for another version of YAML; YAML 1.2 is read here");
        } catch (YamlEngineException notYaml) {
            problems.add(origin, "%s", explained(notYaml.getMessage()));
        }
        return Optional.empty();
    }

    private void advance() {
        event = events.next();
    }

    /** The node that begins with the present event; afterwards the event that ends it is the present one. */
    private Tree node(int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable(place(event) + " is nested more than " + DEEPEST + " levels deep");
        }
        if (event instanceof AliasEvent) {
            return alias((AliasEvent) event);
        }
        NodeEvent begin = (NodeEvent) event;
        refuseTag(begin);
        Tree tree = begin instanceof ScalarEvent
                ? scalar((ScalarEvent) begin)
                : begin.getEventId() == Event.ID.SequenceStart ? sequence(depth) : mapping(depth);
        begin.getAnchor().ifPresent(anchor -> anchored.put(anchor, tree));
        return tree;
    }

    private Tree alias(AliasEvent alias) {
        aliases++;
        if (aliases > MOST_ALIASES) {
            throw new Unreadable(place(alias) + " is one alias too many; " + MOST_ALIASES + " are allowed");
        }
        Tree tree = anchored.get(alias.getAlias());
        if (tree == null) {
            throw new Unreadable(place(alias) + " *" + alias.getAlias() + " names nothing that ended before it");
        }
        return tree;
    }

    private void refuseTag(NodeEvent begin) {
        Optional<String> tag =
                begin instanceof ScalarEvent ? ((ScalarEvent) begin).getTag() : ((CollectionStartEvent) begin).getTag();
        tag.ifPresent(name -> problems.add(place(begin), "has the tag %s; tags are not known here", name));
    }

    private Tree scalar(ScalarEvent scalar) {
        return new Tree.Scalar(place(scalar), scalar.getValue(), scalar.isPlain());
    }

    private Tree sequence(int depth) {
        Place place = place(event);
        List<Tree> items = new ArrayList<>();
        for (advance(); event.getEventId() != Event.ID.SequenceEnd; advance()) {
            items.add(node(depth + 1));
        }
        return new Tree.Sequence(place, items);
    }

    private Tree mapping(int depth) {
        Place place = place(event);
        Map<String, Tree.Entry> entries = new java.util.LinkedHashMap<>();
        for (advance(); event.getEventId() != Event.ID.MappingEnd; advance()) {
            Tree key = node(depth + 1);
            advance();
            Tree value = node(depth + 1);
            if (!(key instanceof Tree.Scalar)) {
                problems.add(key.place(), "is a key that is not one word");
                continue;
            }
            String name = ((Tree.Scalar) key).text();
            Tree.Entry earlier = entries.putIfAbsent(name, new Tree.Entry(key.place(), name, value));
            if (earlier != null) {
                problems.add(key.place(), "%s is given twice, first at %s", Problems.shown(name), earlier.place());
            }
        }
        return new Tree.Mapping(place, List.copyOf(entries.values()));
    }

    private Place place(Event at) {
        return at.getStartMark().map(this::place).orElse(origin);
    }

    private Place place(Mark mark) {
        return origin.line() == 0 ? origin : new Place(origin.source(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String explained(String problem) {
        String line = problem.lines().findFirst().orElse("").strip();
        if (line.contains("\\t")) {
            return "begins with a tab; indent with blanks";
        }
        return "is not valid YAML: " + line;
    }
}
