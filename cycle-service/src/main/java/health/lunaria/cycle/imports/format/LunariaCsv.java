package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own format, in which days are exported: see {@code docs/import.md}. */
public final class LunariaCsv implements ImportFormat {

    private static final String DATE = "date";
    private static final Set<String> COLUMNS =
            Stream.concat(Stream.of(DATE), DayFields.NAMES.stream()).collect(Collectors.toUnmodifiableSet());

    @Override
    public String name() {
        return "lunaria-csv";
    }

    @Override
    public boolean recognises(byte[] head) {
        List<String> columns = CsvRows.columns(head);
        return columns.contains(DATE) && columns.stream().anyMatch(DayFields.NAMES::contains);
    }

    @Override
    public ImportedDays read(InputStream content, ImportLimits limits) throws ImportException {
        DayCollector days = new DayCollector(limits);
        CsvRows.read(content, limits, CsvRows.Quoting.RFC_4180, row -> read(row, days));
        return days.build(name());
    }

    private static void read(CsvRow row, DayCollector days) throws ImportException {
        days.entry(new Origin(DATE, row.line()), () -> {
            LocalDate date = Values.date(row.get(DATE));
            for (String field : DayFields.NAMES) {
                if (row.has(field)) {
                    Origin origin = new Origin(field, row.line());
                    days.entry(origin, () -> put(origin, date, field, row.get(field), days));
                }
            }
            CsvRows.skipUnknown(row, COLUMNS, days);
        });
    }

    private static void put(Origin origin, LocalDate date, String field, String cell, DayCollector days)
            throws Skip, ImportException {
        String text = unguarded(cell);
        if (!FieldRules.isList(field)) {
            days.put(origin, date, field, value(field, text));
            return;
        }
        for (String element : EscapedList.split(text)) {
            days.entry(origin, () -> days.put(origin, date, field, value(field, element)));
        }
    }

    /** Without the apostrophe that keeps spreadsheets from taking a text for a formula; no other value begins with one. */
    private static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static Object value(String field, String text) throws Skip {
        return switch (field) {
            case "flow" -> Values.word(Flow.class, text);
            case "temperatureCelsius", "weightKilograms" -> Values.number(text);
            case "temperatureTime" -> Values.time(text);
            case "temperatureExcluded" -> Values.truth(text);
            case "cervicalMucus" -> Values.word(CervicalMucus.class, text);
            case "cervixOpening" -> Values.word(CervixOpening.class, text);
            case "cervixFirmness" -> Values.word(CervixFirmness.class, text);
            case "cervixPosition" -> Values.word(CervixPosition.class, text);
            case "ovulationTest", "pregnancyTest" -> Values.word(TestResult.class, text);
            case "sleepMinutes", "waterMillilitres" -> whole(Values.number(text));
            case "tags", "medications", "note" -> Values.text(text);
            default -> text;
        };
    }

    private static Integer whole(BigDecimal number) throws Skip {
        try {
            return number.intValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw new Skip(SkipReason.OUT_OF_RANGE);
        }
    }
}
