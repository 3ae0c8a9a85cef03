package health.lunaria.cycle.export;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an export task has to do.
 *
 * @param from {@code null} for the first date that is logged, as {@code to} for the last
 * @param language ISO 639-1
 * @param made when it was asked for
 */
@Confidential
record ExportInput(String format, LocalDate from, LocalDate to, String language, boolean includeNotes, Instant made) {

    /** Every day, with her own words. */
    static ExportInput everything(Instant made) {
        return new ExportInput("json", null, null, "en", true, made);
    }

    @Override
    public String toString() {
        return "ExportInput[redacted]";
    }
}
