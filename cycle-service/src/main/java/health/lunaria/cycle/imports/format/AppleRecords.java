package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.Flow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Puts the records of an Apple Health export into days. The date is that of the record's start, where it was recorded. */
final class AppleRecords {

    private static final String SLEEP = "SleepAnalysis";
    private static final String WATER = "DietaryWater";

    private final DayCollector days;
    private final SleepNights nights;
    private final WaterDays water;

    AppleRecords(ImportLimits limits) {
        days = new DayCollector(limits);
        nights = new SleepNights(limits);
        water = new WaterDays(limits);
    }

    void add(AppleRecord record) throws ImportException {
        String type = shortType(record.type());
        if (!isKnown(type)) {
            days.skip(new Origin(ImportReport.UNKNOWN, record.line()), SkipReason.UNKNOWN_FIELD);
            return;
        }
        Origin origin = new Origin(type, record.line());
        days.entry(origin, () -> put(type, origin, record));
    }

    ImportedDays build(String format) throws ImportException {
        nights.putInto(days, SLEEP);
        water.putInto(days, WATER);
        return days.build(format);
    }

    /** Without the beginning that its kind has; the two kinds share no name. */
    private static String shortType(String type) {
        if (type.startsWith(AppleWords.CATEGORY)) {
            return type.substring(AppleWords.CATEGORY.length());
        }
        return type.startsWith(AppleWords.QUANTITY) ? type.substring(AppleWords.QUANTITY.length()) : "";
    }

    private static boolean isKnown(String type) {
        return AppleWords.VALUED.containsKey(type)
                || AppleWords.SYMPTOMS.containsKey(type)
                || switch (type) {
                    case "IntermenstrualBleeding", "BasalBodyTemperature", "SexualActivity", "BodyMass", SLEEP, WATER ->
                        true;
                    default -> false;
                };
    }

    private void put(String type, Origin origin, AppleRecord record) throws Skip, ImportException {
        AppleTime start = AppleTime.parse(record.startDate());
        LocalDate date = start.date();
        switch (type) {
            case SLEEP -> sleep(origin, record, start);
            case WATER -> water.add(origin, date, Units.millilitres(Values.number(record.value()), record.unit()));
            case "BodyMass" -> {
                BigDecimal kilograms = Units.kilograms(Values.number(record.value()), record.unit());
                days.put(origin, date, "weightKilograms", kilograms);
            }
            case "BasalBodyTemperature" -> {
                BigDecimal celsius = Units.celsius(Values.number(record.value()), record.unit());
                days.put(origin, date, "temperatureCelsius", celsius);
                days.put(
                        origin,
                        date,
                        "temperatureTime",
                        start.clock().toLocalTime().truncatedTo(ChronoUnit.MINUTES));
            }
            case "IntermenstrualBleeding" -> days.put(origin, date, Target.flow(Flow.SPOTTING));
            case "SexualActivity" -> days.put(origin, date, Target.sex(protection(record.protectionUsed())));
            default -> days.put(origin, date, category(type, shortValue(record.value())));
        }
    }

    private void sleep(Origin origin, AppleRecord record, AppleTime start) throws Skip, ImportException {
        String value = shortValue(record.value());
        if (!AppleWords.ASLEEP.contains(value)) {
            throw new Skip(value.startsWith(SLEEP) ? SkipReason.ABSENT : SkipReason.UNKNOWN_VALUE);
        }
        nights.add(origin, start, AppleTime.parse(record.endDate()));
    }

    private static String protection(String used) throws Skip {
        return switch (used) {
            case "1" -> "protected";
            case "0" -> "unprotected";
            case "" -> throw new Skip(SkipReason.NO_COUNTERPART);
            default -> throw new Skip(SkipReason.UNKNOWN_VALUE);
        };
    }

    private static Target category(String type, String value) throws Skip {
        Target symptom = AppleWords.SYMPTOMS.get(type);
        if (symptom != null) {
            return symptom(symptom, value);
        }
        if (AppleWords.VALUES_WITHOUT_COUNTERPART.contains(value)) {
            throw new Skip(SkipReason.NO_COUNTERPART);
        }
        Target target = AppleWords.VALUES.get(value);
        if (target == null || AppleWords.VALUED.get(type).stream().noneMatch(value::startsWith)) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
        return target;
    }

    private static Target symptom(Target symptom, String value) throws Skip {
        if (AppleWords.NOT_PRESENT.contains(value)) {
            throw new Skip(SkipReason.ABSENT);
        }
        if (!AppleWords.PRESENT.contains(value)) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
        return symptom;
    }

    private static String shortValue(String value) {
        return value.startsWith(AppleWords.VALUE) ? value.substring(AppleWords.VALUE.length()) : "";
    }
}
