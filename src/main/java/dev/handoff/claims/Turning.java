package dev.handoff.claims;

import java.util.List;

/**
 * The question at which value of a setting the first effect of a claim changes its sign.
 *
 * @param setting that is moved
 * @param unit of the positions; empty for none
 * @param positions values of the setting, rising
 * @param parts the first part of the claim, in its first context, with the setting at each position
 */
public record Turning(String setting, String unit, List<Double> positions, List<Part> parts) {
    /** Most replications that are simulated for it: the sign of an effect, not its size, is asked for. */
    static final int MOST_REPLICATIONS = 400;

    public Turning {
        positions = List.copyOf(positions);
        parts = List.copyOf(parts);
    }

    /** The effect of the claim's first contrast, in words. */
    public String effect() {
        return parts.get(0).proposition().contrasts().get(0).what();
    }

    /** @param replications of the claim itself, of which no more than {@link #MOST_REPLICATIONS} are used */
    Turn answer(Trial.Source source, int replications) {
        int enough = Math.min(replications, MOST_REPLICATIONS);
        double[][] effects = new double[parts.size()][enough];
        for (int position = 0; position < effects.length; position++) {
            Part part = parts.get(position);
            Contrast contrast = part.proposition().contrasts().get(0);
            double[][] outcomes = source.outcomes(part, 0, enough);
            for (int replication = 0; replication < enough; replication++) {
                effects[position][replication] = contrast.of(outcomes, replication);
            }
        }
        return Turn.of(positions.stream().mapToDouble(Double::doubleValue).toArray(), effects);
    }
}
