package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * What a file says.
 *
 * @param format name of the {@link ImportFormat}
 * @param days each date once, in their order; every day is one that an app could have logged
 */
@Confidential
public record ImportedDays(String format, List<Day> days, ImportReport report) {

    public ImportedDays {
        days = List.copyOf(days);
    }

    @Override
    public String toString() {
        return "ImportedDays[redacted]";
    }
}
