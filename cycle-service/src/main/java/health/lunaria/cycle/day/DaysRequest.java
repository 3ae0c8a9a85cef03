package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days to log, 1 to 400, each date once. */
@Confidential
record DaysRequest(
        @NotNull(message = "missing") @Size(min = 1, max = 400, message = "wrong-count") @EachDateOnce
        List<@NotNull(message = "missing") @Valid Item> days) {

    List<Day> toDays() {
        return days.stream().map(Item::toDay).toList();
    }

    /** One day. What is left out is not logged. */
    @Confidential
    @Schema(name = "LoggedDay")
    record Item(
            @NotNull(message = "missing") @LoggableDate LocalDate date,
            Flow flow,

            @DecimalMin(value = "30", message = "out-of-range")
            @DecimalMax(value = "45", message = "out-of-range")
            @Digits(integer = 2, fraction = 2, message = "too-precise")
            BigDecimal temperatureCelsius,

            @Size(max = 50, message = "too-many")
            List<
                            @NotNull(message = "missing")
                            @Pattern(regexp = "[a-z0-9][a-z0-9_-]{0,39}", message = "not-a-code") String>
                    symptoms,

            @Size(max = 2000, message = "too-long") String note) {

        Day toDay() {
            return new Day(date, flow, temperatureCelsius, symptoms, note == null ? null : Sensitive.of(note));
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "DaysRequest[redacted]";
    }
}
