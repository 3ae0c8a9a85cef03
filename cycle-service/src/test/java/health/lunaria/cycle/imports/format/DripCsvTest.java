package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.day;
import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DripCsvTest {

    @Test
    void readsADay() throws ImportException {
        ImportedDays imported = read(Imports.sample("dripCsv/drip.csv"));

        assertThat(imported.format()).isEqualTo("drip-csv");
        Day day = day(imported, "2026-01-03");
        assertThat(day.temperatureCelsius()).isEqualByComparingTo("36.45");
        assertThat(day.temperatureTime()).isEqualTo(LocalTime.of(6, 30));
        assertThat(day.temperatureExcluded()).isNull();
        assertThat(day.flow()).isEqualTo(Flow.MEDIUM);
        assertThat(day.cervicalMucus()).isEqualTo(CervicalMucus.EGG_WHITE);
        assertThat(day.cervixOpening()).isEqualTo(CervixOpening.OPEN);
        assertThat(day.cervixFirmness()).isEqualTo(CervixFirmness.SOFT);
        assertThat(day.cervixPosition()).isEqualTo(CervixPosition.HIGH);
        assertThat(day.sexualActivity()).containsExactlyInAnyOrder("high-drive", "protected", "solo");
        assertThat(day.contraception()).containsExactlyInAnyOrder("condom", "pill-taken");
        assertThat(day.symptoms())
                .containsExactlyInAnyOrder(
                        "cramps", "ovulation-pain", "headache", "backache", "nausea", "tender-breasts", "migraine");
        assertThat(day.moods()).containsExactlyInAnyOrder("happy", "balanced", "energetic");
        assertThat(day.note().disclose().lines())
                .containsExactly("a note", "slept well, mostly", "in the morning", "behind the eyes", "light");
    }

    @Test
    void whatIsExcludedIsNotImportedButATemperatureIsMarked() throws ImportException {
        ImportedDays imported = read(Imports.sample("dripCsv/drip.csv"));

        Day day = day(imported, "2026-01-04");
        assertThat(day.flow()).isNull();
        assertThat(day.cervicalMucus()).isNull();
        assertThat(day.cervixOpening()).isNull();
        assertThat(day.temperatureExcluded()).isTrue();
        assertThat(day.hasUsableTemperature()).isFalse();
        assertThat(day.sexualActivity()).containsExactlyInAnyOrder("low-drive", "unprotected");
        assertThat(day.moods()).containsExactlyInAnyOrder("sad", "stressed", "anxious", "angry");
        assertThat(day.symptoms()).containsExactly("fatigue");
        assertThat(skipped(imported))
                .containsExactlyInAnyOrder(
                        "bleeding.value excluded 1 [3]",
                        "mucus.value excluded 1 [3]",
                        "cervix.opening excluded 1 [3]",
                        "cervix.firmness excluded 1 [3]",
                        "cervix.position excluded 1 [3]",
                        "sex.iud no-counterpart 1 [3]",
                        "pain.other no-counterpart 1 [3]",
                        "mood.fine no-counterpart 1 [3]",
                        "mood.other no-counterpart 1 [3]",
                        "sex.other no-counterpart 1 [4]",
                        "desire.value no-counterpart 1 [4]");
    }

    @ParameterizedTest
    @CsvSource({"0, SPOTTING", "1, LIGHT", "2, MEDIUM", "3, HEAVY"})
    void readsBleeding(String value, Flow flow) throws ImportException {
        assertThat(onlyDay(read("date,bleeding.value,bleeding.exclude\n2026-01-03," + value + ",false\n"))
                        .flow())
                .isEqualTo(flow);
    }

    @ParameterizedTest
    @CsvSource({"0, DRY", "1, NOTHING", "2, MOIST", "3, CREAMY", "4, EGG_WHITE"})
    void readsMucusByItsValue(String value, CervicalMucus mucus) throws ImportException {
        assertThat(onlyDay(read("date,mucus.value\n2026-01-03," + value + "\n")).cervicalMucus())
                .isEqualTo(mucus);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, DRY",
        "1, 0, NOTHING",
        "2, 0, MOIST",
        "3, 0, EGG_WHITE",
        "0, 1, CREAMY",
        "1, 1, CREAMY",
        "2, 1, CREAMY",
        "3, 1, EGG_WHITE",
        "0, 2, EGG_WHITE",
        "1, 2, EGG_WHITE",
        "2, 2, EGG_WHITE",
        "3, 2, EGG_WHITE"
    })
    void readsMucusByFeelingAndTexture(String feeling, String texture, CervicalMucus mucus) throws ImportException {
        String file = "date,mucus.feeling,mucus.texture,mucus.value\n2026-01-03," + feeling + "," + texture + ",\n";

        assertThat(onlyDay(read(file)).cervicalMucus()).isEqualTo(mucus);
    }

    @ParameterizedTest
    @CsvSource({
        "cervix.opening, 0, cervixOpening, CLOSED",
        "cervix.opening, 1, cervixOpening, MEDIUM",
        "cervix.opening, 2, cervixOpening, OPEN",
        "cervix.firmness, 0, cervixFirmness, HARD",
        "cervix.firmness, 1, cervixFirmness, SOFT",
        "cervix.position, 0, cervixPosition, LOW",
        "cervix.position, 1, cervixPosition, MEDIUM",
        "cervix.position, 2, cervixPosition, HIGH",
        "desire.value, 0, sexualActivity, [low-drive]",
        "desire.value, 2, sexualActivity, [high-drive]",
        "sex.solo, true, sexualActivity, [solo]",
        "sex.condom, true, contraception, [condom]",
        "sex.pill, true, contraception, [pill-taken]",
        "sex.patch, true, contraception, [patch]",
        "sex.ring, true, contraception, [ring]",
        "sex.implant, true, contraception, [implant]",
        "sex.diaphragm, true, contraception, [diaphragm]",
        "pain.cramps, true, symptoms, [cramps]",
        "mood.fatigue, true, symptoms, [fatigue]",
        "mood.angry, true, moods, [angry]"
    })
    void readsOneCell(String column, String value, String field, String expected) throws ImportException {
        Map<String, Object> fields = DayFields.of(onlyDay(read(file(column, value))));

        assertThat(fields.get(field)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "temperature.value, 50, out-of-range",
        "temperature.value, warm, not-a-number",
        "bleeding.value, 4, unknown-value",
        "bleeding.value, light, unknown-value",
        "mucus.value, 5, unknown-value",
        "mucus.feeling, 2, unknown-value",
        "cervix.opening, 3, unknown-value",
        "desire.value, 3, unknown-value",
        "sex.solo, maybe, unknown-value",
        "sex.partner, true, no-counterpart"
    })
    void skipsOneCell(String column, String value, String reason) throws ImportException {
        assertThat(skipped(read(file(column, value)))).containsExactly(column + " " + reason + " 1 [2]");
    }

    @Test
    void aTimeWithoutAUsableTemperatureIsNotImported() throws ImportException {
        ImportedDays imported = read("date,temperature.value,temperature.time,bleeding.value\n2026-01-03,99,06:30,1\n");

        assertThat(onlyDay(imported).temperatureTime()).isNull();
    }

    /** It doubles quotes also in a text that it does not put into quotes. */
    @Test
    void readsNotesWhoseQuotesStandAlone() throws ImportException {
        ImportedDays imported = read("date,note.value,bleeding.value\n2026-01-03,said \"\"no\"\",1\n"
                + "2026-01-04,\"\"no\"\" she said,2\n");

        assertThat(imported.days()).extracting(Day::flow).containsExactly(Flow.LIGHT, Flow.MEDIUM);
        assertThat(day(imported, "2026-01-04").note().disclose()).contains("she said");
    }

    @Test
    void countsColumnsOfOtherVersions() throws ImportException {
        assertThat(skipped(read("date,bleeding.value,moon.phase\n2026-01-03,1,full\n")))
                .containsExactly("unknown unknown-field 1 [2]");
    }

    private static String file(String column, String value) {
        return "date,note.value," + column + "\n2026-01-03,a note," + value + "\n";
    }
}
