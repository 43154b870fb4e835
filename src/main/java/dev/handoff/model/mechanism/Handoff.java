package dev.handoff.model.mechanism;

import java.util.Arrays;
import java.util.List;

/**
 * The stages in which each contact is handed over: 0 direct, 1 receptionist, 2 friendly talk, 3 message, 4 offer, 5 delegate
 * leads; and when the next one begins: after weeks, after calls, or when the contact accepts (M3).
 */
public final class Handoff {

    /** How contacts are handed over. */
    public enum Mode {
        NONE,
        STAGED,
        ADAPTIVE,
        ABRUPT
    }

    /** Who is handed over first. */
    public enum Order {
        MOST_VALUABLE,
        LEAST_VALUABLE,
        MOST_VALUABLE_PER_HOUR,
        LEAST_VALUABLE_PER_HOUR,
        RANDOM,
        AS_LISTED
    }

    /** The {@code handoff} section of a scenario. */
    public record Settings(
            Mode mode,
            double paceWeeks,
            int callsPerStage,
            int firstStage,
            double delegatedShare,
            Order order,
            int batchSize,
            double batchIntervalWeeks,
            double approvalDelayWeeks,
            Delay delay,
            Adaptive adaptive,
            Work work) {
        /** Nobody is handed over. */
        public static final Settings NOTHING = new Settings(
                Mode.NONE,
                0,
                0,
                RECEPTIONIST,
                0,
                Order.AS_LISTED,
                0,
                0,
                0,
                new Delay(0, 0, 0, 0),
                new Adaptive(1, 1, 1),
                new Work(0, 0, 0));
    }

    /** How long a contact waits on purpose, by stage. */
    public record Delay(double stage1Weeks, double stage2Weeks, double stage3Weeks, double stage4Weeks) {}

    /** When the adaptive mode goes on. */
    public record Adaptive(int routedCalls, int acceptedOffers, double longestStageWeeks) {}

    /** Hours of the delegate that the handover itself takes. */
    public record Work(double receptionistHours, double listeningHours, double messageHours) {}

    public static final int DIRECT = 0;
    public static final int RECEPTIONIST = 1;
    public static final int FRIENDLY_TALK = 2;
    public static final int MESSAGE = 3;
    public static final int OFFER = 4;
    public static final int DELEGATE_LEADS = 5;

    /** What people call the stages, from 0 on. */
    public static final List<String> STAGE_NAMES =
            List.of("direct", "receptionist", "friendly talk", "message", "offer", "delegate leads");

    private Settings settings;
    private final int[] stage; // by contact
    private final int[] callsInStage; // by contact
    private final int[] acceptedInARow; // by contact
    private final double[] stageBeganAt; // by contact, week
    private final double[] thirdStageBeganAt; // by contact, week; NaN before
    private long stagesBegun;

    public Handoff(Settings settings, int contacts) {
        this.settings = settings;
        stage = new int[contacts];
        callsInStage = new int[contacts];
        acceptedInARow = new int[contacts];
        stageBeganAt = new double[contacts];
        thirdStageBeganAt = new double[contacts];
        Arrays.fill(thirdStageBeganAt, Double.NaN);
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public Settings settings() {
        return settings;
    }

    public Mode mode() {
        return settings.mode();
    }

    public int stage(int contact) {
        return stage[contact];
    }

    /** Week in which the contact's present stage began. */
    public double stageBeganAt(int contact) {
        return stageBeganAt[contact];
    }

    /** Week in which the contact's stage 3 began; NaN before. */
    public double thirdStageBeganAt(int contact) {
        return thirdStageBeganAt[contact];
    }

    /** The stage in which a handover begins in the present mode. */
    public int firstStage() {
        return settings.mode() == Mode.ABRUPT ? DELEGATE_LEADS : settings.firstStage();
    }

    /** The stage in which a contact goes on with a new delegate: message at the furthest, but none that the mode leaves out. */
    public int stageWithNewDelegate(int contact) {
        return Math.max(Math.min(stage[contact], MESSAGE), firstStage());
    }

    /** Weeks after which the next stage begins whatever happens; infinity where only calls or acceptance count. */
    public double longestStage() {
        return switch (settings.mode()) {
            case STAGED -> settings.callsPerStage() > 0 ? Double.POSITIVE_INFINITY : settings.paceWeeks();
            case ADAPTIVE -> settings.adaptive().longestStageWeeks();
            case NONE, ABRUPT -> Double.POSITIVE_INFINITY;
        };
    }

    public void begin(int contact, int newStage, double now) {
        stagesBegun++;
        stage[contact] = newStage;
        stageBeganAt[contact] = now;
        callsInStage[contact] = 0;
        acceptedInARow[contact] = 0;
        if (newStage >= MESSAGE && Double.isNaN(thirdStageBeganAt[contact])) {
            thirdStageBeganAt[contact] = now;
        }
    }

    /** A new contact whom the delegate leads from the first day, and to whom nothing was ever announced. */
    public void beginWithDelegate(int contact, double now) {
        thirdStageBeganAt[contact] = Double.NEGATIVE_INFINITY;
        begin(contact, DELEGATE_LEADS, now);
    }

    /** How often a stage began for any contact. */
    public long stagesBegun() {
        return stagesBegun;
    }

    public void onCall(int contact) {
        callsInStage[contact]++;
    }

    public void onOffer(int contact, boolean accepted) {
        acceptedInARow[contact] = accepted ? acceptedInARow[contact] + 1 : 0;
    }

    /** Whether calls or acceptance so far end the contact's stage. */
    public boolean isStageComplete(int contact) {
        int present = stage[contact];
        if (present == DIRECT || present == DELEGATE_LEADS) {
            return false;
        }
        return switch (settings.mode()) {
            case STAGED -> settings.callsPerStage() > 0 && callsInStage[contact] >= settings.callsPerStage();
            case ADAPTIVE ->
                present <= FRIENDLY_TALK
                        ? callsInStage[contact] >= settings.adaptive().routedCalls()
                        : acceptedInARow[contact] >= settings.adaptive().acceptedOffers();
            case NONE, ABRUPT -> false;
        };
    }

    /** Weeks that a contact waits on purpose in this stage before the executive is reached or calls back. */
    public double delay(int inStage) {
        return switch (inStage) {
            case RECEPTIONIST -> settings.delay().stage1Weeks();
            case FRIENDLY_TALK -> settings.delay().stage2Weeks();
            case MESSAGE -> settings.delay().stage3Weeks();
            case OFFER -> settings.delay().stage4Weeks();
            default -> 0;
        };
    }
}
