package health.lunaria.cycle.export;

import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;

/** How a single value of a day is written where there are only texts. */
final class PlainValue {

    private PlainValue() {}

    /** As it stands in JSON, without quotes. */
    static String of(Object value) {
        if (value instanceof Sensitive<?> sensitive) {
            return of(sensitive.disclose());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Enum<?> choice) {
            return name(choice);
        }
        if (value instanceof String
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof LocalTime) {
            return value.toString();
        }
        throw new IllegalStateException("A day has a type of value that exports do not know");
    }

    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
