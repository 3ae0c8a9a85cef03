package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import java.util.List;
import java.util.Map;

/** Checks that an app could have logged a day. */
final class LoggableDay {

    private LoggableDay() {}

    static void check(Day day) {
        try {
            for (Map.Entry<String, Object> field : DayFields.of(day).entrySet()) {
                check(field.getKey(), field.getValue());
            }
        } catch (Skip cannotBeLogged) {
            throw new AssertionError("A day has a value that cannot be logged: " + cannotBeLogged.getMessage());
        }
    }

    private static void check(String field, Object value) throws Skip {
        if (value instanceof List<?> elements) {
            if (elements.size() > FieldRules.listSize(field)) {
                throw new Skip(SkipReason.TOO_MANY);
            }
            for (Object element : elements) {
                FieldRules.check(field, element);
            }
        } else {
            FieldRules.check(field, value);
        }
    }
}
