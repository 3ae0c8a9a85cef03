package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.catalogue.Catalogue;
import health.lunaria.cycle.catalogue.Catalogue.Group;
import health.lunaria.cycle.day.DayLimits;
import health.lunaria.safeguards.problem.CardNumbers;
import health.lunaria.safeguards.problem.ControlCharacters;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which values a field of a day takes: the rules of {@code LoggedDay}, for one value at a time. */
final class FieldRules {

    private static final Map<String, Integer> LIST_SIZES = Map.of(
            "sexualActivity", DayLimits.MAX_SEXUAL_ACTIVITY,
            "contraception", DayLimits.MAX_CONTRACEPTION,
            "symptoms", DayLimits.MAX_SYMPTOMS,
            "moods", DayLimits.MAX_MOODS,
            "tags", DayLimits.MAX_TAGS,
            "medications", DayLimits.MAX_MEDICATIONS);

    private static final Map<String, Group> CODES =
            Catalogue.GROUPS.stream().collect(Collectors.toUnmodifiableMap(Group::field, Function.identity()));

    private FieldRules() {}

    static boolean isList(String field) {
        return LIST_SIZES.containsKey(field);
    }

    static int listSize(String field) {
        return LIST_SIZES.get(field);
    }

    /** @param value the value, or one element of it if the field is a list */
    static void check(String field, Object value) throws Skip {
        switch (field) {
            case "temperatureCelsius" -> checkDecimal((BigDecimal) value, DayLimits.MIN_CELSIUS, DayLimits.MAX_CELSIUS);
            case "weightKilograms" ->
                checkDecimal((BigDecimal) value, DayLimits.MIN_KILOGRAMS, DayLimits.MAX_KILOGRAMS);
            case "sleepMinutes" -> checkRange((Integer) value, DayLimits.MAX_SLEEP_MINUTES);
            case "waterMillilitres" -> checkRange((Integer) value, DayLimits.MAX_WATER_MILLILITRES);
            case "note" -> checkText((Sensitive<?>) value, DayLimits.MAX_NOTE_LENGTH);
            case "tags" -> checkText((Sensitive<?>) value, DayLimits.MAX_TAG_LENGTH);
            case "medications" -> checkText((Sensitive<?>) value, DayLimits.MAX_MEDICATION_LENGTH);
            default -> checkCode(field, value);
        }
    }

    private static void checkDecimal(BigDecimal value, String min, String max) throws Skip {
        if (value.compareTo(new BigDecimal(min)) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
            throw new Skip(SkipReason.OUT_OF_RANGE);
        }
        if (value.stripTrailingZeros().scale() > DayLimits.DECIMALS) {
            throw new Skip(SkipReason.TOO_PRECISE);
        }
    }

    private static void checkRange(int value, int max) throws Skip {
        if (value < 0 || value > max) {
            throw new Skip(SkipReason.OUT_OF_RANGE);
        }
    }

    private static void checkText(Sensitive<?> value, int maxLength) throws Skip {
        String text = (String) value.disclose();
        if (text.isEmpty()) {
            throw new Skip(SkipReason.ABSENT);
        }
        if (text.length() > maxLength) {
            throw new Skip(SkipReason.TOO_LONG);
        }
        if (ControlCharacters.areContainedIn(text)) {
            throw new Skip(SkipReason.CONTROL_CHARACTER);
        }
        if (CardNumbers.isContainedIn(text)) {
            throw new Skip(SkipReason.CARD_NUMBER);
        }
    }

    private static void checkCode(String field, Object value) throws Skip {
        Group group = CODES.get(field);
        if (value instanceof String code && group != null && !group.contains(code)) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
    }
}
