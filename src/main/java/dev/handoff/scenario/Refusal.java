package dev.handoff.scenario;

/** What is wrong with a part of a value, and where that part is; the message continues the parameter's path. */
final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Place place;

    Refusal(Place place, String message) {
        super(message);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
