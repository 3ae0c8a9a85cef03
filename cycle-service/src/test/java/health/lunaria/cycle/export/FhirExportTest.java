package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read by HAPI FHIR's strict parser: it refuses unknown elements, codes out of required value sets, and wrong types. */
class FhirExportTest {

    private static final FhirContext FHIR = FhirContext.forR4();

    @Test
    void everyRequiredElementIsThere() {
        Bundle bundle = export(List.of(SampleExport.fullDay()), true);

        bundle.getEntry().forEach(entry -> requireAll(entry.getResource()));
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(bundle.getTimestampElement().getValueAsString()).isEqualTo("2026-11-24T09:00:00Z");
    }

    @Test
    void nothingIsSaidOfThePatient() {
        Bundle bundle = export(List.of(SampleExport.fullDay()), true);
        BundleEntryComponent first = bundle.getEntryFirstRep();

        assertThat(first.getResource()).isInstanceOf(Patient.class);
        assertThat(FHIR.newJsonParser().encodeResourceToString(first.getResource()))
                .isEqualTo("{\"resourceType\":\"Patient\"}");
        assertThat(observations(bundle))
                .extracting(observation -> observation.getSubject().getReference())
                .containsOnly(first.getFullUrl());
    }

    @Test
    void noUrlStandsTwiceAndNoneIsThatOfAnotherExport() {
        List<String> one = urls(export(SampleExport.year(), true));
        List<String> other = urls(export(SampleExport.year(), true));

        assertThat(one).doesNotHaveDuplicates().doesNotContainAnyElementsOf(other);
    }

    @Test
    void everyValueIsAResource() {
        Bundle bundle = export(List.of(SampleExport.fullDay()), true);

        assertThat(observations(bundle)).hasSize(20 + 2);
        assertThat(statements(bundle))
                .extracting(
                        statement -> statement.getMedicationCodeableConcept().getText())
                .containsExactly("Ibuprofen 400 mg", "+Iron");
    }

    @Test
    void whatAFieldIsCalledEverywhereStandsBeforeOurName() {
        Observation temperature = only(export(List.of(SampleExport.fullDay()), true), "temperature-celsius");

        assertThat(temperature.getCode().getCoding())
                .extracting(Coding::getSystem, Coding::getCode)
                .containsExactly(
                        tuple("http://loinc.org", "8310-5"),
                        tuple("http://snomed.info/sct", "300076005"),
                        tuple("https://lunaria.health/fhir/CodeSystem/fields", "temperature-celsius"));
    }

    /** The rules of the profile http://hl7.org/fhir/StructureDefinition/bodytemp that a vital sign has to follow. */
    @Test
    void aTemperatureIsAVitalSign() {
        Observation temperature = only(export(List.of(SampleExport.fullDay()), true), "temperature-celsius");

        assertThat(temperature.getCategoryFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("vital-signs");
        assertThat(temperature.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026-01-03");
        assertThat(temperature.getValueQuantity().getValue()).isEqualTo("36.55");
        assertThat(temperature.getValueQuantity().getSystem()).isEqualTo("http://unitsofmeasure.org");
        assertThat(temperature.getValueQuantity().getCode()).isEqualTo("Cel");
        assertThat(temperature.getComponent())
                .extracting(component -> component.getValue().primitiveValue())
                .containsExactly("06:30:00", "true");
    }

    @ParameterizedTest
    @CsvSource({"POSITIVE, POS", "NEGATIVE, NEG", "UNCLEAR, IND"})
    void aTestIsInterpreted(TestResult result, String code) {
        Day day = SampleExport.day(SampleExport.FROM, "pregnancyTest", result);
        Observation test = only(export(List.of(day), false), "pregnancy-test");

        assertThat(test.getInterpretationFirstRep().getCodingFirstRep().getCode())
                .isEqualTo(code);
        assertThat(test.getCode().hasCoding("http://loinc.org", "2106-3")).isTrue();
    }

    @Test
    void aSymptomWithoutASharedCodeKeepsOurs() {
        Day day = SampleExport.day(SampleExport.FROM, "symptoms", List.of("headache", "cravings"));

        assertThat(observations(export(List.of(day), false)))
                .extracting(Observation::getValueCodeableConcept)
                .extracting(FhirExportTest::codes)
                .containsExactly("25064002 headache", "cravings");
    }

    @Test
    void cyclesStandBesideTheDays() {
        Bundle bundle = export(SampleExport.year(), false);

        assertThat(all(bundle, "cycle-length"))
                .extracting(
                        observation -> observation.getValueQuantity().getValue().intValue())
                .containsExactly(28, 30, 27, 29, 33, 28, 26, 29);
        assertThat(all(bundle, "period-duration")).hasSize(9);
        assertThat(only(bundle, "last-period").getValueDateTimeType().getValueAsString())
                .isEqualTo("2026-08-30");
        assertThat(only(bundle, "last-period").getCode().hasCoding("http://loinc.org", "8665-2"))
                .isTrue();
    }

    @Test
    void herOwnWordsAreLeftOutUnlessAskedFor() {
        String json = new String(
                SampleExport.write("fhir", SampleExport.of(List.of(SampleExport.fullDay()), Locale.ENGLISH, false)),
                StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("slept", "Ibuprofen", "night", "MedicationStatement", "valueString");
    }

    private static Bundle export(List<Day> days, boolean includeNotes) {
        byte[] json = SampleExport.write("fhir", SampleExport.of(days, Locale.ENGLISH, includeNotes));
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));
    }

    private static List<Observation> observations(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }

    private static List<MedicationStatement> statements(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(MedicationStatement.class::isInstance)
                .map(MedicationStatement.class::cast)
                .toList();
    }

    private static List<Observation> all(Bundle bundle, String field) {
        return observations(bundle).stream()
                .filter(observation ->
                        observation.getCode().hasCoding("https://lunaria.health/fhir/CodeSystem/fields", field))
                .toList();
    }

    private static Observation only(Bundle bundle, String field) {
        List<Observation> found = all(bundle, field);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> urls(Bundle bundle) {
        return bundle.getEntry().stream().map(BundleEntryComponent::getFullUrl).toList();
    }

    private static String codes(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coding::getCode).collect(Collectors.joining(" "));
    }

    /** The parser accepts what lacks; the definitions know what may not. References are resolved and would lead in circles. */
    private static void requireAll(IBase element) {
        BaseRuntimeElementDefinition<?> definition = FHIR.getElementDefinition(element.getClass());
        if (element instanceof Reference
                || !(definition instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
            return;
        }
        for (BaseRuntimeChildDefinition child : composite.getChildren()) {
            List<IBase> values = child.getAccessor().getValues(element);
            assertThat(values.size())
                    .as(definition.getName() + "." + child.getElementName())
                    .isGreaterThanOrEqualTo(child.getMin());
            values.forEach(FhirExportTest::requireAll);
        }
    }
}
