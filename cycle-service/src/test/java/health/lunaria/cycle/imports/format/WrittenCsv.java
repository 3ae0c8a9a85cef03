package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes days by the rules of {@code docs/import.md}, from their text and not from any exporter's code. */
final class WrittenCsv {

    private WrittenCsv() {}

    static String of(List<Day> days) {
        StringBuilder file = new StringBuilder("date," + String.join(",", DayFields.NAMES) + "\n");
        for (Day day : days) {
            Map<String, Object> fields = DayFields.of(day);
            file.append(day.date());
            DayFields.NAMES.forEach(name -> file.append(',').append(cell(fields.get(name))));
            file.append('\n');
        }
        return file.toString();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return quoted(guarded(list.stream()
                    .map(element -> plain(element).replace("\\", "\\\\").replace("|", "\\|"))
                    .collect(Collectors.joining("|"))));
        }
        return value instanceof Sensitive<?> ? quoted(guarded(plain(value))) : plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof Sensitive<?> sensitive) {
            return (String) sensitive.disclose();
        }
        if (value instanceof Enum<?> word) {
            return Values.word(word);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String guarded(String text) {
        return "=+-@\t\r'".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
