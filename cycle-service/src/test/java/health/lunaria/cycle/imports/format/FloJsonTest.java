package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.day;
import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloJsonTest {

    @Test
    void readsAnExport() throws ImportException {
        ImportedDays imported = read(Imports.sample("floJson/flo.json"));

        assertThat(imported.format()).isEqualTo("flo-json");
        assertThat(flows(imported, "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06", "2026-02-01"))
                .containsExactly(Flow.HEAVY, Flow.MEDIUM, Flow.LIGHT, Flow.MEDIUM, Flow.MEDIUM);
        assertThat(day(imported, "2026-01-03").symptoms()).containsExactly("headache");
        assertThat(day(imported, "2026-01-05").temperatureCelsius()).isEqualByComparingTo("36.4");
        assertThat(day(imported, "2026-01-15").ovulationTest()).isEqualTo(TestResult.POSITIVE);
        assertThat(day(imported, "2026-01-15").moods()).isEmpty();
        assertThat(day(imported, "2026-01-16").contraception()).containsExactly("pill-taken");
        assertThat(day(imported, "2026-01-16").note().disclose()).isEqualTo("slept badly");
        assertThat(day(imported, "2026-01-17").contraception()).containsExactly("pill-missed");
        assertThat(skipped(imported))
                .containsExactlyInAnyOrder(
                        "cycles excluded 1 [8]",
                        "Mood excluded 1 [14]",
                        "Mood unknown-value 1 [15]",
                        "Weight unknown-value 1 [16]");
    }

    @ParameterizedTest
    @CsvSource({
        "Symptom, DrawingPain, symptoms, [cramps]",
        "Symptom, Cramps, symptoms, [cramps]",
        "Symptom, Backache, symptoms, [backache]",
        "Symptom, Headache, symptoms, [headache]",
        "Symptom, TenderBreasts, symptoms, [tender-breasts]",
        "Symptom, BreastTenderness, symptoms, [tender-breasts]",
        "Symptom, IncreasedAppetite, symptoms, [appetite-change]",
        "Symptom, Cravings, symptoms, [cravings]",
        "Symptom, VaginalItching, symptoms, [vaginal-itching]",
        "Symptom, VaginalDryness, symptoms, [vaginal-dryness]",
        "Symptom, Insomnia, symptoms, [insomnia]",
        "Symptom, Constipation, symptoms, [constipation]",
        "Symptom, Diarrhea, symptoms, [diarrhea]",
        "Symptom, Nausea, symptoms, [nausea]",
        "Symptom, Fatigue, symptoms, [fatigue]",
        "Symptom, Bloating, symptoms, [bloating]",
        "Symptom, Acne, symptoms, [acne]",
        "Symptom, MoodSwings, moods, [mood-swings]",
        "Symptom, Spotting, flow, SPOTTING",
        "Mood, Happy, moods, [happy]",
        "Mood, Calm, moods, [calm]",
        "Mood, Confident, moods, [confident]",
        "Mood, Energetic, moods, [energetic]",
        "Mood, Sensitive, moods, [sensitive]",
        "Mood, Sad, moods, [sad]",
        "Mood, Depressed, moods, [depressed]",
        "Mood, Tired, moods, [tired]",
        "Mood, Angry, moods, [angry]",
        "Mood, Irritable, moods, [irritable]",
        "Mood, Anxious, moods, [anxious]",
        "Mood, Stressed, moods, [stressed]",
        "Mood, LowEnergy, moods, [tired]",
        "Mood, Swings, moods, [mood-swings]",
        "Mood, Apathetic, moods, [apathetic]",
        "Sex, SexProtected, sexualActivity, [protected]",
        "Sex, SexUnprotected, sexualActivity, [unprotected]",
        "Sex, Protected, sexualActivity, [protected]",
        "Sex, Unprotected, sexualActivity, [unprotected]",
        "Sex, HighDrive, sexualActivity, [high-drive]",
        "Sex, LowDrive, sexualActivity, [low-drive]",
        "Fluid, Eggwhite, cervicalMucus, EGG_WHITE",
        "Fluid, Watery, cervicalMucus, EGG_WHITE",
        "Fluid, Creamy, cervicalMucus, CREAMY",
        "Fluid, Sticky, cervicalMucus, CREAMY",
        "Fluid, Dry, cervicalMucus, DRY",
        "Fluid, Unusual, symptoms, [unusual-discharge]",
        "OvulationTest, Negative, ovulationTest, NEGATIVE",
        "OvulationTest, Positive, ovulationTest, POSITIVE",
        "PregnancyTest, Negative, pregnancyTest, NEGATIVE",
        "PregnancyTest, Positive, pregnancyTest, POSITIVE"
    })
    void readsOneWord(String category, String subcategory, String field, String expected) throws ImportException {
        Map<String, Object> fields = DayFields.of(onlyDay(read(event(category, subcategory))));

        assertThat(fields).containsOnlyKeys(field);
        assertThat(fields.get(field)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Sex, SexNone, Sex absent",
        "Mood, Unheard, Mood unknown-value",
        "Ovulation, OtherMethods, Ovulation unknown-value",
        "Private, Private, unknown unknown-field"
    })
    void skipsOneWord(String category, String subcategory, String expected) throws ImportException {
        ImportedDays imported = read(event(category, subcategory));

        assertThat(imported.days()).isEmpty();
        assertThat(skipped(imported)).containsExactly(expected + " 1 [1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-01-06; 2026-01-03; out-of-range",
                "2026-01-01; 2026-03-01; out-of-range",
                "2026-02-30; 2026-03-01; not-a-date",
                "2026-01-03; private; not-a-date",
                "''; 2026-01-03; not-a-date"
            })
    void skipsPeriodsThatCannotBe(String start, String end, String reason) throws ImportException {
        ImportedDays imported = read(cycle(start, end, "null"));

        assertThat(imported.days()).isEmpty();
        assertThat(skipped(imported)).containsExactly("cycles " + reason + " 1 [1]");
    }

    @Test
    void skipsTheDaysOfAPeriodThatAreYetToCome() throws ImportException {
        ImportedDays imported = read(cycle("2026-11-24", "2026-11-27", "null"));

        assertThat(imported.days()).hasSize(2);
        assertThat(skipped(imported)).containsExactly("cycles date-out-of-range 2 [1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"0\":3}; HEAVY",
                "\"{\\\"0\\\":3}\"; HEAVY",
                "\"\"; MEDIUM",
                "null; MEDIUM",
                "\"private\"; MEDIUM",
                "\"[3]\"; MEDIUM",
                "\"{\\\"0\\\":9}\"; MEDIUM",
                "{\"0\":{\"0\":3}}; MEDIUM"
            })
    void anIntensityThatIsNotUnderstoodIsMedium(String intensity, Flow flow) throws ImportException {
        assertThat(onlyDay(read(cycle("2026-01-03", "2026-01-03", intensity))).flow())
                .isEqualTo(flow);
    }

    @Test
    void theDateOfTheCalendarOnTheWallCounts() throws ImportException {
        String event = "{\"category\":\"Mood\",\"subcategory\":\"Happy\",\"date\":\"2026-01-02 22:30:00.0\","
                + "\"local_date\":\"2026-01-03 00:30:00.0\"}";

        assertThat(onlyDay(read("{\"operationalData\":{\"point_events_manual_v2\":[" + event + "]}}"))
                        .date())
                .isEqualTo("2026-01-03");
    }

    private static List<Flow> flows(ImportedDays imported, String... dates) {
        return List.of(dates).stream()
                .map(date -> day(imported, date))
                .map(Day::flow)
                .toList();
    }

    private static String event(String category, String subcategory) {
        return "{\"operationalData\":{\"point_events_manual_v2\":[{\"category\":\"" + category + "\",\"subcategory\":\""
                + subcategory + "\",\"date\":\"2026-01-03 00:00:00.0\"}]}}";
    }

    private static String cycle(String start, String end, String intensity) {
        return "{\"operationalData\":{\"cycles\":[{\"period_start_date\":\"" + start + "\",\"period_end_date\":\"" + end
                + "\",\"period_intensity\":" + intensity + ",\"pregnant\":false}]}}";
    }
}
