package health.lunaria.audit.evidence;

import java.util.regex.Pattern;

/** A table in CSV (RFC 4180) whose values need no quotes and are formulas in no spreadsheet; what is neither fails. */
final class Csv {

    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9_.:/ -]*)?");

    private final StringBuilder text = new StringBuilder();

    /** @param values {@code null} for an empty one */
    Csv row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(plain(values[i]));
        }
        text.append("\r\n");
        return this;
    }

    EvidenceFile file(String name) {
        return EvidenceFile.of(name, text.toString());
    }

    private static String plain(Object value) {
        String plain = value == null ? "" : String.valueOf(value);
        if (!PLAIN.matcher(plain).matches()) {
            throw new IllegalStateException("A value of the table is not plain");
        }
        return plain;
    }
}
