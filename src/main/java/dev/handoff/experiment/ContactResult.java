package dev.handoff.experiment;

import dev.handoff.model.people.Contacts.Type;

/**
 * What became of one contact over all replications.
 *
 * @param contact number from 0
 * @param leftLow lower limit of Wilson's 95 % interval of the share of replications in which the contact left
 * @param medianAcceptanceWeek week by which half of the replications had seen the contact accept; infinite if fewer did
 */
public record ContactResult(
        int contact,
        String name,
        Type type,
        int n,
        double leftShare,
        double leftLow,
        double leftHigh,
        double acceptedShare,
        double medianAcceptanceWeek) {

    static ContactResult of(int contact, ContactList list, float[] leftAt, float[] acceptedAt) {
        int n = leftAt.length;
        double left = (double) finite(leftAt) / n;
        double accepted = (double) finite(acceptedAt) / n;
        Quantiles.Selection weeks = new Quantiles.Selection();
        weeks.of(acceptedAt, n);
        return new ContactResult(
                contact,
                list.names().get(contact),
                list.types().get(contact),
                n,
                left,
                Intervals.wilson(left, n, -1),
                Intervals.wilson(left, n, 1),
                accepted,
                weeks.quantile(0.5));
    }

    private static int finite(float[] weeks) {
        int count = 0;
        for (float week : weeks) {
            if (Float.isFinite(week)) {
                count++;
            }
        }
        return count;
    }
}
