package health.lunaria.cycle.breakglass;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.StoredDay;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * Days of a user, read by way of an exception.
 *
 * @param receipt place in the transparency log of the event that tells of it
 */
@Confidential
record BreakGlassDaysResponse(long receipt, List<StoredDay> days) {

    static BreakGlassDaysResponse of(Receipt receipt, List<Day> days) {
        return new BreakGlassDaysResponse(
                receipt.logIndex(), days.stream().map(StoredDay::from).toList());
    }

    @Override
    public String toString() {
        return "BreakGlassDaysResponse[redacted]";
    }
}
