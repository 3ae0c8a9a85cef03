package health.lunaria.cycle.export;

import health.lunaria.cycle.day.OrderedRange;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to take away, and in which form. */
@Confidential
@OrderedRange(maxDays = Integer.MAX_VALUE)
record ExportRequest(
        @Schema(enumeration = {"json", "csv", "fhir", "pdf"})
        @NotNull(message = "missing")
        @Pattern(regexp = "json|csv|fhir|pdf", message = "unknown-format")
        String format,

        @Schema(description = "First date; left out for the first that is logged")
        LocalDate from,

        @Schema(description = "Last date; left out for the last that is logged")
        LocalDate to,

        @Schema(description = "Of the words in a report, e.g. de; English where there is no better")
        @Pattern(regexp = "[a-z]{2}", message = "not-a-language")
        String language,

        @Schema(
                description =
                        "Whether notes, tags and medications go into fhir and pdf, which are made to be handed on; json"
                                + " and csv always have them")
        Boolean includeNotes)
        implements OrderedRange.Range {

    ExportInput toInput(Instant made) {
        String words = language == null ? "en" : language;
        return new ExportInput(format, from, to, words, Boolean.TRUE.equals(includeNotes), made);
    }

    @Override
    public String toString() {
        return "ExportRequest[redacted]";
    }
}
