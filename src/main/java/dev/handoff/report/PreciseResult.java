package dev.handoff.report;

import dev.handoff.experiment.PrecisionGoal;
import java.io.IOException;
import java.util.List;

/**
 * What a study found with as many replications as were needed to know something exactly enough.
 *
 * @param unreached exit code if the budget ended first and nothing else is to be told
 */
public record PreciseResult(StudyResult found, List<PrecisionScreen.Wanted> wanted, PrecisionGoal goal, int unreached)
        implements StudyResult {
    @Override
    public void planIn(StudyFolder folder) throws IOException {
        found.planIn(folder);
    }

    @Override
    public String json() throws IOException {
        return found.json();
    }

    @Override
    public String screen(Terminal terminal) {
        return found.screen(terminal) + "\n" + PrecisionScreen.text(wanted, goal, terminal);
    }

    @Override
    public boolean isPartial() {
        return found.isPartial();
    }

    @Override
    public int code() {
        return found.code() == 0 && !goal.isReached() ? unreached : found.code();
    }
}
