package dev.handoff.scenario;

import dev.handoff.model.Scenario;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the records of a scenario from settings, by the names of record components. */
final class Binder {

    private static final String CHANGES = "changes";

    private final Problems problems;
    private final Map<String, String> pathOfComponent = new HashMap<>(); // by section and component

    Binder(Problems problems) {
        this.problems = problems;
        Catalogue catalogue = Catalogue.standard();
        for (Parameter parameter : catalogue.parameters()) {
            String component = parameter.unit().component(parameter.key());
            pathOfComponent.put(parameter.section() + "/" + component, parameter.path());
        }
        for (String section : catalogue.sections().keySet()) {
            int dot = section.lastIndexOf('.');
            String component = Unit.TEXT.component(section.substring(dot + 1));
            pathOfComponent.put(section.substring(0, Math.max(0, dot)) + "/" + component, section);
        }
    }

    /**
     * The scenario with its changes; empty after a problem.
     *
     * @param changes what holds from the week of each change on, in the order of time
     */
    Optional<Scenario> bind(Settings settings, Map<Layer.Timed, Settings> changes) {
        List<Scenario.Change> bound = new ArrayList<>();
        for (Map.Entry<Layer.Timed, Settings> change : changes.entrySet()) {
            scenario(change.getValue(), List.of())
                    .ifPresent(changed ->
                            bound.add(new Scenario.Change(change.getKey().week(), changed)));
        }
        return scenario(settings, bound);
    }

    private Optional<Scenario> scenario(Settings settings, List<Scenario.Change> changes) {
        return record(Scenario.class, "", settings.values(), settings, changes).map(Scenario.class::cast);
    }

    private Optional<Object> record(
            Class<?> type,
            String section,
            Map<String, Value> values,
            Settings settings,
            List<Scenario.Change> changes) {
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = pathOfComponent.get(section + "/" + component.getName());
            if (component.getName().equals(CHANGES) && section.isEmpty()) {
                arguments.add(changes);
            } else if (values.containsKey(path)) {
                arguments.add(values.get(path).bound());
            } else if (component.getGenericType() instanceof ParameterizedType) {
                groups(Catalogue.recordOf(component), path, settings).ifPresent(arguments::add);
            } else {
                record(component.getType(), path, values, settings, changes).ifPresent(arguments::add);
            }
        }
        boolean complete = arguments.size() == type.getRecordComponents().length;
        return complete ? construct(type, section, arguments, values, settings) : Optional.empty();
    }

    private Optional<List<Object>> groups(Class<?> type, String section, Settings settings) {
        List<Map<String, Value>> groups = settings.groups(section);
        List<Object> bound = new ArrayList<>();
        for (Map<String, Value> group : groups) {
            record(type, section, group, settings, List.of()).ifPresent(bound::add);
        }
        return bound.size() == groups.size() ? Optional.of(bound) : Optional.empty();
    }

    private Optional<Object> construct(
            Class<?> type, String section, List<Object> arguments, Map<String, Value> values, Settings settings) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                String message = (section.isEmpty() ? "" : section + ".") + reason.getMessage();
                problems.add(blamed(message, section, values, settings), "%s", message);
                return Optional.empty();
            }
            throw new IllegalStateException(type.getName(), refused);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(type.getName(), defect);
        }
    }

    /** Where the user wrote one of the settings that the message names; the one that is named first. */
    private static Place blamed(String message, String section, Map<String, Value> values, Settings settings) {
        Map<String, Value> all = new HashMap<>(values);
        Catalogue.GROUPS.stream()
                .filter(group -> !section.equals(group))
                .forEach(group -> settings.groups(group).forEach(all::putAll));
        for (String word : message.split("[^a-z0-9.-]+")) {
            for (String path : List.of(word, section + "." + word)) {
                if (all.containsKey(path) && isOfUser(path, all.get(path))) {
                    return all.get(path).place();
                }
            }
        }
        return Place.withoutLines("scenario");
    }

    private static boolean isOfUser(String path, Value value) {
        return !value.equals(Catalogue.standard().defaults().get(path));
    }
}
