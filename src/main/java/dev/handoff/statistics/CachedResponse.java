package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A response less its target, each replication of each place asked for once. */
final class CachedResponse {
    private final BreakEven.Response response;
    private final double target;
    private final Map<Double, double[]> known = new HashMap<>();

    CachedResponse(BreakEven.Response response, double target) {
        this.response = response;
        this.target = target;
    }

    /** As many as asked for, or more where more are known. */
    double[] values(double x, int replications) {
        double[] values = known.getOrDefault(x, new double[0]);
        if (values.length < replications) {
            int first = values.length;
            double[] more = response.values(x, first, replications);
            Check.that(
                    more.length == replications - first,
                    "%s values of replications %s to %s",
                    more.length,
                    first,
                    replications - 1);
            values = Arrays.copyOf(values, replications);
            for (int replication = first; replication < replications; replication++) {
                Check.that(
                        Double.isFinite(more[replication - first]),
                        "a value at %s is %s",
                        x,
                        more[replication - first]);
                values[replication] = more[replication - first] - target;
            }
            known.put(x, values);
        }
        return values;
    }

    long simulated() {
        return known.values().stream().mapToLong(values -> values.length).sum();
    }
}
