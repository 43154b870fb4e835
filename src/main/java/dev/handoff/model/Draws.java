package dev.handoff.model;

import dev.handoff.kernel.Distribution;
import dev.handoff.kernel.RandomStreams;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.TaskGroup;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Everything random in one replication. Each draw is a fixed function of what it is for, whose it is and its number, so no
 * policy can move it.
 */
final class Draws {

    /** What a draw is for. The order is part of the results: new ones go to the end. */
    enum Source {
        RATE,
        VALUE,
        FRIEND,
        PATIENCE,
        EXPECTED_RESPONSE,
        REPETITIONS,
        CHURN_BUDGET,
        CHURN_REASON,
        REQUEST_GAP,
        REQUEST_SIZE,
        DIFFICULTY,
        URGENT,
        CHOICE,
        INTERVENE,
        SUCCESS,
        CAUGHT,
        UNFAVOURABLE,
        APPEAL,
        REQUEST_PATIENCE,
        NET_HOURS,
        INITIAL_SKILL,
        LEARNING_RATE,
        MAXIMUM_HOURS,
        BASE_HAZARD,
        BURNOUT_BUDGET,
        RECOVERY,
        DUTY_GAP,
        DUTY_SIZE,
        ADDED_DUTY_GAP,
        ADDED_DUTY_SIZE,
        HANDOVER_ORDER,
        DROP,
        CHASE,
        VOICE,
        UNNOTICED,
        QUIT_BUDGET,
        VACANCY,
        LEAD_GAP,
        LEAD_VALUE,
        LEAD_REFERRER,
        LEAD_DROP,
        LEAD_UNNOTICED,
        LEAD_DISCOVERY,
        LEAD_VOICE,
        LEAD_WON,
        APPOINTMENT_GAP,
        NO_SHOW,
        HIRING_TIME,
        BARTER_SEARCH,
        ENGAGEMENT_BUDGET,
        RETURN,
        CONTACT_WORK,
        BAD_WORD,
        TASK_GAP,
        TASK_SIZE,
        TASK_DIFFICULTY,
        TASK_SUCCESS,
        TASK_CAUGHT,
        TASK_CHECKED,
        TASK_SENSITIVE,
        TASK_MISUSE,
        TASK_STAKES,
        STYLE,
        CEILING
    }

    private final RandomStreams random;
    private final ContinuousSampler[] requestSize; // by group of contacts
    private final ContinuousSampler[] netHours; // by group of delegates
    private final ContinuousSampler[] initialSkill; // by group of delegates
    private final ContinuousSampler[] learningRate; // by group of delegates
    private final ContinuousSampler difficulty;
    private final ContinuousSampler requestPatience;
    private final ContinuousSampler dutySize;
    private final ContinuousSampler recovery;
    private final ContinuousSampler vacancy;
    private final ContinuousSampler leadValue;
    private final ContinuousSampler discovery;
    private final ContinuousSampler hiringTime;
    private final ContinuousSampler barterSearch;
    private final ContinuousSampler workPerContact;
    private final Map<Source, ContinuousSampler> newcomer = new EnumMap<>(Source.class); // by trait
    private final ContinuousSampler[] taskSize; // by class of tasks
    private final ContinuousSampler[] taskDifficulty; // by class of tasks
    private final ContinuousSampler[] taskStakes; // by class of tasks

    Draws(Scenario scenario, RandomStreams random) {
        this.random = random;
        List<Contacts.Group> groups = scenario.contacts();
        requestSize = new ContinuousSampler[groups.size()];
        for (int group = 0; group < requestSize.length; group++) {
            requestSize[group] = groups.get(group).requestSizeHours().sampler(random);
        }
        netHours = samplers(scenario.delegates(), Delegates.Group::netHoursPerWeek);
        initialSkill = samplers(scenario.delegates(), Delegates.Group::initialSkill);
        learningRate = samplers(scenario.delegates(), Delegates.Group::learningRate);
        difficulty = scenario.requests().difficulty().sampler(random);
        requestPatience = scenario.abandonment().patienceWeeks().sampler(random);
        dutySize = scenario.executive().dutySizeHours().sampler(random);
        hiringTime = scenario.hiring().leadTimeWeeks().sampler(random);
        barterSearch = scenario.barter().searchWeeks().sampler(random);
        recovery = scenario.burnout().recoveryWeeks().sampler(random);
        vacancy = scenario.turnover().vacancyWeeks().sampler(random);
        leadValue = scenario.leads().valueDollarsPerYear().sampler(random);
        discovery = scenario.leads().discoveryWeeks().sampler(random);
        workPerContact = scenario.growth().workPerContactHours().sampler(random);
        Contacts.Group like = groups.get(0);
        newcomer.put(Source.RATE, like.ratePerWeek().sampler(random));
        newcomer.put(Source.VALUE, like.valueDollarsPerYear().sampler(random));
        newcomer.put(Source.PATIENCE, like.patienceWeeks().sampler(random));
        newcomer.put(Source.EXPECTED_RESPONSE, like.expectedResponseWeeks().sampler(random));
        newcomer.put(Source.REPETITIONS, scenario.habit().repetitions().sampler(random));
        taskSize = samplers(scenario, TaskGroup::sizeHours);
        taskDifficulty = samplers(scenario, TaskGroup::difficulty);
        taskStakes = samplers(scenario, TaskGroup::stakes);
    }

    private ContinuousSampler[] samplers(Scenario scenario, Function<TaskGroup, Distribution> trait) {
        return scenario.tasks().stream()
                .map(group -> trait.apply(group).sampler(random))
                .toArray(ContinuousSampler[]::new);
    }

    private ContinuousSampler[] samplers(List<Delegates.Group> groups, Function<Delegates.Group, Distribution> trait) {
        return groups.stream().map(group -> trait.apply(group).sampler(random)).toArray(ContinuousSampler[]::new);
    }

    /** Weeks until the post's holder number {@code place} is hired. */
    double hiringTime(int delegate, int place) {
        return drawn(hiringTime, Source.HIRING_TIME, delegate, place);
    }

    /** Weeks until the post's partner number {@code place} is found. */
    double barterSearch(int delegate, int place) {
        return drawn(barterSearch, Source.BARTER_SEARCH, delegate, place);
    }

    double uniform(Source source, int subject, int place) {
        return at(source, subject, place).uniform();
    }

    /** Standard exponential variate. */
    double exponential(Source source, int subject, int place) {
        return at(source, subject, place).exponential();
    }

    /** Hours. */
    double requestSize(int group, int contact, int place) {
        return drawn(requestSize[group], Source.REQUEST_SIZE, contact, place);
    }

    /** Hours a week of who holds the post as number {@code place}. */
    double netHours(int group, int delegate, int place) {
        return drawn(netHours[group], Source.NET_HOURS, delegate, place);
    }

    /** Level at the start of who holds the post as number {@code place}. */
    double initialSkill(int group, int delegate, int place) {
        return drawn(initialSkill[group], Source.INITIAL_SKILL, delegate, place);
    }

    /** Share of the gap that a task closes, of who holds the post as number {@code place}. */
    double learningRate(int group, int delegate, int place) {
        return drawn(learningRate[group], Source.LEARNING_RATE, delegate, place);
    }

    /** Dollars a year. */
    double leadValue(int executive, int place) {
        return drawn(leadValue, Source.LEAD_VALUE, executive, place);
    }

    /** Weeks. */
    double discovery(int executive, int place) {
        return drawn(discovery, Source.LEAD_DISCOVERY, executive, place);
    }

    /** From 0 to 1. */
    double difficulty(int contact, int place) {
        return drawn(difficulty, Source.DIFFICULTY, contact, place);
    }

    /** Weeks. */
    double requestPatience(int contact, int place) {
        return drawn(requestPatience, Source.REQUEST_PATIENCE, contact, place);
    }

    /** Hours. */
    double dutySize(Source source, int executive, int place) {
        return drawn(dutySize, source, executive, place);
    }

    /** Weeks. */
    double recovery(int executive, int place) {
        return drawn(recovery, Source.RECOVERY, executive, place);
    }

    /** Weeks that a post is vacant after who held it as number {@code place}. */
    double vacancy(int delegate, int place) {
        return drawn(vacancy, Source.VACANCY, delegate, place);
    }

    /** Hours of sales that an executive's next contact takes. */
    double workPerContact(int executive, int place) {
        return drawn(workPerContact, Source.CONTACT_WORK, executive, place);
    }

    /** A trait of a new contact, by the law of the first group. */
    double ofNewcomer(Source trait, int contact) {
        return drawn(newcomer.get(trait), trait, contact, 0);
    }

    /** Hours. */
    double taskSize(int group, int stream, int place) {
        return drawn(taskSize[group], Source.TASK_SIZE, stream, place);
    }

    /** From 0 to 1. */
    double taskDifficulty(int group, int stream, int place) {
        return drawn(taskDifficulty[group], Source.TASK_DIFFICULTY, stream, place);
    }

    /** Share of the yearly value of the executive's customers, 0 to 1. */
    double taskStakes(int group, int stream, int place) {
        return drawn(taskStakes[group], Source.TASK_STAKES, stream, place);
    }

    /** What distinguishes the individuals of all groups, in the order of their numbers. */
    double[] ofContacts(Source source, List<Contacts.Group> groups, Function<Contacts.Group, Distribution> trait) {
        int[] counts = groups.stream().mapToInt(Contacts.Group::count).toArray();
        return individuals(source, counts, groups.stream().map(trait).toList());
    }

    double[] ofDelegates(Source source, List<Delegates.Group> groups, Function<Delegates.Group, Distribution> trait) {
        int[] counts = groups.stream().mapToInt(Delegates.Group::count).toArray();
        return individuals(source, counts, groups.stream().map(trait).toList());
    }

    double[] alike(Source source, int count, Distribution law) {
        return individuals(source, new int[] {count}, List.of(law));
    }

    private double[] individuals(Source source, int[] counts, List<Distribution> laws) {
        double[] values = new double[IntStream.of(counts).sum()];
        int individual = 0;
        for (int group = 0; group < counts.length; group++) {
            ContinuousSampler sampler = laws.get(group).sampler(random);
            for (int member = 0; member < counts[group]; member++) {
                values[individual] = drawn(sampler, source, individual, 0);
                individual++;
            }
        }
        return values;
    }

    private double drawn(ContinuousSampler sampler, Source source, int subject, int place) {
        at(source, subject, place);
        return sampler.sample();
    }

    private RandomStreams at(Source source, int subject, int place) {
        return random.at(source.ordinal(), subject, place);
    }
}
