package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.day;
import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.refusal;
import static health.lunaria.cycle.imports.format.Imports.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClueJsonTest {

    @Test
    void readsMeasurements() throws ImportException {
        ImportedDays imported = read(Imports.sample("clueJson/measurements.json"));

        assertThat(imported.format()).isEqualTo("clue-json");
        assertThat(day(imported, "2026-01-03").flow()).isEqualTo(Flow.HEAVY);
        assertThat(day(imported, "2026-01-03").temperatureCelsius()).isEqualByComparingTo("36.45");
        assertThat(day(imported, "2026-01-03").temperatureExcluded()).isTrue();
        assertThat(day(imported, "2026-01-03").symptoms()).containsExactly("cramps", "headache");
        assertThat(day(imported, "2026-01-04").flow()).isEqualTo(Flow.SPOTTING);
        assertThat(day(imported, "2026-01-04").tags()).containsExactly(Sensitive.of("my own word"));
        assertThat(day(imported, "2026-01-05").moods()).containsExactly("happy");
        assertThat(skipped(imported)).containsExactly("unknown unknown-field 1 [7]", "feelings unknown-value 1 [8]");
    }

    @Test
    void readsOlderExports() throws ImportException {
        ImportedDays imported = read(Imports.sample("clueJson/older.cluedata"));

        assertThat(day(imported, "2017-01-01").flow()).isEqualTo(Flow.HEAVY);
        assertThat(day(imported, "2017-01-01").symptoms()).containsExactly("cramps", "headache");
        assertThat(day(imported, "2017-01-01").moods()).containsExactly("happy");
        assertThat(day(imported, "2017-01-02").cervicalMucus()).isEqualTo(CervicalMucus.EGG_WHITE);
        assertThat(day(imported, "2017-01-02").sexualActivity()).containsExactly("protected");
        assertThat(skipped(imported)).containsExactly("unknown unknown-field 1 [6]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clueJson/measurements.json", "clueJson/older.cluedata"})
    void readsEitherWithinAnArchive(String sample) throws ImportException {
        assertThat(read(Imports.zip("ClueData/measurements.json", Imports.sample(sample))))
                .isEqualTo(read(Imports.sample(sample)));
    }

    @ParameterizedTest
    @CsvSource({
        "period, light, flow, LIGHT",
        "period, medium, flow, MEDIUM",
        "period, heavy, flow, HEAVY",
        "period, very_heavy, flow, HEAVY",
        "period, spotting, flow, SPOTTING",
        "spotting, red, flow, SPOTTING",
        "spotting, brown, flow, SPOTTING",
        "pain, period_cramps, symptoms, [cramps]",
        "pain, cramps, symptoms, [cramps]",
        "pain, tender_breasts, symptoms, [tender-breasts]",
        "pain, ovulation_pain, symptoms, [ovulation-pain]",
        "pain, lower_back, symptoms, [backache]",
        "pain, breast_tenderness, symptoms, [tender-breasts]",
        "pain, headache, symptoms, [headache]",
        "pain, ovulation, symptoms, [ovulation-pain]",
        "pain, migraine, symptoms, [migraine]",
        "pain, migraine_with_aura, symptoms, [migraine]",
        "feelings, happy, moods, [happy]",
        "feelings, sad, moods, [sad]",
        "feelings, angry, moods, [angry]",
        "feelings, anxious, moods, [anxious]",
        "feelings, calm, moods, [calm]",
        "feelings, confident, moods, [confident]",
        "feelings, sensitive, moods, [sensitive]",
        "feelings, irritable, moods, [irritable]",
        "mood, happy, moods, [happy]",
        "mood, sad, moods, [sad]",
        "mood, sensitive, moods, [sensitive]",
        "mind, calm, moods, [calm]",
        "feelings, indifferent, moods, [apathetic]",
        "feelings, mood_swings, moods, [mood-swings]",
        "energy, energetic, moods, [energetic]",
        "energy, fully_energized, moods, [energetic]",
        "energy, tired, moods, [tired]",
        "energy, exhausted, symptoms, [fatigue]",
        "mind, distracted, moods, [distracted]",
        "mind, stressed, moods, [stressed]",
        "sex_life, protected, sexualActivity, [protected]",
        "sex_life, unprotected, sexualActivity, [unprotected]",
        "sex_life, protected_sex, sexualActivity, [protected]",
        "sex_life, unprotected_sex, sexualActivity, [unprotected]",
        "sex_life, withdrawal, sexualActivity, [withdrawal]",
        "sex_life, masturbation, sexualActivity, [solo]",
        "sex_life, high_sex_drive, sexualActivity, [high-drive]",
        "sex_life, low_sex_drive, sexualActivity, [low-drive]",
        "sex, protected, sexualActivity, [protected]",
        "sex, unprotected, sexualActivity, [unprotected]",
        "sex, withdrawal, sexualActivity, [withdrawal]",
        "sex, high_sex_drive, sexualActivity, [high-drive]",
        "fluid, sticky, cervicalMucus, CREAMY",
        "fluid, creamy, cervicalMucus, CREAMY",
        "fluid, egg_white, cervicalMucus, EGG_WHITE",
        "fluid, atypical, symptoms, [unusual-discharge]",
        "discharge, none, cervicalMucus, NOTHING",
        "discharge, sticky, cervicalMucus, CREAMY",
        "discharge, creamy, cervicalMucus, CREAMY",
        "discharge, egg_white, cervicalMucus, EGG_WHITE",
        "discharge, watery, cervicalMucus, EGG_WHITE",
        "discharge, atypical, symptoms, [unusual-discharge]",
        "digestion, bloated, symptoms, [bloating]",
        "digestion, nauseated, symptoms, [nausea]",
        "digestion, nauseous, symptoms, [nausea]",
        "stool, constipated, symptoms, [constipation]",
        "stool, diarrhea, symptoms, [diarrhea]",
        "skin, acne, symptoms, [acne]",
        "skin, dry_skin, symptoms, [dry-skin]",
        "skin, dry, symptoms, [dry-skin]",
        "craving, sweet, symptoms, [cravings]",
        "ailments, fever, symptoms, [fever]",
        "birth_control_pill, taken, contraception, [pill-taken]",
        "birth_control_pill, late, contraception, [pill-late]",
        "birth_control_pill, missed, contraception, [pill-missed]"
    })
    void readsOneWord(String type, String option, String field, String expected) throws ImportException {
        Map<String, Object> fields = DayFields.of(onlyDay(read(measurement(type, "2026-01-03", option))));

        assertThat(fields).containsOnlyKeys(field);
        assertThat(fields.get(field)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "pain, pain_free, pain absent",
        "sex_life, no_sex_today, sex_life absent",
        "pain, unheard_of, pain unknown-value",
        "pms, pms, pms unknown-value",
        "exercise, running, exercise unknown-value",
        "private, private, unknown unknown-field"
    })
    void skipsOneWord(String type, String option, String expected) throws ImportException {
        ImportedDays imported = read(measurement(type, "2026-01-03", option));

        assertThat(imported.days()).isEmpty();
        assertThat(skipped(imported)).containsExactly(expected + " 1 [1]");
    }

    @ParameterizedTest
    @CsvSource({"celsius, 36.45, 36.45", "temperature, 36.45, 36.45"})
    void readsATemperatureByEitherName(String name, String value, BigDecimal celsius) throws ImportException {
        String file =
                "[{\"type\":\"bbt\",\"date\":\"2026-01-05T00:00:00.000Z\",\"value\":{\"" + name + "\":" + value + "}}]";

        assertThat(onlyDay(read(file)).temperatureCelsius()).isEqualTo(celsius);
    }

    @Test
    void aTemperatureInFahrenheitIsNotTakenForCelsius() throws ImportException {
        String file = "[{\"type\":\"bbt\",\"date\":\"2026-01-05\",\"value\":{\"temperature\":97.6}}]";

        assertThat(skipped(read(file))).containsExactly("bbt out-of-range 1 [1]");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13-01, not-a-date",
        "1st of May, not-a-date",
        "2099-01-01, date-out-of-range",
        "1800-01-01, date-out-of-range"
    })
    void skipsDaysThatCannotBe(String date, String reason) throws ImportException {
        assertThat(skipped(read(measurement("period", date, "light")))).containsExactly("period " + reason + " 1 [1]");
    }

    @Test
    void readsMeasurementsOfAMillionDifferentTypesInBoundedMemory() throws ImportException {
        StringBuilder file = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++) {
            file.append("{\"type\":\"t")
                    .append(i)
                    .append("\",\"date\":\"2026-01-03\",\"value\":{\"n")
                    .append(i)
                    .append("\":1}},");
        }
        file.setCharAt(file.length() - 1, ']');

        assertThat(read(file.toString()).report().skipped()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[{\"type\":\"period\",\"type\":\"pain\",\"date\":\"2026-01-03\",\"value\":1}] ~ not-json",
                "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":private}] ~ not-json",
                "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":1} ~ not-json",
                "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":1}]] ~ not-json",
                "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":1},1] ~ unknown-format",
                "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":NaN}] ~ not-json",
                "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":0123}] ~ not-json"
            })
    void refusesWhatIsNoJson(String file, String reason) {
        ImportException refused = refusal(file);

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused.getMessage()).doesNotContain("private");
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void refusesTooManyLevels() {
        assertThat(refusal(value("[".repeat(50) + "]".repeat(50))).reason()).isEqualTo("too-deep");
    }

    @Test
    void refusesTooLongTextsNamesAndNumbers() {
        assertThat(refusal(value("\"" + "a".repeat(30_000) + "\"")).reason()).isEqualTo("too-long");
        assertThat(refusal(value("{\"" + "a".repeat(300) + "\":1}")).reason()).isEqualTo("too-long");
        assertThat(refusal(value("1".repeat(100))).reason()).isEqualTo("too-long");
    }

    @Test
    void refusesTooManyValuesInOneEntry() {
        assertThat(refusal(value("[" + "1,".repeat(1000) + "1]")).reason()).isEqualTo("too-much");
    }

    private static String value(String json) {
        return "[{\"type\":\"period\",\"date\":\"2026-01-03\",\"value\":" + json + "}]";
    }

    private static String measurement(String type, String date, String option) {
        return "[{\"type\":\"" + type + "\",\"date\":\"" + date + "\",\"value\":[{\"option\":\"" + option + "\"}]}]";
    }
}
