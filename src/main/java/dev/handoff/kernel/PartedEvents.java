package dev.handoff.kernel;

/**
 * Pending events of an organization whose parts touch each other only at common events, such as a portfolio of contacts with its
 * executive and delegates. Each part has a list of its own, and between two common events one part after the other is taken
 * through; so a part's state stays in the caches of the processor, and an event of a large organization takes hardly
 * longer than one of a small one.
 *
 * <p>Within a part, and between a common event and any other, the order is that of {@link Events}. Only events of different parts,
 * which cannot influence each other, come in another order than that of time.
 */
public final class PartedEvents implements Events {
    private final int[] slots; // by kind
    private final boolean[] common; // by kind
    private final SlotEvents[] parts;
    private final SlotEvents commonEvents;
    private int part;
    private SlotEvents present;

    /**
     * @param slots by kind: how many subjects have a slot; what is scheduled freely is of kinds without slots
     * @param common by kind: whether it touches all parts; subject s of the others belongs to part s mod parts
     * @param start time at which the clock stands at first
     */
    public PartedEvents(int[] slots, boolean[] common, int parts, double start) {
        this.slots = slots.clone();
        this.common = common.clone();
        long[] scheduled = new long[1];
        int[] ofAll = new int[slots.length];
        for (int kind = 0; kind < slots.length; kind++) {
            ofAll[kind] = common[kind] ? slots[kind] : 0;
        }
        commonEvents = new SlotEvents(ofAll, start, scheduled);
        present = commonEvents;
        this.parts = new SlotEvents[parts];
        int[] ofPart = new int[slots.length];
        for (int each = 0; each < parts; each++) {
            for (int kind = 0; kind < slots.length; kind++) {
                ofPart[kind] = common[kind] ? 0 : (slots[kind] - each + parts - 1) / parts;
            }
            this.parts[each] = new SlotEvents(ofPart, start, scheduled);
        }
    }

    @Override
    public void set(int kind, int subject, double time) {
        if (common[kind]) {
            commonEvents.set(kind, subject, time);
        } else {
            parts[subject % parts.length].set(kind, subject / parts.length, time);
        }
    }

    /** Adds an event of the part whose event is present; while a common one is, it touches all parts too. */
    @Override
    public void schedule(int kind, int subject, double time) {
        present.schedule(kind, subject, time);
    }

    @Override
    public boolean next(double until) {
        while (part < parts.length) {
            present = parts[part];
            if (present.isBefore(commonEvents) && present.next(until)) {
                return true;
            }
            part++;
        }
        part = 0;
        present = commonEvents;
        return present.next(until);
    }

    @Override
    public double time() {
        return present.time();
    }

    @Override
    public int kind() {
        return present.kind();
    }

    @Override
    public int subject() {
        int subject = present.subject();
        boolean ofPart = present != commonEvents && slots[present.kind()] > 0;
        return ofPart ? subject * parts.length + part : subject;
    }
}
