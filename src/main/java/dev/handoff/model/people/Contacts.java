package dev.handoff.model.people;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.Distribution;

/** The old contacts of the executives. */
public final class Contacts {

    /** What a contact is to the firm. */
    public enum Type {
        CUSTOMER,
        VENDOR,
        PARTNER
    }

    /** One group of the {@code contacts} section of a scenario. */
    public record Group(
            int count,
            String name,
            double vendorShare,
            double partnerShare,
            Distribution ratePerWeek,
            Distribution requestSizeHours,
            Distribution valueDollarsPerYear,
            double friendShare,
            Distribution patienceWeeks,
            Distribution expectedResponseWeeks) {
        public Group {
            Check.that(
                    vendorShare + partnerShare <= 1,
                    "vendor-share (%s) and partner-share (%s) must not exceed 1 together",
                    vendorShare,
                    partnerShare);
        }
    }
}
