package health.lunaria.cycle.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.cycle.imports.format.ImportReport;
import health.lunaria.safeguards.redaction.Confidential;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import left: what was read and what became of it, or where the file is broken. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportResult")
record ImportResult(
        @Schema(description = "The format that was recognised")
        String format,

        @Schema(description = "What became of the fields that were read")
        ImportCounts fields,

        @Schema(description = "What the file held: what was mapped, what was skipped and why")
        ImportReport read,

        @Schema(description = "The line at which the file is broken")
        Long brokenLine) {

    static ImportResult of(ImportCheckpoint complete) {
        return new ImportResult(complete.format(), complete.counts(), complete.report(), null);
    }

    static ImportResult brokenAt(long line) {
        return new ImportResult(null, null, null, line > 0 ? line : null);
    }

    @Override
    public String toString() {
        return "ImportResult[redacted]";
    }
}
