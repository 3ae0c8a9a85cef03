package health.lunaria.cycle.imports.format;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.Map;

/**
 * One row of a CSV file.
 *
 * @param line of its first character, counted from 1
 * @param cells by the names of their columns; empty cells are left out
 */
@Confidential
record CsvRow(long line, Map<String, String> cells) {

    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** Empty if there is nothing. */
    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean isTrue(String column) {
        return get(column).equals("true");
    }

    @Override
    public String toString() {
        return "CsvRow[redacted]";
    }
}
