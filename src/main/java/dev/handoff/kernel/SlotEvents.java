package dev.handoff.kernel;

import java.util.Arrays;

/** Pending events on primitive arrays: a winner tree over the slots and a heap for the events without one. */
public final class SlotEvents implements Events {
    /*
     * Leaves of the winner tree are slots, the kinds one after the other. An inner node holds the slot of its earlier child, so
     * the root holds the earliest of all, and setting a slot replays the matches on the way from its leaf to the root, until another
     * slot wins that has won there before. Times are kept as keys, longs in the same order, because a match between longs compiles
     * to code without a branch; which child wins cannot be predicted. Only equal times take the branch that looks at the order.
     *
     * The slot whose event is present stays in the tree until it is set again or the next event is asked for: most events set
     * their own slot anew, and one replay then does for both.
     *
     * The heap is a 4-ary one: parent of node n is (n - 1) / 4.
     */
    private static final int NO_SLOT = -1;
    private static final int CHILDREN = 4;
    private static final long EMPTY = keyOf(Double.POSITIVE_INFINITY);

    private final int[] firstSlot; // by kind
    private final int[] kindOf; // by slot
    private final long[] slotKey; // by slot: key of its time
    private final long[] slotOrder; // by slot
    private final int leaves;
    private final int[] winner; // by node; the root is 1, the leaf of slot s is leaves + s

    private double[] heapTime = new double[16];
    private long[] heapOrder = new long[16];
    private int[] heapKind = new int[16];
    private int[] heapSubject = new int[16];
    private int heapSize;

    private final long[] scheduled; // one number: how many were scheduled, here and in lists that share it
    private int presentSlot = NO_SLOT;
    private double time;
    private int kind;
    private int subject;

    /**
     * @param slots by kind: how many subjects have a slot
     * @param start time at which the clock stands at first
     */
    public SlotEvents(int[] slots, double start) {
        this(slots, start, new long[1]);
    }

    /** @param scheduled counts what is scheduled; lists that share it have one order of scheduling */
    SlotEvents(int[] slots, double start, long[] scheduled) {
        time = start;
        this.scheduled = scheduled;
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
        slotOrder = new long[leaves];
        winner = new int[2 * leaves];
        slotKey = new long[leaves];
        Arrays.fill(slotKey, EMPTY);
        for (int node = 2 * leaves - 1; node >= 1; node--) {
            winner[node] = node >= leaves ? node - leaves : winner[2 * node];
        }
    }

    @Override
    public void set(int eventKind, int eventSubject, double eventTime) {
        if (!(eventTime >= time)) {
            throw refusal(eventTime);
        }
        int slot = firstSlot[eventKind] + eventSubject;
        if (slot == presentSlot) {
            presentSlot = NO_SLOT;
        } else if (eventTime == Double.POSITIVE_INFINITY && slotKey[slot] == EMPTY) {
            return;
        }
        place(slot, keyOf(eventTime));
    }

    @Override
    public void schedule(int eventKind, int eventSubject, double eventTime) {
        if (!(eventTime >= time && eventTime < Double.POSITIVE_INFINITY)) {
            throw refusal(eventTime);
        }
        if (heapSize == heapTime.length) {
            grow();
        }
        siftUp(heapSize++, eventTime, scheduled[0]++, eventKind, eventSubject);
    }

    /** Whether the next event here comes before the next of the other list; not if there is none here. */
    boolean isBefore(SlotEvents other) {
        double here = nextTime();
        double there = other.nextTime();
        return here < there || here == there && here < Double.POSITIVE_INFINITY && nextOrder() < other.nextOrder();
    }

    private double nextTime() {
        leavePresent();
        double slotTime = timeOf(slotKey[winner[1]]);
        return heapSize > 0 ? Math.min(heapTime[0], slotTime) : slotTime;
    }

    private long nextOrder() {
        int slot = winner[1];
        boolean fromHeap = heapSize > 0 && isHeapFirst(timeOf(slotKey[slot]), slotOrder[slot]);
        return fromHeap ? heapOrder[0] : slotOrder[slot];
    }

    private void leavePresent() {
        if (presentSlot != NO_SLOT) {
            place(presentSlot, EMPTY);
            presentSlot = NO_SLOT;
        }
    }

    @Override
    public boolean next(double until) {
        leavePresent();
        int slot = winner[1];
        double slotTime = timeOf(slotKey[slot]);
        if (heapSize > 0 && isHeapFirst(slotTime, slotOrder[slot])) {
            return takeFromHeap(until);
        }
        if (!(slotTime <= until) || slotTime == Double.POSITIVE_INFINITY) {
            return false;
        }
        presentSlot = slot;
        time = slotTime;
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

    private IllegalArgumentException refusal(double eventTime) {
        return new IllegalArgumentException("event at " + eventTime + " must not lie before now (" + time + ")");
    }

    private void place(int slot, long ofSlot) {
        int[] winners = winner;
        long[] keys = slotKey;
        long key = ofSlot;
        int first = slot;
        int node = leaves + slot;
        slotOrder[slot] = scheduled[0]++;
        keys[slot] = key;
        while (node > 1) {
            int rival = winners[node ^ 1];
            long rivalKey = keys[rival];
            if (rivalKey == key && key != EMPTY) {
                first = slotOrder[rival] < slotOrder[first] ? rival : first;
            } else {
                first = rivalKey < key ? rival : first;
                key = Math.min(rivalKey, key);
            }
            node >>= 1;
            if (winners[node] == first && first != slot) {
                return;
            }
            winners[node] = first;
        }
    }

    /* Numbers of the same order as the times; both zeros are one time. */
    private static long keyOf(double eventTime) {
        long bits = Double.doubleToRawLongBits(eventTime + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private static double timeOf(long key) {
        return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
    }

    private boolean isHeapFirst(double slotTime, long order) {
        return heapTime[0] < slotTime || heapTime[0] == slotTime && heapOrder[0] < order;
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
