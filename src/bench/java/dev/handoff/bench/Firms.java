package dev.handoff.bench;

import dev.handoff.model.Scenario;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that are timed. */
final class Firms {
    private static final String STAGED = "/handoff/scenarios/staged-handoff.yaml";
    private static final int CONTACTS_OF_ONE = 24; // of an executive in the defaults
    private static final int DELEGATES_OF_ONE = 2;
    private static final int CONTACTS_OF_A_DELEGATE = 12;

    private Firms() {}

    /** The shipped scenario. */
    static Scenario staged() {
        return read();
    }

    /** The shipped scenario with as many executives and delegates as so many contacts need, if so many are allowed. */
    static Scenario grown(int contacts) {
        int executives = Math.min(contacts / CONTACTS_OF_ONE, highest("executive.count"));
        int delegates = Math.min(executives * DELEGATES_OF_ONE, highest("delegates.count"));
        return read(
                "warmup=1",
                "contacts.count=" + contacts,
                "executive.count=" + executives,
                "delegates.count=" + delegates);
    }

    /** The calls of 24 contacts made by any number of them, who stay and are not handed over: one executive answers all. */
    static Scenario spread(int contacts) {
        double rate = 1.2 * CONTACTS_OF_ONE / contacts;
        return read(
                "warmup=1",
                "contacts.count=" + contacts,
                "contacts.rate={lognormal: {mean: " + rate + " /week, cv: 0.5}}",
                "handoff.mode=none",
                "churn.active=false");
    }

    /**
     * One executive who wins up to so many contacts in three years, with delegates for all of them from the start, who need no check-ins
     * and no follow-ups: the executive's time for sales is what limits growth.
     */
    static Scenario growing(int market) {
        return read(
                "horizon=156",
                "promotion.added-hours=0",
                "executive.duty-hours=5",
                "delegates.count=" + market / CONTACTS_OF_A_DELEGATE,
                "growth.active=true",
                "growth.market=" + market,
                "growth.work-per-contact=0.2 h",
                "follow-up.check-ins=0",
                "follow-up.touches.active=false",
                "money.initial-cash=1000000000");
    }

    private static int highest(String path) {
        return Catalogue.standard()
                .parameter(path)
                .flatMap(parameter -> parameter.allowed().orElseThrow().highest())
                .map(limit -> limit.intValue())
                .orElse(Integer.MAX_VALUE);
    }

    private static Scenario read(String... overrides) {
        try (InputStream resource = Firms.class.getResourceAsStream(STAGED)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return ScenarioReader.parse("staged-handoff.yaml", text, List.of(overrides))
                    .variants()
                    .get(0)
                    .scenario();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
