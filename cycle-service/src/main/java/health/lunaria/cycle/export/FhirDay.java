package health.lunaria.cycle.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.TestResult;
import health.lunaria.cycle.export.FhirCodes.Coding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A logged day as resources of FHIR: one for each value. */
final class FhirDay {

    /** They stand within the observation of the temperature. */
    private static final Set<String> ABOUT_THE_TEMPERATURE = Set.of("temperatureTime", "temperatureExcluded");

    private static final Set<String> OWN_WORDS = Set.of("note", "tags", "medications");

    private final FhirResources resources;
    private final boolean includeNotes;

    FhirDay(FhirResources resources, boolean includeNotes) {
        this.resources = resources;
        this.includeNotes = includeNotes;
    }

    List<ObjectNode> resources(Day day) {
        List<ObjectNode> all = new ArrayList<>();
        DayFields.of(day).forEach((field, value) -> {
            if (ABOUT_THE_TEMPERATURE.contains(field) || !includeNotes && OWN_WORDS.contains(field)) {
                return;
            }
            List<?> values = value instanceof List<?> several ? several : List.of(value);
            values.forEach(one -> all.add(resource(day, field, one)));
        });
        return all;
    }

    private ObjectNode resource(Day day, String field, Object value) {
        return switch (field) {
            case "temperatureCelsius" -> temperature(day);
            case "weightKilograms" -> vitalSign(day, field, (BigDecimal) value, "kg");
            case "sleepMinutes" -> survey(day, field, (Integer) value, "min");
            case "waterMillilitres" -> survey(day, field, (Integer) value, "mL");
            case "ovulationTest", "pregnancyTest" -> test(day, field, (TestResult) value);
            case "note", "tags" ->
                resources.survey(FhirCodes.field(field), day.date()).put("valueString", PlainValue.of(value));
            case "medications" -> resources.medicationStatement(PlainValue.of(value), day.date());
            default -> coded(day, field, value);
        };
    }

    private ObjectNode coded(Day day, String field, Object value) {
        ObjectNode observation = resources.survey(FhirCodes.field(field), day.date());
        observation.set("valueCodeableConcept", FhirResources.concept(FhirCodes.value(field, PlainValue.of(value))));
        return observation;
    }

    private ObjectNode test(Day day, String field, TestResult result) {
        ObjectNode observation = coded(day, field, result);
        Coding interpretation = switch (result) {
            case POSITIVE -> new Coding(FhirCodes.INTERPRETATION, "POS", "Positive");
            case NEGATIVE -> new Coding(FhirCodes.INTERPRETATION, "NEG", "Negative");
            case UNCLEAR -> new Coding(FhirCodes.INTERPRETATION, "IND", "Indeterminate");
        };
        observation.putArray("interpretation").add(FhirResources.concept(List.of(interpretation)));
        return observation;
    }

    private ObjectNode survey(Day day, String field, int value, String unit) {
        ObjectNode observation = resources.survey(FhirCodes.field(field), day.date());
        observation.set("valueQuantity", FhirResources.quantity(BigDecimal.valueOf(value), unit));
        return observation;
    }

    private ObjectNode vitalSign(Day day, String field, BigDecimal value, String unit) {
        ObjectNode observation = resources.vitalSign(FhirCodes.field(field), day.date());
        observation.set("valueQuantity", FhirResources.quantity(value, unit));
        return observation;
    }

    /** The time stands apart: a date-time of FHIR needs a time zone, and the clock on her wall tells none. */
    private ObjectNode temperature(Day day) {
        ObjectNode observation = vitalSign(day, "temperatureCelsius", day.temperatureCelsius(), "Cel");
        if (day.temperatureTime() != null) {
            component(observation, "temperatureTime").put("valueTime", day.temperatureTime() + ":00");
        }
        if (day.temperatureExcluded() != null) {
            component(observation, "temperatureExcluded").put("valueBoolean", day.temperatureExcluded());
        }
        return observation;
    }

    private static ObjectNode component(ObjectNode observation, String field) {
        ObjectNode component = observation.withArray("component").addObject();
        component.set("code", FhirResources.concept(FhirCodes.field(field)));
        return component;
    }
}
