package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file (RFC 4180) with a header, separated by commas, semicolons or tabs. Columns that are called the same,
 * or rows with more cells than there are columns, are refused.
 */
final class CsvRows {

    static final int MAX_COLUMNS = 200;
    static final int MAX_CELL = 64 * 1024;

    /** How an app quotes. */
    enum Quoting {
        RFC_4180,
        /** Quotes within a text are doubled, but the text does not always stand in quotes itself. */
        CARELESS
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reading {
        void read(CsvRow row) throws ImportException;
    }

    private CsvRows() {}

    static void read(InputStream content, ImportLimits limits, Quoting quoting, Reading reading)
            throws ImportException {
        String text = CsvText.read(content, limits.csvBytes());
        try (CSVParser parser = format(text, quoting).parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> columns = columns(records);
            long line = parser.getCurrentLineNumber() + 1;
            while (hasNext(records, line)) {
                CSVRecord record = records.next();
                if (!isBlank(record)) {
                    reading.read(row(record, columns, line));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException impossible) {
            throw ImportException.of(UnreadableReason.NOT_CSV);
        }
    }

    /** The columns of a file that begins like this, as good as they can be seen. */
    static List<String> columns(byte[] head) {
        String line = Head.ascii(head).lines().findFirst().orElse("");
        String separator = String.valueOf(separator(line));
        return List.of(line.split(separator, MAX_COLUMNS)).stream()
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1)
                        : cell)
                .toList();
    }

    private static CSVFormat format(String text, Quoting quoting) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(
                        text.lines().filter(line -> !line.isEmpty()).findFirst().orElse("")))
                .setIgnoreEmptyLines(false)
                .setTrailingData(quoting == Quoting.CARELESS)
                .get();
    }

    /** No name of a column has one of them. */
    private static char separator(String header) {
        for (char separator : new char[] {',', ';', '\t'}) {
            if (header.indexOf(separator) >= 0) {
                return separator;
            }
        }
        return ',';
    }

    /** The parser would pass over blank lines as well, but no longer know then at which line a row begins. */
    private static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    private static List<String> columns(Iterator<CSVRecord> records) throws ImportException {
        CSVRecord header;
        do {
            if (!hasNext(records, 1)) {
                throw ImportException.of(UnreadableReason.EMPTY);
            }
            header = records.next();
        } while (isBlank(header));
        List<String> columns = List.of(header.values());
        if (columns.size() > MAX_COLUMNS) {
            throw ImportException.atLine(UnreadableReason.TOO_MUCH, 1);
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw ImportException.atLine(UnreadableReason.DUPLICATE_NAME, 1);
        }
        return columns;
    }

    private static boolean hasNext(Iterator<CSVRecord> records, long line) throws ImportException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException notCsv) {
            throw ImportException.atLine(UnreadableReason.NOT_CSV, line);
        }
    }

    /** Counts the cells of columns that a format does not know. */
    static void skipUnknown(CsvRow row, Set<String> known, DayCollector days) {
        for (String column : row.cells().keySet()) {
            if (!known.contains(column)) {
                days.skip(new Origin(ImportReport.UNKNOWN, row.line()), SkipReason.UNKNOWN_FIELD);
            }
        }
    }

    private static CsvRow row(CSVRecord record, List<String> columns, long line) throws ImportException {
        if (record.size() > columns.size()) {
            throw ImportException.atLine(UnreadableReason.NOT_CSV, line);
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String cell = record.get(i);
            if (cell.length() > MAX_CELL) {
                throw ImportException.atLine(UnreadableReason.TOO_LONG, line);
            }
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new CsvRow(line, cells);
    }
}
