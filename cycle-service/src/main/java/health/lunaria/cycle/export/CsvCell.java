package health.lunaria.cycle.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a cell of the CSV export is written. {@code docs/export.md} has the rules and how to read them back; the importer of
 * this format relies on them.
 */
final class CsvCell {

    /** A spreadsheet takes a cell that begins with one of them for a formula (OWASP, "CSV Injection"). */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final char GUARD = '\'';

    private CsvCell() {}

    /** A text that no spreadsheet runs: a leading apostrophe goes before what begins like a formula or with an apostrophe. */
    static String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        return first == GUARD || FORMULA_STARTS.indexOf(first) >= 0 ? GUARD + text : text;
    }

    /** Several texts in one cell. */
    static String texts(List<String> texts) {
        return text(texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|")));
    }

    /** RFC 4180: what holds a separator is put in quotes, in which a quote is doubled. */
    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
