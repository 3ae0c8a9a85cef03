package health.lunaria.cycle.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.cycle.export.FhirCodes.Coding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Makes resources of FHIR R4 (4.0.1) about one patient, who is only referred to. */
final class FhirResources {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String patient;

    /** @param patient what refers to her within the bundle */
    FhirResources(String patient) {
        this.patient = patient;
    }

    /** What she reports of herself. */
    ObjectNode survey(List<Coding> code, LocalDate date) {
        return observation("survey", "Survey", code).put("effectiveDateTime", date.toString());
    }

    /** A measurement that FHIR's profile of vital signs has rules for. */
    ObjectNode vitalSign(List<Coding> code, LocalDate date) {
        return observation("vital-signs", "Vital Signs", code).put("effectiveDateTime", date.toString());
    }

    /** What holds for a stretch of days, both ends included. */
    ObjectNode survey(List<Coding> code, LocalDate from, LocalDate to) {
        ObjectNode observation = observation("survey", "Survey", code);
        observation.putObject("effectivePeriod").put("start", from.toString()).put("end", to.toString());
        return observation;
    }

    /** She wrote that she took it; what and how much, in her own words only. */
    ObjectNode medicationStatement(String words, LocalDate date) {
        ObjectNode statement =
                NODES.objectNode().put("resourceType", "MedicationStatement").put("status", "completed");
        statement.putObject("medicationCodeableConcept").put("text", words);
        statement.set("subject", reference());
        statement.put("effectiveDateTime", date.toString());
        statement.set("informationSource", reference());
        return statement;
    }

    static ObjectNode quantity(BigDecimal value, String unit) {
        return NODES.objectNode()
                .put("value", value)
                .put("unit", unit)
                .put("system", FhirCodes.UNITS)
                .put("code", unit);
    }

    static ObjectNode concept(List<Coding> codings) {
        ObjectNode concept = NODES.objectNode();
        ArrayNode array = concept.putArray("coding");
        codings.forEach(coding -> array.addObject()
                .put("system", coding.system())
                .put("code", coding.code())
                .put("display", coding.display()));
        return concept;
    }

    private ObjectNode observation(String category, String display, List<Coding> code) {
        ObjectNode observation =
                NODES.objectNode().put("resourceType", "Observation").put("status", "final");
        observation.putArray("category").add(concept(List.of(new Coding(FhirCodes.CATEGORY, category, display))));
        observation.set("code", concept(code));
        observation.set("subject", reference());
        observation.putArray("performer").add(reference());
        return observation;
    }

    private ObjectNode reference() {
        return NODES.objectNode().put("reference", patient);
    }
}
