package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;
import java.util.Arrays;

/**
 * What delegates can do: skill of the trade, by delegate, and knowledge of the contact, by contact, both levels from 0 to 1.
 * Practice closes a share of the gap to the ceiling with each task, so individuals follow an exponential learning curve (M7;
 * Heathcote, Brown and Mewhort 2000).
 */
public final class Skill {

    /** The {@code skill} section of a scenario. */
    public record Settings(
            boolean active,
            double ceiling,
            double steepness,
            double contextWeight,
            double initialContext,
            double contextRate,
            double listeningWeight,
            double escalationWeight,
            double jointCallWeight,
            double errorWeight,
            double noviceTime,
            double timeSavedBySkill,
            double ceilingSpread,
            double sharedKnowledge,
            double sharedWeight,
            double sharingWorkHours) {}

    private Settings settings;
    private final double meanDifficulty;
    private final double[] level; // by delegate
    private final double[] learningRate; // by delegate
    private final double[] context; // by contact
    private final double[] shortfall; // by delegate: share of the spread by which its ceiling is lower, 0 to 1

    /**
     * @param initial by delegate: level from 0 to 1
     * @param learningRate by delegate: share of the gap that a task of mean difficulty closes, 0 to 1
     * @param difficulty of requests; a task of mean difficulty teaches with the learning rate itself
     */
    public Skill(Settings settings, double[] initial, double[] learningRate, int contacts, Distribution difficulty) {
        this.settings = settings;
        meanDifficulty = difficulty.mean();
        level = initial.clone();
        this.learningRate = learningRate.clone();
        context = new double[contacts];
        shortfall = new double[initial.length];
        Arrays.fill(context, settings.initialContext());
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Level from 0 to 1. */
    public double of(int delegate) {
        return level[delegate];
    }

    /** The delegate's knowledge of the contact, a level from 0 to 1. */
    public double context(int contact) {
        return context[contact];
    }

    /** Skill of the trade and knowledge of the contact together, and what the firm has written down, 0 to 1. */
    public double effective(int delegate, int contact) {
        double weight = settings.contextWeight();
        double own = (1 - weight) * level[delegate] + weight * context[contact];
        return Level.raised(own, settings.sharedWeight() * settings.sharedKnowledge());
    }

    /** Hours a week that it takes each delegate to keep what is shared up to date. */
    public double sharingHours() {
        return settings.sharedKnowledge() * settings.sharingWorkHours();
    }

    /** Skill that practice leads this delegate to, 0 to 1. */
    public double ceiling(int delegate) {
        return Math.max(0, settings.ceiling() - settings.ceilingSpread() * shortfall[delegate]);
    }

    /**
     * Probability that somebody of this skill masters a request.
     *
     * @param skill about 0 to 1
     * @param difficulty 0 to 1
     */
    public double successProbability(double skill, double difficulty) {
        return Level.logistic(successLogOdds(skill, difficulty));
    }

    /** The same as log odds. */
    public double successLogOdds(double skill, double difficulty) {
        return settings.steepness() * (skill - difficulty);
    }

    /** Hours that the delegate takes for what takes the executive the given hours. */
    public double workingTime(int delegate, double hours) {
        return hours * Math.max(0, settings.noviceTime() - settings.timeSavedBySkill() * level[delegate]);
    }

    /** Somebody new, with skill and learning rate of its own. */
    public void onNewDelegate(int delegate, double initial, double rate, double uniform) {
        limit(delegate, uniform);
        level[delegate] = initial;
        learningRate[delegate] = rate;
    }

    /** @param uniform variate from 0 to 1 that says how far below the highest the delegate's ceiling is */
    public void limit(int delegate, double uniform) {
        shortfall[delegate] = uniform;
    }

    /** A new delegate does not know the contact. */
    public void onNewDelegateOf(int contact) {
        context[contact] = 0;
    }

    public void onTask(int delegate, int contact, double difficulty) {
        learn(delegate, contact, difficulty, 1);
    }

    /** A task that went wrong, whether or not it was caught. */
    public void onError(int delegate, int contact, double difficulty) {
        learn(delegate, contact, difficulty, settings.errorWeight());
    }

    public void onEscalated(int delegate, int contact, double difficulty) {
        learn(delegate, contact, difficulty, settings.escalationWeight());
    }

    public void onJointCall(int delegate, int contact, double difficulty) {
        learn(delegate, contact, difficulty, settings.jointCallWeight());
    }

    /** A task of the executive, which teaches the trade but nothing about a contact. */
    public void onDelegatedTask(int delegate, double difficulty, boolean error) {
        double weight = error ? settings.errorWeight() : 1;
        practise(delegate, weight * (1 + difficulty) / (1 + meanDifficulty));
    }

    /** @param weight relative to a task done */
    public void onCoached(int delegate, double weight) {
        practise(delegate, weight);
    }

    public void onListening(int delegate, int contact) {
        practise(delegate, settings.listeningWeight());
        meet(contact);
    }

    private void learn(int delegate, int contact, double difficulty, double weight) {
        practise(delegate, weight * (1 + difficulty) / (1 + meanDifficulty));
        meet(contact);
    }

    private void practise(int delegate, double weight) {
        if (settings.active()) {
            double gap = Math.max(0, ceiling(delegate) - level[delegate]);
            level[delegate] += Math.min(1, learningRate[delegate] * weight) * gap;
        }
    }

    private void meet(int contact) {
        if (settings.active()) {
            context[contact] = Level.raised(context[contact], settings.contextRate());
        }
    }
}
