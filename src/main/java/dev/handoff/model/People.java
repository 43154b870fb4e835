package dev.handoff.model;

import dev.handoff.kernel.Distribution;
import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Skill;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Executives;
import dev.handoff.model.people.Jobs;
import java.util.Arrays;
import java.util.List;

/** Draws the individuals of a scenario. */
final class People {

    private People() {}

    static Contacts contacts(Scenario scenario, Draws draws) {
        List<Contacts.Group> groups = scenario.contacts();
        double[] friend = new double[scenario.contactCount()];
        for (int contact = 0; contact < friend.length; contact++) {
            friend[contact] = draws.uniform(Source.FRIEND, contact, 0);
        }
        return new Contacts(
                groups,
                withRoom(scenario, draws.ofContacts(Source.RATE, groups, Contacts.Group::ratePerWeek)),
                withRoom(scenario, draws.ofContacts(Source.VALUE, groups, Contacts.Group::valueDollarsPerYear)),
                friend,
                withRoom(scenario, draws.ofContacts(Source.PATIENCE, groups, Contacts.Group::patienceWeeks)),
                scenario.executive().count(),
                scenario.delegateCount(),
                delegate -> isAwaited(scenario, delegate));
    }

    /* A post that stays vacant to the end unless growth fills it has none of the old contacts. */
    private static boolean isAwaited(Scenario scenario, int delegate) {
        int first = 0;
        for (Delegates.Group group : scenario.delegates()) {
            first += group.count();
            if (delegate < first) {
                return group.vacantForWeeks() < scenario.horizonWeeks();
            }
        }
        throw new IllegalArgumentException("no delegate " + delegate);
    }

    static double[] expectedResponse(Scenario scenario, Draws draws) {
        return withRoom(
                scenario,
                draws.ofContacts(Source.EXPECTED_RESPONSE, scenario.contacts(), Contacts.Group::expectedResponseWeeks));
    }

    static double[] repetitions(Scenario scenario, Draws draws) {
        return withRoom(
                scenario,
                draws.alike(
                        Source.REPETITIONS,
                        scenario.contactCount(),
                        scenario.habit().repetitions()));
    }

    /* Behind the old contacts there are zeros for the new ones, whose traits are drawn when they come. */
    private static double[] withRoom(Scenario scenario, double[] ofOldContacts) {
        return Arrays.copyOf(ofOldContacts, ofOldContacts.length + scenario.newContactCount());
    }

    static Executives executives(Scenario scenario, Draws draws, Jobs jobs) {
        Distribution hours = scenario.executive().maximumHoursPerWeek();
        return new Executives(
                draws.alike(Source.MAXIMUM_HOURS, scenario.executive().count(), hours), jobs);
    }

    static double[] baseHazard(Scenario scenario, Draws draws) {
        Distribution hazard = scenario.burnout().baseHazardPerWeek();
        return draws.alike(Source.BASE_HAZARD, scenario.executive().count(), hazard);
    }

    static Delegates delegates(Scenario scenario, Draws draws, Jobs jobs) {
        List<Delegates.Group> groups = scenario.delegates();
        return new Delegates(
                groups, draws.ofDelegates(Source.NET_HOURS, groups, Delegates.Group::netHoursPerWeek), jobs);
    }

    static Skill skill(Scenario scenario, Draws draws, int contacts) {
        List<Delegates.Group> groups = scenario.delegates();
        Skill skill = new Skill(
                scenario.skill(),
                draws.ofDelegates(Source.INITIAL_SKILL, groups, Delegates.Group::initialSkill),
                draws.ofDelegates(Source.LEARNING_RATE, groups, Delegates.Group::learningRate),
                contacts,
                scenario.requests().difficulty());
        for (int delegate = 0; delegate < scenario.delegateCount(); delegate++) {
            skill.limit(delegate, draws.uniform(Source.CEILING, delegate, 0));
        }
        return skill;
    }
}
