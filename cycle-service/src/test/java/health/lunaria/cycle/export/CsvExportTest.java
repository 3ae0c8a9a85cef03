package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    @Test
    void theHeaderNamesEveryField() {
        assertThat(write(SampleExport.of(List.of())))
                .isEqualTo("date," + String.join(",", DayFields.NAMES) + "\n")
                .startsWith("date,flow,temperatureCelsius,temperatureTime,");
    }

    @Test
    void aFullDayIsOneRecord() {
        assertThat(record(SampleExport.of(List.of(SampleExport.fullDay()))))
                .isEqualTo("2026-01-03,medium,36.55,06:30,true,egg-white,open,soft,high,positive,unclear,"
                        + "protected|high-drive,condom,cramps|headache,happy,date\\|night|back\\\\slash,"
                        + "Ibuprofen 400 mg|+Iron,435,61.50,1500,"
                        + "\"slept badly 😴, \"\"again\"\"\n生理痛\"\n");
    }

    @Test
    void whatWasNotLoggedIsAnEmptyCell() {
        assertThat(record(SampleExport.of(List.of(SampleExport.day(SampleExport.FROM, "sleepMinutes", 0)))))
                .isEqualTo("2026-01-01,,,,,,,,,,,,,,,,,0,,,\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "=1+1;'=1+1",
                "+49 30 1234;'+49 30 1234",
                "-2 kg;'-2 kg",
                "@home;'@home",
                "'=1+1;''=1+1",
                "'quoted';''quoted'",
                "a=b;a=b"
            })
    void noSpreadsheetRunsAText(String text, String cell) {
        assertThat(note(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\t", "\tx"})
    void aTabIsGuardedToo(String text) {
        assertThat(note(text)).isEqualTo("'" + text);
    }

    @Test
    void aCarriageReturnIsGuardedAndQuoted() {
        assertThat(note("\r=1+1")).isEqualTo("\"'\r=1+1\"");
    }

    @Test
    void theGuardStandsBeforeAListOnce() {
        assertThat(cell(
                        SampleExport.day(SampleExport.FROM, "tags", List.of(Sensitive.of("=a"), Sensitive.of("=b"))),
                        "tags"))
                .isEqualTo("'=a|=b");
    }

    @Test
    void numbersAreNeverTouched() {
        assertThat(cell(
                        SampleExport.day(SampleExport.FROM, "weightKilograms", new BigDecimal("1E+2")),
                        "weightKilograms"))
                .isEqualTo("100");
    }

    @Test
    void herOwnCopyHasHerOwnWordsWhateverIsAskedForAReport() {
        assertThat(write(SampleExport.of(List.of(SampleExport.fullDay()), Locale.ENGLISH, false)))
                .contains("slept badly", "Ibuprofen");
    }

    private static String note(String text) {
        return cell(SampleExport.note(text), "note");
    }

    /** The fields before the asked one are empty. */
    private static String cell(Day day, String field) {
        int column = DayFields.NAMES.indexOf(field) + 1;
        String record = record(SampleExport.of(List.of(day)));
        String rest = record.substring(("2026-01-01" + ",".repeat(column)).length());
        return rest.substring(0, rest.length() - 1 - (DayFields.NAMES.size() - column));
    }

    private static String record(ExportData data) {
        String csv = write(data);
        return csv.substring(csv.indexOf('\n') + 1);
    }

    private static String write(ExportData data) {
        return new String(SampleExport.write("csv", data), StandardCharsets.UTF_8);
    }
}
