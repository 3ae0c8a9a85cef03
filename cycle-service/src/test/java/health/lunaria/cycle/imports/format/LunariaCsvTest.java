package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.refusal;
import static health.lunaria.cycle.imports.format.Imports.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LunariaCsvTest {

    @Test
    void readsEveryField() throws ImportException {
        ImportedDays imported = read(Imports.sample("lunariaCsv/days.csv"));

        assertThat(imported.format()).isEqualTo("lunaria-csv");
        assertThat(imported.days()).hasSize(3);
        assertThat(imported.days().get(0))
                .isEqualTo(new Day(
                        LocalDate.of(2026, 1, 3),
                        Flow.MEDIUM,
                        new BigDecimal("36.45"),
                        LocalTime.of(6, 30),
                        true,
                        CervicalMucus.EGG_WHITE,
                        CervixOpening.OPEN,
                        CervixFirmness.SOFT,
                        CervixPosition.HIGH,
                        TestResult.POSITIVE,
                        TestResult.NEGATIVE,
                        List.of("protected", "high-drive"),
                        List.of("condom", "pill-taken"),
                        List.of("cramps", "headache"),
                        List.of("happy", "calm"),
                        List.of(Sensitive.of("a|b"), Sensitive.of("back\\slash")),
                        List.of(Sensitive.of("iron 100 mg"), Sensitive.of("d3")),
                        450,
                        new BigDecimal("61.5"),
                        1500,
                        Sensitive.of("one, \"two\"\nthree")));
        assertThat(skipped(imported)).isEmpty();
        assertThat(imported.report().days()).isEqualTo(3);
    }

    @Test
    void takesTheGuardAgainstFormulasAway() throws ImportException {
        List<Day> days = read(Imports.sample("lunariaCsv/days.csv")).days();

        assertThat(days.get(1).note().disclose()).isEqualTo("'=1+1");
        assertThat(days.get(2).note().disclose()).isEqualTo("=1+1");
    }

    @Test
    void nothingIsLeftOfAGuardWithoutText() throws ImportException {
        ImportedDays imported = read("date,flow,note\n2026-01-03,light,'\n");

        assertThat(onlyDay(imported).note()).isNull();
        assertThat(skipped(imported)).containsExactly("note absent 1 [2]");
    }

    @Test
    void columnsMayStandInAnyOrderAndBeMissing() throws ImportException {
        assertThat(onlyDay(read("note,date\nwell,2026-01-03\n")).note().disclose())
                .isEqualTo("well");
    }

    @Test
    void countsUnknownColumnsWithoutTheirNames() throws ImportException {
        ImportedDays imported = read("date,flow,private\n2026-01-03,light,x\n2026-01-04,light,\n");

        assertThat(imported.days()).hasSize(2);
        assertThat(skipped(imported)).containsExactly("unknown unknown-field 1 [2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flow; torrential; unknown-value",
                "flow; MEDIUM; unknown-value",
                "temperatureCelsius; 29.99; out-of-range",
                "temperatureCelsius; 45.01; out-of-range",
                "temperatureCelsius; 36.555; too-precise",
                "temperatureCelsius; 36,5; not-a-number",
                "temperatureCelsius; 1e9; not-a-number",
                "temperatureCelsius; 9999999999999999999999; not-a-number",
                "temperatureTime; 24:00; not-a-time",
                "temperatureTime; 6:30; not-a-time",
                "temperatureExcluded; yes; unknown-value",
                "cervicalMucus; wet; unknown-value",
                "symptoms; headache|private; unknown-value",
                "symptoms; headache||cramps; unknown-value",
                "tags; a\\b; unknown-value",
                "sleepMinutes; 1441; out-of-range",
                "sleepMinutes; -1; out-of-range",
                "sleepMinutes; 1.5; out-of-range",
                "weightKilograms; 19.99; out-of-range",
                "weightKilograms; 500.01; out-of-range",
                "waterMillilitres; 20001; out-of-range"
            })
    void skipsWhatADayCannotHold(String field, String value, String reason) throws ImportException {
        ImportedDays imported = read("date,ovulationTest," + field + "\n2026-01-03,positive,\"" + value + "\"\n");

        assertThat(onlyDay(imported).ovulationTest()).isEqualTo(TestResult.POSITIVE);
        assertThat(skipped(imported)).containsExactly(field + " " + reason + " 1 [2]");
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, date-out-of-range",
        "2026-11-26, date-out-of-range",
        "9999-12-31, date-out-of-range",
        "2026-02-30, not-a-date",
        "03.01.2026, not-a-date",
        "'', not-a-date"
    })
    void skipsDaysThatCannotBe(String date, String reason) throws ImportException {
        ImportedDays imported = read("date,flow\n" + date + ",light\n");

        assertThat(imported.days()).isEmpty();
        assertThat(imported.report().skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-11-24", "2026-11-25"})
    void takesDaysUpToTomorrow(String date) throws ImportException {
        assertThat(onlyDay(read("date,flow\n" + date + ",light\n")).date()).isEqualTo(date);
    }

    @Test
    void skipsTextsThatAreTooLong() throws ImportException {
        ImportedDays imported = read("date,flow,note,tags,medications\n2026-01-03,light," + "n".repeat(2001) + ","
                + "t".repeat(41) + "|short," + "m".repeat(101) + "\n2026-01-04,light," + "n".repeat(2000) + ","
                + "t".repeat(40) + "," + "m".repeat(100) + "\n");

        assertThat(imported.days().get(0).tags()).containsExactly(Sensitive.of("short"));
        assertThat(imported.days().get(1).note().disclose()).hasSize(2000);
        assertThat(skipped(imported))
                .containsExactlyInAnyOrder("note too-long 1 [2]", "tags too-long 1 [2]", "medications too-long 1 [2]");
    }

    @Test
    void skipsCardNumbersAndControlCharacters() throws ImportException {
        ImportedDays imported = read("date,flow,note,tags\n2026-01-03,light,my card 4111 1111 1111 1111,a\u0007b\n");

        assertThat(onlyDay(imported).note()).isNull();
        assertThat(onlyDay(imported).tags()).isEmpty();
        assertThat(skipped(imported))
                .containsExactlyInAnyOrder("note card-number 1 [2]", "tags control-character 1 [2]");
    }

    @Test
    void skipsWhatIsTooManyForAList() throws ImportException {
        StringBuilder tags = new StringBuilder("t0");
        for (int i = 1; i <= 20; i++) {
            tags.append("|t").append(i);
        }
        ImportedDays imported = read("date,tags\n2026-01-03," + tags + "\n");

        assertThat(onlyDay(imported).tags()).hasSize(20);
        assertThat(skipped(imported)).containsExactly("tags too-many 1 [2]");
    }

    @Test
    void theLaterOfTwoRowsOfADayWinsAndListsAreUnited() throws ImportException {
        ImportedDays imported = read("date,flow,symptoms,note\n2026-01-03,light,cramps,one\n"
                + "2026-01-03,heavy,cramps|nausea,two\n2026-01-03,heavy,,two\n");

        Day day = onlyDay(imported);
        assertThat(day.flow()).isEqualTo(Flow.HEAVY);
        assertThat(day.symptoms()).containsExactly("cramps", "nausea");
        assertThat(day.note().disclose()).isEqualTo("one\ntwo");
        assertThat(skipped(imported)).containsExactly("flow replaced 1 [3]");
    }

    @Test
    void notesThatDoNotFitTogetherAreSkippedNotCut() throws ImportException {
        ImportedDays imported =
                read("date,note\n2026-01-03," + "a".repeat(1500) + "\n2026-01-03," + "b".repeat(500) + "\n");

        assertThat(onlyDay(imported).note().disclose()).isEqualTo("a".repeat(1500));
        assertThat(skipped(imported)).containsExactly("note too-long 1 [3]");
    }

    @Test
    void theReportNamesAtMostTenLines() throws ImportException {
        ImportedDays imported = read("date,flow\n" + "2026-01-03,x\n".repeat(1000));

        assertThat(imported.report().skipped().get(0).count()).isEqualTo(1000);
        assertThat(imported.report().skipped().get(0).lines()).hasSize(10).startsWith(2L, 3L);
    }

    @Test
    void linesAreCountedThroughCellsWithLineBreaks() throws ImportException {
        ImportedDays imported = read("date,note,flow\n2026-01-03,\"a\nb\nc\",light\n\n2026-01-04,d,x\n");

        assertThat(skipped(imported)).containsExactly("flow unknown-value 1 [6]");
    }

    @Test
    void refusesMoreDaysThanAnybodyLogs() {
        StringBuilder file = new StringBuilder("date,flow\n");
        LocalDate first = LocalDate.of(1950, 1, 1);
        for (int i = 0; i < 20_001; i++) {
            file.append(first.plusDays(i)).append(",light\n");
        }
        ImportException refused = refusal(file.toString());

        assertThat(refused.reason()).isEqualTo("too-much");
        assertThat(refused.line()).isEqualTo(20_002);
    }

    @Test
    void refusesMoreTextThanAnybodyWrites() {
        StringBuilder file = new StringBuilder("date,note\n");
        LocalDate first = LocalDate.of(2000, 1, 1);
        for (int i = 0; i < 4_200; i++) {
            file.append(first.plusDays(i)).append(',').append("n".repeat(2000)).append('\n');
        }
        assertThat(refusal(file.toString()).reason()).isEqualTo("too-much");
    }
}
