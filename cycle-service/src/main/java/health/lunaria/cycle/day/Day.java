package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What was logged for one calendar day of the user, in clear.
 *
 * @param date her calendar date, whatever her time zone
 * @param flow {@code null} if not logged, which is not the same as {@link Flow#NONE}
 * @param temperatureCelsius basal body temperature in °C, 30.00 to 45.00; {@code null} if not logged
 * @param symptoms codes; empty if none was logged
 * @param note {@code null} if there is none
 */
@Confidential
public record Day(
        LocalDate date, Flow flow, BigDecimal temperatureCelsius, List<String> symptoms, Sensitive<String> note) {

    public Day {
        Objects.requireNonNull(date, "date");
        symptoms = symptoms == null ? List.of() : List.copyOf(symptoms);
    }

    @Override
    public String toString() {
        return "Day[redacted]";
    }
}
