package dev.handoff.cli;

import dev.handoff.report.Circumstances;
import dev.handoff.report.Continuation;
import dev.handoff.report.Manifest;
import dev.handoff.report.PlaceException;
import dev.handoff.report.Publication;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command whose result can go on from what there is of it. */
final class Continuing {
    static final String EXTEND = "--extend";
    static final String RESUME = "--resume";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = EXTEND, description = "Go on from the result in the folder; simulate only what it lacks.")
    private boolean extend;

    @Option(names = RESUME, description = "Go on from what was killed or interrupted; simulate only what is missing.")
    private boolean resume;

    boolean isWanted() {
        return extend || resume;
    }

    /**
     * Prepares the place.
     *
     * @param replications that are asked for
     * @throws ParameterException if both are given
     * @throws PlaceException if the place is not ours, the circumstances are others, or more is there than is asked for
     */
    Publication begin(Path folder, Circumstances circumstances, int replications) {
        if (extend && resume) {
            throw new ParameterException(spec.commandLine(), EXTEND + " (true) must be given without " + RESUME);
        }
        Continuation continuation = extend ? Continuation.EXTEND : resume ? Continuation.RESUME : Continuation.NONE;
        if (extend) {
            requireAsMany(folder, replications);
        }
        return Publication.begin(folder, circumstances, continuation);
    }

    private void requireAsMany(Path folder, int replications) {
        try {
            Manifest earlier = Manifest.in(folder);
            if (earlier != null && earlier.replications() > replications) {
                throw new ParameterException(
                        spec.commandLine(),
                        "-n (" + replications + ") must be at least the " + earlier.replications()
                                + " replications that " + folder + " has, with " + EXTEND);
            }
        } catch (IOException failure) {
            throw new PlaceException(folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
