package health.lunaria.cycle.imports;

import health.lunaria.cycle.imports.format.ImportReport;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;

/**
 * How far an import came.
 *
 * @param through the last date that was imported; {@code null} for none
 * @param format name of the format, and {@code report} what was read; both {@code null} before the last day
 */
@Confidential
record ImportCheckpoint(LocalDate through, ImportCounts counts, String format, ImportReport report) {

    static final ImportCheckpoint START = new ImportCheckpoint(null, ImportCounts.NONE, null, null);

    ImportCheckpoint after(LocalDate date, ImportCounts more) {
        return new ImportCheckpoint(date, counts.plus(more), null, null);
    }

    ImportCheckpoint complete(String readFormat, ImportReport read) {
        return new ImportCheckpoint(through, counts, readFormat, read);
    }

    boolean isComplete() {
        return format != null;
    }

    boolean isBefore(LocalDate date) {
        return through == null || date.isAfter(through);
    }

    @Override
    public String toString() {
        return "ImportCheckpoint[redacted]";
    }
}
