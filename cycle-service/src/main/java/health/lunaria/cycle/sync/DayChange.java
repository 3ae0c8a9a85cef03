package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.EachDateOnce;
import health.lunaria.cycle.day.LoggableDate;
import health.lunaria.cycle.day.LoggedDay;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One day as a device changed it. */
@Confidential
record DayChange(
        @NotNull(message = "missing") @LoggableDate LocalDate date,

        @Schema(description = "The revision of the day that the device changed; 0 if it knew of none")
        @NotNull(message = "missing")
        @Min(value = 0, message = "out-of-range")
        Long baseRevision,

        @Schema(
                description =
                        "A merge patch: what is left out was not touched, null clears a field; null for the day clears"
                                + " all of it. Without a date.",
                implementation = LoggedDay.class,
                nullable = true)
        @NotNull(message = "missing")
        @Valid
        DayPatch day)
        implements EachDateOnce.Item {

    @Override
    public String toString() {
        return "DayChange[redacted]";
    }
}
