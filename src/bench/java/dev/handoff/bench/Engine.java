package dev.handoff.bench;

import dev.handoff.kernel.Events;
import dev.handoff.kernel.SlotEvents;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** Who keeps the events to come. */
public enum Engine {
    /** The kernel of handoff. */
    SLOT_EVENTS("handoff"),
    PRIORITY_QUEUE("java.util.PriorityQueue"),
    SSJ_HENRIKSEN("SSJ, Henriksen"),
    SSJ_BINARY("SSJ, binary tree"),
    SSJ_SPLAY("SSJ, splay tree"),
    SSJ_LINKED("SSJ, linked list"),
    SSJ_RED_BLACK("SSJ, red-black tree"),
    /** Keeps no order: what drawing and bookkeeping cost by themselves. */
    NONE("no event list");

    private final String words;

    Engine(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** @param slots by kind: how many subjects have one event at most */
    Events events(int[] slots) {
        return switch (this) {
            case SLOT_EVENTS -> new SlotEvents(slots, 0);
            case PRIORITY_QUEUE -> new QueueEvents();
            case SSJ_HENRIKSEN -> new SsjEvents(new Henriksen());
            case SSJ_BINARY -> new SsjEvents(new BinaryTree());
            case SSJ_SPLAY -> new SsjEvents(new SplayTree());
            case SSJ_LINKED -> new SsjEvents(new DoublyLinked());
            case SSJ_RED_BLACK -> new SsjEvents(new RedblackTree());
            case NONE -> new UnorderedEvents(slots);
        };
    }
}
