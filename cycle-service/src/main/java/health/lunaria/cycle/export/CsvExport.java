package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.safeguards.redaction.Sensitive;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row for each day, a column for each field, made for spreadsheets and for coming back. */
final class CsvExport implements ExportFormat {

    private static final String HEADER =
            Stream.concat(Stream.of("date"), DayFields.NAMES.stream()).collect(Collectors.joining(","));

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public String fileEnding() {
        return "csv";
    }

    @Override
    public void write(ExportData data, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(HEADER + '\n');
        for (Day day : data.days()) {
            writer.write(row(day) + '\n');
        }
        writer.flush();
    }

    private static String row(Day day) {
        Map<String, Object> values = DayFields.of(day);
        return Stream.concat(
                        Stream.of(day.date().toString()),
                        DayFields.NAMES.stream().map(name -> cell(values.get(name))))
                .collect(Collectors.joining(","));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> several) {
            return CsvCell.quoted(
                    CsvCell.texts(several.stream().map(PlainValue::of).toList()));
        }
        return value instanceof Sensitive<?>
                ? CsvCell.quoted(CsvCell.text(PlainValue.of(value)))
                : PlainValue.of(value);
    }
}
