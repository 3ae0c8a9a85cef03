package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.EachDateOnce;
import health.lunaria.cycle.day.LoggableDate;
import health.lunaria.cycle.day.LoggedDay;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Patch<@Valid @ConvertGroup(from = Default.class, to = LoggedDay.Undated.class) LoggedDay> day)
        implements EachDateOnce.Item {

    /** The new value of each touched field by its name; {@code null} where it is cleared. */
    Map<String, Object> fields() {
        Map<String, Object> logged =
                day.values() == null ? Map.of() : DayFields.of(day.values().toDay(date));
        Map<String, Object> fields = new LinkedHashMap<>();
        DayFields.NAMES.stream()
                .filter(field -> day.values() == null || day.touched().contains(field))
                .forEach(field -> fields.put(field, logged.get(field)));
        return fields;
    }

    @Override
    public String toString() {
        return "DayChange[redacted]";
    }
}
