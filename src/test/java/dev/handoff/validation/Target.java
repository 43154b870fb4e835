package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A band that the defaults were set to meet. A measurement meets it if it lies inside by 4 standard errors, so that another seed
 * would leave the band about once in 30,000 times, and if the standard error is at most a tenth of the band's width, so that
 * the band is a statement at all.
 *
 * @param what names the row in docs/validation.md
 */
record Target(String what, double lowest, double highest) {

    /** @param from what was counted, in words */
    void isMetBy(Evidence evidence, SummaryStatistics sample, String from) {
        isMetBy(evidence, sample.getMean(), standardError(sample), from);
    }

    /** @param from what was counted, in words */
    void isMetBy(Evidence evidence, double measured, double standardError, String from) {
        assertThat(standardError).as("standard error of '%s'", what).isBetween(0.0, (highest - lowest) / 10);
        assertThat(measured)
                .as("%s (standard error %s)", what, standardError)
                .isBetween(lowest + 4 * standardError, highest - 4 * standardError);
        evidence.within(what, lowest, highest, measured, uncertainty(standardError, from));
    }

    /** Of the mean. */
    static double standardError(SummaryStatistics sample) {
        return sample.getStandardDeviation() / Math.sqrt(sample.getN());
    }

    static String uncertainty(double standardError, String from) {
        String error = standardError < 1e-4 ? "below 0.0001" : Evidence.text(standardError);
        return "standard error " + error + "; " + from;
    }
}
