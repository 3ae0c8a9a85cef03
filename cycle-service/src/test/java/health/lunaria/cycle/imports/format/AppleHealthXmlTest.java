package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.day;
import static health.lunaria.cycle.imports.format.Imports.mapped;
import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppleHealthXmlTest {

    private static final String NOON = "2026-01-03 12:00:00 +0100";

    @Test
    void readsAnExport() throws ImportException {
        ImportedDays imported = read(Imports.sample("appleHealth/export.xml"));

        assertThat(imported.format()).isEqualTo("apple-health");
        assertThat(imported.days()).hasSize(2);
        Day first = day(imported, "2026-01-03");
        assertThat(first.flow()).isEqualTo(Flow.HEAVY);
        assertThat(first.temperatureCelsius()).isEqualByComparingTo("36.5");
        assertThat(first.temperatureTime()).isEqualTo(LocalTime.of(6, 30));
        Day second = day(imported, "2026-01-04");
        assertThat(second.sexualActivity()).containsExactly("protected");
        assertThat(second.sleepMinutes()).isEqualTo(450);
        assertThat(second.waterMillilitres()).isEqualTo(501);
        assertThat(skipped(imported)).containsExactly("unknown unknown-field 1 [16]");
    }

    @Test
    void readsAnExportWithinItsArchive() throws ImportException {
        byte[] archive = Imports.zip(
                "apple_health_export/export_cda.xml",
                "<?xml version=\"1.0\"?><ClinicalDocument/>".getBytes(StandardCharsets.UTF_8),
                "apple_health_export/export.xml",
                Imports.sample("appleHealth/export.xml"));

        assertThat(read(archive)).isEqualTo(read(Imports.sample("appleHealth/export.xml")));
    }

    @ParameterizedTest
    @CsvSource({
        "MenstrualFlow, MenstrualFlowUnspecified, flow, MEDIUM",
        "MenstrualFlow, MenstrualFlowLight, flow, LIGHT",
        "MenstrualFlow, MenstrualFlowMedium, flow, MEDIUM",
        "MenstrualFlow, MenstrualFlowHeavy, flow, HEAVY",
        "MenstrualFlow, MenstrualFlowNone, flow, NONE",
        "MenstrualFlow, VaginalBleedingUnspecified, flow, MEDIUM",
        "MenstrualFlow, VaginalBleedingLight, flow, LIGHT",
        "MenstrualFlow, VaginalBleedingMedium, flow, MEDIUM",
        "MenstrualFlow, VaginalBleedingHeavy, flow, HEAVY",
        "MenstrualFlow, VaginalBleedingNone, flow, NONE",
        "IntermenstrualBleeding, NotApplicable, flow, SPOTTING",
        "CervicalMucusQuality, CervicalMucusQualityDry, cervicalMucus, DRY",
        "CervicalMucusQuality, CervicalMucusQualitySticky, cervicalMucus, CREAMY",
        "CervicalMucusQuality, CervicalMucusQualityCreamy, cervicalMucus, CREAMY",
        "CervicalMucusQuality, CervicalMucusQualityWatery, cervicalMucus, EGG_WHITE",
        "CervicalMucusQuality, CervicalMucusQualityEggWhite, cervicalMucus, EGG_WHITE",
        "OvulationTestResult, OvulationTestResultNegative, ovulationTest, NEGATIVE",
        "OvulationTestResult, OvulationTestResultPositive, ovulationTest, POSITIVE",
        "OvulationTestResult, OvulationTestResultLuteinizingHormoneSurge, ovulationTest, POSITIVE",
        "OvulationTestResult, OvulationTestResultIndeterminate, ovulationTest, UNCLEAR",
        "OvulationTestResult, OvulationTestResultEstrogenSurge, ovulationTest, UNCLEAR",
        "PregnancyTestResult, PregnancyTestResultNegative, pregnancyTest, NEGATIVE",
        "PregnancyTestResult, PregnancyTestResultPositive, pregnancyTest, POSITIVE",
        "PregnancyTestResult, PregnancyTestResultIndeterminate, pregnancyTest, UNCLEAR",
        "Contraceptive, ContraceptiveImplant, contraception, [implant]",
        "Contraceptive, ContraceptiveInjection, contraception, [injection]",
        "Contraceptive, ContraceptiveIntravaginalRing, contraception, [ring]",
        "Contraceptive, ContraceptivePatch, contraception, [patch]",
        "AbdominalCramps, SeverityModerate, symptoms, [cramps]",
        "Acne, SeverityMild, symptoms, [acne]",
        "AppetiteChanges, AppetiteChangesIncreased, symptoms, [appetite-change]",
        "AppetiteChanges, AppetiteChangesDecreased, symptoms, [appetite-change]",
        "AppetiteChanges, AppetiteChangesUnspecified, symptoms, [appetite-change]",
        "Bloating, SeveritySevere, symptoms, [bloating]",
        "BreastPain, SeverityUnspecified, symptoms, [tender-breasts]",
        "Chills, SeverityMild, symptoms, [chills]",
        "Constipation, SeverityMild, symptoms, [constipation]",
        "Diarrhea, SeverityMild, symptoms, [diarrhea]",
        "Dizziness, SeverityMild, symptoms, [dizziness]",
        "DrySkin, SeverityMild, symptoms, [dry-skin]",
        "Fatigue, SeverityMild, symptoms, [fatigue]",
        "Fever, SeverityMild, symptoms, [fever]",
        "HairLoss, SeverityMild, symptoms, [hair-loss]",
        "Headache, SeverityMild, symptoms, [headache]",
        "HotFlashes, SeverityMild, symptoms, [hot-flushes]",
        "LowerBackPain, SeverityMild, symptoms, [backache]",
        "MoodChanges, PresencePresent, moods, [mood-swings]",
        "Nausea, SeverityMild, symptoms, [nausea]",
        "NightSweats, SeverityMild, symptoms, [night-sweats]",
        "VaginalDryness, SeverityMild, symptoms, [vaginal-dryness]"
    })
    void readsCategories(String type, String value, String field, String expected) throws ImportException {
        ImportedDays imported = read(export(category(type, NOON, value)));

        Map<String, Object> fields = DayFields.of(onlyDay(imported));
        assertThat(fields).containsOnlyKeys(field);
        assertThat(fields.get(field)).hasToString(expected);
        assertThat(mapped(imported)).containsExactly(type + " " + field + " 1");
    }

    @ParameterizedTest
    @CsvSource({
        "MenstrualFlow, MenstrualFlowTorrential, unknown-value",
        "MenstrualFlow, SeverityMild, unknown-value",
        "CervicalMucusQuality, MenstrualFlowLight, unknown-value",
        "Contraceptive, ContraceptiveOral, no-counterpart",
        "Contraceptive, ContraceptiveIntrauterineDevice, no-counterpart",
        "Contraceptive, ContraceptiveUnspecified, no-counterpart",
        "Headache, SeverityNotPresent, absent",
        "MoodChanges, PresenceNotPresent, absent",
        "AppetiteChanges, AppetiteChangesNoChange, absent",
        "Headache, MenstrualFlowLight, unknown-value",
        "SleepAnalysis, SleepAnalysisInBed, absent",
        "SleepAnalysis, SleepAnalysisAwake, absent",
        "SleepAnalysis, SeverityMild, unknown-value",
        "SexualActivity, NotApplicable, no-counterpart"
    })
    void skipsCategories(String type, String value, String reason) throws ImportException {
        ImportedDays imported = read(export(category(type, NOON, value)));

        assertThat(imported.days()).isEmpty();
        assertThat(skipped(imported)).containsExactly(type + " " + reason + " 1 [2]");
    }

    @ParameterizedTest
    @CsvSource({
        "BasalBodyTemperature, degC, 36.456, temperatureCelsius, 36.46",
        "BasalBodyTemperature, degF, 98.6, temperatureCelsius, 37.00",
        "BasalBodyTemperature, degF, 97.61, temperatureCelsius, 36.45",
        "BodyMass, kg, 61.234, weightKilograms, 61.23",
        "BodyMass, g, 61234, weightKilograms, 61.23",
        "BodyMass, lb, 135, weightKilograms, 61.23",
        "BodyMass, st, 9.5, weightKilograms, 60.33",
        "DietaryWater, mL, 250.5, waterMillilitres, 251",
        "DietaryWater, L, 1.5, waterMillilitres, 1500",
        "DietaryWater, cL, 25, waterMillilitres, 250",
        "DietaryWater, dL, 2.5, waterMillilitres, 250",
        "DietaryWater, cup_imp, 1, waterMillilitres, 284",
        "DietaryWater, pt_us, 1, waterMillilitres, 473",
        "DietaryWater, fl_oz_us, 8, waterMillilitres, 237",
        "DietaryWater, fl_oz_imp, 10, waterMillilitres, 284",
        "DietaryWater, cup_us, 2, waterMillilitres, 473",
        "DietaryWater, pt_imp, 1, waterMillilitres, 568"
    })
    void convertsUnits(String type, String unit, String value, String field, String expected) throws ImportException {
        ImportedDays imported = read(export(quantity(type, NOON, unit, value)));

        assertThat(DayFields.of(onlyDay(imported)).get(field)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "BasalBodyTemperature, K, 309.6, unknown-unit",
        "BasalBodyTemperature, degC, 97.7, out-of-range",
        "BasalBodyTemperature, degF, 36.5, out-of-range",
        "BasalBodyTemperature, degC, warm, not-a-number",
        "BasalBodyTemperature, degC, NaN, not-a-number",
        "BodyMass, kg, 0, out-of-range",
        "BodyMass, mol, 60, unknown-unit",
        "DietaryWater, mL, 20001, out-of-range",
        "DietaryWater, mL, -1, out-of-range",
        "DietaryWater, L, 999999999999, out-of-range"
    })
    void skipsQuantities(String type, String unit, String value, String reason) throws ImportException {
        ImportedDays imported = read(export(quantity(type, NOON, unit, value)));

        assertThat(imported.days()).isEmpty();
        assertThat(skipped(imported)).containsExactly(type + " " + reason + " 1 [2]");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-01 23:30:00 +0900, 2020-03-01",
        "2020-03-01 00:30:00 -1100, 2020-03-01",
        "2020-02-29 12:00:00 +0000, 2020-02-29"
    })
    void theDateIsThatOnTheWallAndNeverConverted(String start, LocalDate date) throws ImportException {
        assertThat(onlyDay(read(export(category("Headache", start, "SeverityMild"))))
                        .date())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30 12:00:00 +0000, not-a-date",
        "2026-01-03T12:00:00Z, not-a-date",
        "2026-01-03, not-a-date",
        "'', not-a-date",
        "1899-12-31 12:00:00 +0000, date-out-of-range",
        "2026-11-26 12:00:00 +0000, date-out-of-range",
        "9999-12-31 12:00:00 +0000, date-out-of-range"
    })
    void skipsDaysThatCannotBe(String start, String reason) throws ImportException {
        for (String type : List.of("Headache", "SleepAnalysis")) {
            String value = type.equals("Headache") ? "SeverityMild" : "SleepAnalysisAsleep";
            assertThat(skipped(read(export(category(type, start, value)))))
                    .containsExactly(type + " " + reason + " 1 [2]");
        }
        assertThat(skipped(read(export(quantity("DietaryWater", start, "mL", "1")))))
                .containsExactly("DietaryWater " + reason + " 1 [2]");
    }

    @ParameterizedTest
    @CsvSource({"0, unprotected", "1, protected"})
    void protectionStandsInMetadata(String used, String code) throws ImportException {
        ImportedDays imported =
                read(export("<Record type=\"HKCategoryTypeIdentifierSexualActivity\" startDate=\"" + NOON
                        + "\" value=\"HKCategoryValueNotApplicable\">"
                        + "<MetadataEntry key=\"HKWasUserEntered\" value=\"2\"/>"
                        + "<MetadataEntry key=\"HKSexualActivityProtectionUsed\" value=\"" + used + "\"/></Record>"));

        assertThat(onlyDay(imported).sexualActivity()).containsExactly(code);
    }

    @Test
    void theLaterOfTwoSourcesWinsAndTheReportSaysSo() throws ImportException {
        ImportedDays imported = read(export(
                category("MenstrualFlow", NOON, "MenstrualFlowLight"),
                category("MenstrualFlow", NOON, "MenstrualFlowLight"),
                category("MenstrualFlow", NOON, "MenstrualFlowHeavy"),
                category("Headache", NOON, "SeverityMild"),
                category("Headache", NOON, "SeverityMild")));

        assertThat(onlyDay(imported).flow()).isEqualTo(Flow.HEAVY);
        assertThat(onlyDay(imported).symptoms()).containsExactly("headache");
        assertThat(skipped(imported)).containsExactly("MenstrualFlow replaced 1 [4]");
    }

    @Test
    void spottingDoesNotReplaceAPeriod() throws ImportException {
        String flow = category("MenstrualFlow", NOON, "MenstrualFlowLight");
        String spotting = category("IntermenstrualBleeding", NOON, "NotApplicable");

        assertThat(onlyDay(read(export(flow, spotting))).flow()).isEqualTo(Flow.LIGHT);
        assertThat(onlyDay(read(export(spotting, flow))).flow()).isEqualTo(Flow.LIGHT);
    }

    @Test
    void aNightBelongsToTheDayOfWakingUp() throws ImportException {
        ImportedDays imported = read(export(
                sleep("2026-01-03 22:00:00 +0100", "2026-01-03 23:30:00 +0100"),
                sleep("2026-01-03 23:45:00 +0100", "2026-01-04 06:00:00 +0100"),
                sleep("2026-01-04 14:00:00 +0100", "2026-01-04 14:20:00 +0100"),
                sleep("2026-01-04 18:30:00 +0100", "2026-01-04 19:00:00 +0100")));

        assertThat(day(imported, "2026-01-04").sleepMinutes()).isEqualTo(90 + 375 + 20);
        assertThat(day(imported, "2026-01-05").sleepMinutes()).isEqualTo(30);
    }

    @Test
    void theHourThatAClockGoesForwardIsNotSlept() throws ImportException {
        ImportedDays imported = read(export(sleep("2026-03-28 23:00:00 +0100", "2026-03-29 07:00:00 +0200")));

        assertThat(day(imported, "2026-03-29").sleepMinutes()).isEqualTo(420);
    }

    @Test
    void skipsSleepThatEndsBeforeItBeginsOrLastsLongerThanADay() throws ImportException {
        ImportedDays imported = read(export(
                sleep("2026-01-04 06:00:00 +0100", "2026-01-03 22:00:00 +0100"),
                sleep("2026-01-03 06:00:00 +0100", "2026-01-04 06:01:00 +0100")));

        assertThat(imported.days()).isEmpty();
        assertThat(skipped(imported)).containsExactly("SleepAnalysis out-of-range 2 [2, 3]");
    }

    @Test
    void passesOverWhatOtherAppsHaveInIt() throws ImportException {
        ImportedDays imported = read(export(
                "<Workout><WorkoutRoute><Record type=\"HKCategoryTypeIdentifierHeadache\"/></WorkoutRoute></Workout>",
                "<Record/>",
                "<Record type=\"HKCategoryTypeIdentifier\"/>",
                category("Headache", NOON, "SeverityMild") + "<!-- a comment --><?target data?>text"));

        assertThat(imported.days()).hasSize(1);
        assertThat(skipped(imported)).containsExactly("unknown unknown-field 2 [3, 4]");
    }

    private static String export(String... records) {
        return "<HealthData locale=\"en\">\n" + String.join("\n", records) + "\n</HealthData>";
    }

    private static String category(String type, String start, String value) {
        return "<Record type=\"HKCategoryTypeIdentifier" + type + "\" startDate=\"" + start + "\" endDate=\"" + start
                + "\" value=\"HKCategoryValue" + value + "\"/>";
    }

    private static String sleep(String start, String end) {
        return "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" startDate=\"" + start + "\" endDate=\"" + end
                + "\" value=\"HKCategoryValueSleepAnalysisAsleep\"/>";
    }

    private static String quantity(String type, String start, String unit, String value) {
        return "<Record type=\"HKQuantityTypeIdentifier" + type + "\" unit=\"" + unit + "\" startDate=\"" + start
                + "\" endDate=\"" + start + "\" value=\"" + value + "\"/>";
    }
}
