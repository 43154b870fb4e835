package dev.handoff.kernel;

import java.util.Arrays;

/** Pending events on primitive arrays: a winner tree over the slots and a heap for the events without one. */
public final class SlotEvents implements Events {
    /*
     * Leaves of the winner tree are slots, the kinds one after the other. A node holds the key of its earlier child, so the root
     * holds that of the earliest of all, and setting a slot replays the matches on the way from its leaf to the root.
     *
     * A key is one number: in its high bits the time since the start, as far as they go, in its low bits the slot. So a match is
     * one load and the smaller of two numbers, which compiles to code without a branch; which child wins cannot be predicted. Keys
     * with equal high bits say nothing about the order: only then are the times themselves looked at, and the order of scheduling.
     * Empty slots have high bits of their own, beyond all times: their number, which must fit beside itself into 52 bits.
     *
     * The slot whose event is present stays in the tree until it is set again or the next event is asked for: most events set
     * their own slot anew, and one replay then does for both.
     *
     * The heap is a 4-ary one: parent of node n is (n - 1) / 4.
     */
    private static final int NO_SLOT = -1;
    private static final int CHILDREN = 4;
    private static final int MOST_SLOT_BITS = 26;
    private static final long BEYOND_ALL_TIMES = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private final double start;
    private final int[] firstSlot; // by kind
    private final int[] kindOf; // by slot
    private final double[] slotTime; // by slot; infinity while it is empty
    private final long[] slotOrder; // by slot
    private final int leaves;
    private final int slotBits;
    private final long slotMask;
    private final long[] tree; // by node: key; the root is 1, the leaf of slot s is leaves + s

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
     * @param slots by kind: how many subjects have a slot; 2^26 in all at most
     * @param start time at which the clock stands at first
     * @throws IllegalArgumentException if there are more
     */
    public SlotEvents(int[] slots, double start) {
        this(slots, start, new long[1]);
    }

    /** @param scheduled counts what is scheduled; lists that share it have one order of scheduling */
    SlotEvents(int[] slots, double start, long[] scheduled) {
        time = start;
        this.start = start;
        this.scheduled = scheduled;
        firstSlot = new int[slots.length];
        int count = 0;
        for (int each = 0; each < slots.length; each++) {
            firstSlot[each] = count;
            count += slots[each];
        }
        leaves = Integer.highestOneBit(Math.max(1, 2 * count - 1));
        slotBits = Integer.numberOfTrailingZeros(leaves);
        slotMask = leaves - 1L;
        Check.that(slotBits <= MOST_SLOT_BITS, "slots (%s) must be 2^%s at most", count, MOST_SLOT_BITS);
        kindOf = new int[leaves];
        for (int each = 0; each < slots.length; each++) {
            Arrays.fill(kindOf, firstSlot[each], firstSlot[each] + slots[each], each);
        }
        slotOrder = new long[leaves];
        slotTime = new double[leaves];
        Arrays.fill(slotTime, Double.POSITIVE_INFINITY);
        tree = new long[2 * leaves];
        for (int node = 2 * leaves - 1; node >= 1; node--) {
            tree[node] = node >= leaves ? keyOfEmpty(node - leaves) : tree[2 * node];
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
            put(slot, eventTime);
            replay(leaves + slot);
        } else if (eventTime < Double.POSITIVE_INFINITY || slotTime[slot] < Double.POSITIVE_INFINITY) {
            place(slot, eventTime);
        }
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
        double first = slotTime[firstSlot()];
        return heapSize > 0 ? Math.min(heapTime[0], first) : first;
    }

    private long nextOrder() {
        int slot = firstSlot();
        return heapSize > 0 && isHeapBefore(slot) ? heapOrder[0] : slotOrder[slot];
    }

    private void leavePresent() {
        if (presentSlot != NO_SLOT) {
            put(presentSlot, Double.POSITIVE_INFINITY);
            replay(leaves + presentSlot);
            presentSlot = NO_SLOT;
        }
    }

    @Override
    public boolean next(double until) {
        leavePresent();
        int slot = firstSlot();
        if (heapSize > 0 && isHeapBefore(slot)) {
            return takeFromHeap(until);
        }
        double first = slotTime[slot];
        if (!(first <= until) || first == Double.POSITIVE_INFINITY) {
            return false;
        }
        presentSlot = slot;
        time = first;
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

    private int firstSlot() {
        return (int) (tree[1] & slotMask);
    }

    /* Most clocks that are set again lose their first match to a neighbour that has won it before; nothing above changes then. */
    private void place(int slot, double eventTime) {
        long own = put(slot, eventTime);
        int node = leaves + slot;
        long first = earlier(own, tree[node ^ 1]);
        if (first == own || first != tree[node >> 1]) {
            replay(node);
        }
    }

    /* All matches up to the root, without asking whether they still matter: they are cheaper than the question. */
    private void replay(int leaf) {
        long[] keys = tree;
        long key = keys[leaf];
        int node = leaf;
        for (int level = slotBits; level > 0; level--) {
            key = earlier(key, keys[node ^ 1]);
            node >>= 1;
            keys[node] = key;
        }
    }

    private long put(int slot, double eventTime) {
        slotTime[slot] = eventTime;
        slotOrder[slot] = scheduled[0]++;
        long key = eventTime < Double.POSITIVE_INFINITY ? keyOf(slot, eventTime) : keyOfEmpty(slot);
        tree[leaves + slot] = key;
        return key;
    }

    private long earlier(long key, long rival) {
        return (key ^ rival) >>> slotBits == 0 ? earlierOfEqual(key, rival) : Math.min(key, rival);
    }

    /* Rises with time, but may be the same for two times that differ. */
    private long keyOf(int slot, double eventTime) {
        return Double.doubleToRawLongBits(eventTime - start + 0.0) & ~slotMask | slot;
    }

    private long keyOfEmpty(int slot) {
        return BEYOND_ALL_TIMES | (long) slot << slotBits | slot;
    }

    private long earlierOfEqual(long key, long rival) {
        int slot = (int) (key & slotMask);
        int other = (int) (rival & slotMask);
        boolean otherFirst = slotTime[other] < slotTime[slot]
                || slotTime[other] == slotTime[slot] && slotOrder[other] < slotOrder[slot];
        return otherFirst ? rival : key;
    }

    private boolean isHeapBefore(int slot) {
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
