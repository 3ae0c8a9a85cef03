package health.lunaria.cycle.imports.format;

import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads single values. None of them is guessed: what has not the form is skipped. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,18})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].{0,40})?", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private Values() {}

    static BigDecimal number(String text) throws Skip {
        if (!NUMBER.matcher(text).matches()) {
            throw new Skip(SkipReason.NOT_A_NUMBER);
        }
        return new BigDecimal(text);
    }

    /** The calendar date as it is written. A time or an offset behind it changes nothing. */
    static LocalDate date(String text) throws Skip {
        if (!DATE.matcher(text).matches()) {
            throw new Skip(SkipReason.NOT_A_DATE);
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException noSuchDay) {
            throw new Skip(SkipReason.NOT_A_DATE);
        }
    }

    /** {@code hh:mm} */
    static LocalTime time(String text) throws Skip {
        if (!TIME.matcher(text).matches()) {
            throw new Skip(SkipReason.NOT_A_TIME);
        }
        return LocalTime.parse(text);
    }

    static boolean truth(String text) throws Skip {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Skip(SkipReason.UNKNOWN_VALUE);
        };
    }

    /** The value whose word in the API this is. */
    static <E extends Enum<E>> E word(Class<E> type, String text) throws Skip {
        for (E value : type.getEnumConstants()) {
            if (word(value).equals(text)) {
                return value;
            }
        }
        throw new Skip(SkipReason.UNKNOWN_VALUE);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value with this number in an app's own list of values. */
    static <T> T numbered(String text, List<T> values) throws Skip {
        for (int i = 0; i < values.size(); i++) {
            if (text.equals(Integer.toString(i))) {
                return values.get(i);
            }
        }
        throw new Skip(SkipReason.UNKNOWN_VALUE);
    }

    static Sensitive<String> text(String text) {
        return Sensitive.of(text);
    }
}
