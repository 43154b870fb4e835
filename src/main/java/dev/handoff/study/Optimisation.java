package dev.handoff.study;

import dev.handoff.experiment.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches settings that make objectives as small or large as possible while constraints are kept, and confirms the best few in fresh random
 * worlds: what the search saw of the best is too good, since it was chosen for that.
 */
public final class Optimisation {
    /** Stands for the scenario as it is, among candidates. */
    public static final List<String> PRESENT = List.of();

    private static final int PARTS = 20;

    /**
     * What is asked.
     *
     * @param objectives at least one
     */
    public record Question(Decisions decisions, List<Objective> objectives, List<Expectation> constraints) {
        public Question {
            objectives = List.copyOf(objectives);
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * What it may cost.
     *
     * @param candidates that the search looks at, at most
     * @param replications of each of them
     * @param confirmation fresh replications that tell how good each of the best few is
     */
    public record Budget(int candidates, int replications, int confirmation) {
        /** Fresh replications that pick the best of these before: of several objectives none, as all that is on the front is told. */
        int pick(int objectives) {
            return objectives == 1 ? Math.max(1, confirmation / 4) : 0;
        }
    }

    /** Where outcomes come from. Replication r is the same random world for all candidates. */
    public interface Worlds {
        /** Why there can be no outcomes of a candidate; empty where there can. */
        String refusal(List<String> values);

        /**
         * Makes sure of the first replications of all candidates, side by side.
         *
         * @throws Stopped if it was asked to stop
         */
        void require(List<List<String>> candidates, int replications);

        /** Of replications that were required; NaN where there is no value. */
        double[] values(List<String> candidate, Measure measure, int replications);
    }

    /**
     * What was found.
     *
     * @param present the scenario as it is, as the search saw it
     * @param confirmed empty if it was stopped before
     * @param partial whether it was stopped before its end
     */
    public record Found(
            Question question,
            Budget budget,
            List<Candidate> candidates,
            Candidate present,
            Optional<Confirmed> confirmed,
            boolean partial) {
        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    private final Question question;
    private final Budget budget;
    private final Worlds worlds;

    public Optimisation(Question question, Budget budget, Worlds worlds) {
        this.question = question;
        this.budget = budget;
        this.worlds = worlds;
    }

    /**
     * Searches and confirms.
     *
     * @param present values of the scenario as it is; empty if one of them may not be chosen
     * @throws Stopped if it was asked to stop before the scenario as it is was simulated
     */
    public Found run(Optional<List<String>> present, long seed) {
        CandidateSearch search = new CandidateSearch(question, budget, worlds, seed);
        Candidate own = search.present();
        Optional<Confirmation> confirmation = Optional.empty();
        boolean partial = false;
        int fresh = 0;
        try {
            search.run(present);
            List<Candidate> shortlist = new Shortlist(question, worlds, budget.replications()).of(search.ranked());
            confirmation = Optional.of(new Confirmation(question, budget, worlds, shortlist, own.isKnown()));
            confirmation.get().pick();
            for (int part = 1; part <= PARTS; part++) {
                int next = (int) ((long) budget.confirmation() * part / PARTS);
                confirmation.get().require(next);
                fresh = next;
            }
        } catch (Stopped stopped) {
            partial = true;
        }
        int told = fresh;
        Optional<Confirmed> confirmed =
                confirmation.filter(any -> told > 0 && any.isPossible()).map(any -> any.after(told));
        return new Found(question, budget, new ArrayList<>(search.candidates()), own, confirmed, partial);
    }
}
