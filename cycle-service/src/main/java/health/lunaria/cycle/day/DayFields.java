package health.lunaria.cycle.day;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of a {@link Day} by their names, all but its date: what is merged one by one. They are read from the record, so
 * that a field which is added to it is merged, too.
 */
public final class DayFields {

    private static final RecordComponent[] COMPONENTS = Day.class.getRecordComponents();
    private static final Constructor<Day> CONSTRUCTOR = constructor();
    private static final Map<String, RecordComponent> BY_NAME = Arrays.stream(COMPONENTS)
            .skip(1)
            .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, component -> component));

    /** In the order of the record. */
    public static final List<String> NAMES =
            Arrays.stream(COMPONENTS).skip(1).map(RecordComponent::getName).toList();

    private DayFields() {}

    /** The logged fields of a day by name; what was not logged is left out. */
    public static Map<String, Object> of(Day day) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i < COMPONENTS.length; i++) {
            Object value = read(COMPONENTS[i], day);
            if (isLogged(value)) {
                values.put(COMPONENTS[i].getName(), value);
            }
        }
        return values;
    }

    /** What was logged in a field; {@code null} if nothing was. */
    static Object value(Day day, String field) {
        Object value = read(BY_NAME.get(field), day);
        return isLogged(value) ? value : null;
    }

    /**
     * The day with these fields; the others are not logged.
     *
     * @throws IllegalArgumentException if there is no field of a name, or a value is not of its type
     */
    public static Day day(LocalDate date, Map<String, Object> values) {
        if (!NAMES.containsAll(values.keySet())) {
            throw new IllegalArgumentException("A day has no such field");
        }
        Object[] arguments = new Object[COMPONENTS.length];
        arguments[0] = date;
        for (int i = 1; i < COMPONENTS.length; i++) {
            arguments[i] = values.get(COMPONENTS[i].getName());
        }
        try {
            return CONSTRUCTOR.newInstance(arguments);
        } catch (ReflectiveOperationException wrongType) {
            throw new IllegalArgumentException("A day cannot have these values");
        }
    }

    /** Whether a field with this value says anything: an empty list does not. */
    static boolean isLogged(Object value) {
        return value instanceof Collection<?> values ? !values.isEmpty() : value != null;
    }

    private static Object read(RecordComponent component, Day day) {
        try {
            return component.getAccessor().invoke(day);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A field of a day cannot be read");
        }
    }

    private static Constructor<Day> constructor() {
        try {
            return Day.class.getDeclaredConstructor(
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
