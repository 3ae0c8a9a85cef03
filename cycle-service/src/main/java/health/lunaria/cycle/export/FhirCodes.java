package health.lunaria.cycle.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What fields and values of a day are called in FHIR: by LOINC or SNOMED CT where a concept says the same, and always by a
 * code system of our own, so that nothing is lost where none does. {@code docs/export.md} has the table with its sources.
 */
final class FhirCodes {

    static final String LOINC = "http://loinc.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String UNITS = "http://unitsofmeasure.org";
    static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    private static final String OWN = "https://lunaria.health/fhir/CodeSystem/";
    private static final Pattern UPPER_CASE = Pattern.compile("(?=[A-Z])");

    private static final Map<String, List<Coding>> FIELDS = Map.of(
            "temperatureCelsius",
            List.of(
                    new Coding(LOINC, "8310-5", "Body temperature"),
                    new Coding(SNOMED, "300076005", "Basal body temperature")),
            "weightKilograms",
            List.of(new Coding(LOINC, "29463-7", "Body weight")),
            "sleepMinutes",
            List.of(new Coding(LOINC, "93832-4", "Sleep duration")),
            "pregnancyTest",
            List.of(new Coding(LOINC, "2106-3", "Choriogonadotropin (pregnancy test) [Presence] in Urine")),
            "lastPeriod",
            List.of(new Coding(LOINC, "8665-2", "Last menstrual period start date")));

    private static final Map<String, Coding> SYMPTOMS = Map.ofEntries(
            symptom("appetite-change", "249473004", "Altered appetite"),
            symptom("backache", "161891005", "Backache"),
            symptom("bloating", "116289008", "Abdominal bloating"),
            symptom("chills", "43724002", "Chill"),
            symptom("constipation", "14760008", "Constipation"),
            symptom("diarrhea", "62315008", "Diarrhea"),
            symptom("dizziness", "404640003", "Dizziness"),
            symptom("fatigue", "84229001", "Fatigue"),
            symptom("fever", "386661006", "Fever"),
            symptom("hair-loss", "278040002", "Loss of hair"),
            symptom("headache", "25064002", "Headache"),
            symptom("joint-pain", "57676002", "Joint pain"),
            symptom("nausea", "422587007", "Nausea"),
            symptom("night-sweats", "42984000", "Night sweats"),
            symptom("tender-breasts", "53430007", "Pain of breast"),
            symptom("vaginal-dryness", "31908003", "Vaginal dryness"));

    private FhirCodes() {}

    record Coding(String system, String code, String display) {}

    /** The codes of a field of a day, or of what is derived from days; those of public systems come first. */
    static List<Coding> field(String name) {
        Coding own = new Coding(OWN + "fields", kebab(name), words(kebab(name)));
        return FIELDS.containsKey(name)
                ? Stream.concat(FIELDS.get(name).stream(), Stream.of(own)).toList()
                : List.of(own);
    }

    /** The codes of a value of a field. */
    static List<Coding> value(String field, String value) {
        Coding own = new Coding(OWN + kebab(field), value, words(value));
        Optional<Coding> shared =
                field.equals("symptoms") ? Optional.ofNullable(SYMPTOMS.get(value)) : Optional.empty();
        return shared.map(coding -> List.of(coding, own)).orElse(List.of(own));
    }

    private static Map.Entry<String, Coding> symptom(String code, String snomed, String display) {
        return Map.entry(code, new Coding(SNOMED, snomed, display));
    }

    private static String kebab(String camelCase) {
        return String.join("-", UPPER_CASE.split(camelCase)).toLowerCase(Locale.ROOT);
    }

    private static String words(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
