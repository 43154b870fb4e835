package dev.handoff.kernel;

import java.util.Arrays;

/** Pending events on primitive arrays: a winner tree over the slots and a heap for the events without one. */
public final class SlotEvents implements Events {
    /*
     * Leaves of the winner tree are slots, the kinds one after the other. An inner node holds the slot of its earlier child, so
     * the root holds the earliest of all, and setting a slot replays the matches on the way from its leaf to the root. The slot
     * whose event is present stays in the tree until it is set again or the next event is asked for: most events set their own
     * slot anew, and one replay then does for both.
     *
     * The heap is a 4-ary one: parent of node n is (n - 1) / 4.
     */
    private static final int NO_SLOT = -1;
    private static final int CHILDREN = 4;

    private final int[] firstSlot; // by kind
    private final int[] kindOf; // by slot
    private final double[] slotTime; // by slot, infinity when empty
    private final long[] slotOrder; // by slot
    private final int leaves;
    private final int[] winner; // by node; the root is 1, the leaf of slot s is leaves + s

    private double[] heapTime = new double[16];
    private long[] heapOrder = new long[16];
    private int[] heapKind = new int[16];
    private int[] heapSubject = new int[16];
    private int heapSize;

    private long scheduled;
    private int presentSlot = NO_SLOT;
    private double time;
    private int kind;
    private int subject;

    /**
     * @param slots by kind: how many subjects have a slot
     * @param start time at which the clock stands at first
     */
    public SlotEvents(int[] slots, double start) {
        time = start;
        firstSlot = new int[slots.length];
        int count = 0;
        for (int each = 0; each < slots.length; each++) {
            firstSlot[each] = count;
            count += slots[each];
        }
        leaves = Integer.highestOneBit(Math.max(1, 2 * count - 1));
        kindOf = new int[leaves];
        for (int each = 0; each < slots.length; each++) {
            Arrays.fill(kindOf, firstSlot[each], firstSlot[each] + slots[each], each);
        }
        slotTime = new double[leaves];
        Arrays.fill(slotTime, Double.POSITIVE_INFINITY);
        slotOrder = new long[leaves];
        winner = new int[2 * leaves];
        for (int node = 2 * leaves - 1; node >= 1; node--) {
            winner[node] = node >= leaves ? node - leaves : winner[2 * node];
        }
    }

    @Override
    public void set(int eventKind, int eventSubject, double eventTime) {
        Check.that(eventTime >= time, "event at %s lies before now (%s)", eventTime, time);
        int slot = firstSlot[eventKind] + eventSubject;
        if (slot == presentSlot) {
            presentSlot = NO_SLOT;
        } else if (eventTime == Double.POSITIVE_INFINITY && slotTime[slot] == eventTime) {
            return;
        }
        place(slot, eventTime);
    }

    @Override
    public void schedule(int eventKind, int eventSubject, double eventTime) {
        Check.that(
                eventTime >= time && eventTime < Double.POSITIVE_INFINITY,
                "event at %s must lie from now (%s) on",
                eventTime,
                time);
        if (heapSize == heapTime.length) {
            grow();
        }
        siftUp(heapSize++, eventTime, scheduled++, eventKind, eventSubject);
    }

    @Override
    public boolean next(double until) {
        if (presentSlot != NO_SLOT) {
            place(presentSlot, Double.POSITIVE_INFINITY);
            presentSlot = NO_SLOT;
        }
        int slot = winner[1];
        if (heapSize > 0 && isHeapFirst(slot)) {
            return takeFromHeap(until);
        }
        if (!(slotTime[slot] <= until) || slotTime[slot] == Double.POSITIVE_INFINITY) {
            return false;
        }
        presentSlot = slot;
        time = slotTime[slot];
        kind = kindOf[slot];
        subject = slot - firstSlot[kind];
        return true;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public int kind() {
        return kind;
    }

    @Override
    public int subject() {
        return subject;
    }

    private void place(int slot, double eventTime) {
        slotTime[slot] = eventTime;
        slotOrder[slot] = scheduled++;
        int node = leaves + slot >> 1;
        while (node >= 1) {
            int left = winner[2 * node];
            int right = winner[2 * node + 1];
            winner[node] = isEarlier(right, left) ? right : left;
            node >>= 1;
        }
    }

    private boolean isEarlier(int slot, int other) {
        return slotTime[slot] < slotTime[other]
                || slotTime[slot] == slotTime[other] && slotOrder[slot] < slotOrder[other];
    }

    private boolean isHeapFirst(int slot) {
        return heapTime[0] < slotTime[slot] || heapTime[0] == slotTime[slot] && heapOrder[0] < slotOrder[slot];
    }

    private boolean takeFromHeap(double until) {
        if (!(heapTime[0] <= until)) {
            return false;
        }
        time = heapTime[0];
        kind = heapKind[0];
        subject = heapSubject[0];
        heapSize--;
        if (heapSize > 0) {
            siftDown(heapTime[heapSize], heapOrder[heapSize], heapKind[heapSize], heapSubject[heapSize]);
        }
        return true;
    }

    private void siftUp(int from, double eventTime, long order, int eventKind, int eventSubject) {
        int node = from;
        while (node > 0) {
            int parent = (node - 1) / CHILDREN;
            if (heapTime[parent] <= eventTime) {
                break;
            }
            move(parent, node);
            node = parent;
        }
        put(node, eventTime, order, eventKind, eventSubject);
    }

    private void siftDown(double eventTime, long order, int eventKind, int eventSubject) {
        int node = 0;
        while (true) {
            int child = earliestChild(node);
            if (child >= heapSize || !isBefore(child, eventTime, order)) {
                break;
            }
            move(child, node);
            node = child;
        }
        put(node, eventTime, order, eventKind, eventSubject);
    }

    private int earliestChild(int node) {
        int first = node * CHILDREN + 1;
        int end = Math.min(first + CHILDREN, heapSize);
        int earliest = first;
        for (int child = first + 1; child < end; child++) {
            if (isBefore(child, heapTime[earliest], heapOrder[earliest])) {
                earliest = child;
            }
        }
        return earliest;
    }

    private boolean isBefore(int node, double otherTime, long otherOrder) {
        return heapTime[node] < otherTime || heapTime[node] == otherTime && heapOrder[node] < otherOrder;
    }

    private void move(int from, int to) {
        put(to, heapTime[from], heapOrder[from], heapKind[from], heapSubject[from]);
    }

    private void put(int node, double eventTime, long order, int eventKind, int eventSubject) {
        heapTime[node] = eventTime;
        heapOrder[node] = order;
        heapKind[node] = eventKind;
        heapSubject[node] = eventSubject;
    }

    private void grow() {
        int capacity = 2 * heapTime.length;
        heapTime = Arrays.copyOf(heapTime, capacity);
        heapOrder = Arrays.copyOf(heapOrder, capacity);
        heapKind = Arrays.copyOf(heapKind, capacity);
        heapSubject = Arrays.copyOf(heapSubject, capacity);
    }
}
