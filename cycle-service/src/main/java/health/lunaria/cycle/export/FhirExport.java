package health.lunaria.cycle.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A Bundle of FHIR R4 (4.0.1): a Patient of whom nothing is said, an Observation for each logged value, the cycles as
 * derived. What the app predicts is no observation and stays out.
 *
 * <p>Written with Jackson: the few elements that are used do not need the object model of HAPI FHIR, which takes some tens of
 * megabytes and reflects a lot. The tests read the result with HAPI's strict parser.
 */
final class FhirExport implements ExportFormat {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Override
    public String name() {
        return "fhir";
    }

    @Override
    public String mediaType() {
        return "application/fhir+json";
    }

    @Override
    public String fileEnding() {
        return "fhir.json";
    }

    @Override
    public void write(ExportData data, OutputStream out) throws IOException {
        String patient = urn();
        FhirResources resources = new FhirResources(patient);
        FhirDay days = new FhirDay(resources, data.includeNotes());
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("resourceType", "Bundle");
            json.writeStringField("type", "collection");
            json.writeStringField("timestamp", data.made().toString());
            json.writeArrayFieldStart("entry");
            entry(json, patient, JSON.createObjectNode().put("resourceType", "Patient"));
            for (Cycle cycle : data.cycles()) {
                cycle(json, resources, cycle, data);
            }
            for (Day day : data.days()) {
                for (ObjectNode resource : days.resources(day)) {
                    entry(json, urn(), resource);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void cycle(JsonGenerator json, FhirResources resources, Cycle cycle, ExportData data)
            throws IOException {
        ObjectNode period = resources.survey(
                FhirCodes.field("periodDuration"), cycle.start(), cycle.start().plusDays(cycle.periodDays() - 1L));
        period.set("valueQuantity", FhirResources.quantity(BigDecimal.valueOf(cycle.periodDays()), "d"));
        entry(json, urn(), period);
        if (cycle.isRunning()) {
            entry(
                    json,
                    urn(),
                    resources
                            .survey(FhirCodes.field("lastPeriod"), data.to())
                            .put("valueDateTime", cycle.start().toString()));
            return;
        }
        ObjectNode length = resources.survey(FhirCodes.field("cycleLength"), cycle.start(), cycle.end());
        length.set("valueQuantity", FhirResources.quantity(BigDecimal.valueOf(cycle.lengthDays()), "d"));
        entry(json, urn(), length);
    }

    private static void entry(JsonGenerator json, String fullUrl, ObjectNode resource) throws IOException {
        json.writeStartObject();
        json.writeStringField("fullUrl", fullUrl);
        json.writeFieldName("resource");
        json.writeTree(resource);
        json.writeEndObject();
    }

    /** Random: nothing in an export can be joined with another one, or with anything stored. */
    private static String urn() {
        return "urn:uuid:" + UUID.randomUUID();
    }
}
