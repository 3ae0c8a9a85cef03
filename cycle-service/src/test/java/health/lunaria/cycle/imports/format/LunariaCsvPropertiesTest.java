package health.lunaria.cycle.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.catalogue.Catalogue;
import health.lunaria.cycle.catalogue.Catalogue.Group;
import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.DayLimits;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import health.lunaria.safeguards.problem.CardNumbers;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever days are written, the same days are read. */
class LunariaCsvPropertiesTest {

    @Property(tries = 100)
    void whatIsWrittenIsRead(@ForAll("days") List<Day> days) throws ImportException {
        ImportedDays imported = Imports.read(WrittenCsv.of(days));

        assertThat(imported.days())
                .isEqualTo(days.stream()
                        .filter(day -> !DayFields.of(day).isEmpty())
                        .sorted(Comparator.comparing(Day::date))
                        .toList());
        assertThat(imported.report().skipped()).isEmpty();
    }

    @Provide
    Arbitrary<List<Day>> days() {
        return day().list().uniqueElements(Day::date).ofMaxSize(8);
    }

    private static Arbitrary<Day> day() {
        return Arbitraries.integers()
                .between(0, 46_000)
                .flatMap(offset -> fields().map(
                                fields -> DayFields.day(LocalDate.of(1900, 1, 1).plusDays(offset), fields)));
    }

    private static Arbitrary<Map<String, Object>> fields() {
        return Arbitraries.of(DayFields.NAMES)
                .set()
                .ofMaxSize(DayFields.NAMES.size())
                .flatMap(names -> {
                    Arbitrary<Map<String, Object>> fields = Arbitraries.just(Map.of());
                    for (String name : names) {
                        fields = fields.flatMap(before -> value(name).map(value -> {
                            Map<String, Object> after = new HashMap<>(before);
                            after.put(name, value);
                            return after;
                        }));
                    }
                    return fields;
                });
    }

    private static Arbitrary<?> value(String field) {
        return switch (field) {
            case "flow" -> Arbitraries.of(Flow.class);
            case "temperatureCelsius" -> decimals(DayLimits.MIN_CELSIUS, DayLimits.MAX_CELSIUS);
            case "temperatureTime" ->
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute));
            case "temperatureExcluded" -> Arbitraries.of(true, false);
            case "cervicalMucus" -> Arbitraries.of(CervicalMucus.class);
            case "cervixOpening" -> Arbitraries.of(CervixOpening.class);
            case "cervixFirmness" -> Arbitraries.of(CervixFirmness.class);
            case "cervixPosition" -> Arbitraries.of(CervixPosition.class);
            case "ovulationTest", "pregnancyTest" -> Arbitraries.of(TestResult.class);
            case "tags" ->
                text(DayLimits.MAX_TAG_LENGTH)
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(5);
            case "medications" ->
                text(DayLimits.MAX_MEDICATION_LENGTH)
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(5);
            case "sleepMinutes" -> Arbitraries.integers().between(0, DayLimits.MAX_SLEEP_MINUTES);
            case "weightKilograms" -> decimals(DayLimits.MIN_KILOGRAMS, DayLimits.MAX_KILOGRAMS);
            case "waterMillilitres" -> Arbitraries.integers().between(0, DayLimits.MAX_WATER_MILLILITRES);
            case "note" -> text(DayLimits.MAX_NOTE_LENGTH);
            default -> codes(field);
        };
    }

    private static Arbitrary<List<String>> codes(String field) {
        Group group = Catalogue.GROUPS.stream()
                .filter(candidate -> candidate.field().equals(field))
                .findFirst()
                .orElseThrow();
        return Arbitraries.of(group.codes())
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<BigDecimal> decimals(String min, String max) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(min), new BigDecimal(max))
                .ofScale(2);
    }

    /** Many of the characters that a CSV file treats in its own way. */
    private static Arbitrary<Sensitive<String>> text(int max) {
        return Arbitraries.strings()
                .withChars(
                        ',', ';', '\t', '"', '\'', '\n', '\r', '|', '\\', '=', '+', '-', '@', ' ', '\u00e4', '\u3042',
                        '\ufeff')
                .withCharRange('a', 'e')
                .ofMinLength(1)
                .ofMaxLength(Math.min(max, 200))
                .filter(text -> !CardNumbers.isContainedIn(text))
                .map(Sensitive::of);
    }
}
