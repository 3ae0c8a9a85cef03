package health.lunaria.cycle.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The corrections as they are stored, in the order in which they were sent. */
@Confidential
public record CorrectionsResponse(List<Item> corrections) {

    public static CorrectionsResponse from(Corrections corrections) {
        return new CorrectionsResponse(
                corrections.items().stream().map(Item::from).toList());
    }

    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StoredCorrection")
    public record Item(LocalDate date, CorrectionKind kind, ExclusionReason reason) {

        static Item from(Correction correction) {
            return new Item(correction.date(), correction.kind(), correction.reason());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "CorrectionsResponse[redacted]";
    }
}
