package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.EachDateOnce;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a device changed since it last synchronised, and where that was. */
@Confidential
record SyncRequest(
        @Schema(description = "The token of the answer before; left out at the first time")
        @Size(max = 500, message = "too-long")
        String since,

        @Schema(description = "Up to 400 days, each date once") @Size(max = 400, message = "too-many") @EachDateOnce
        List<@NotNull(message = "missing") @Valid DayChange> changes) {

    SyncRequest {
        changes = changes == null ? List.of() : changes;
    }

    @Override
    public String toString() {
        return "SyncRequest[redacted]";
    }
}
