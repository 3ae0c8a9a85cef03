package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.cycle.prediction.PredictionAnswer;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is taken away.
 *
 * @param days the logged days from {@code from} to {@code to}, by date
 * @param history all cycles, also those outside of the range: a cycle cut at its edge would have a wrong length
 * @param from first day of the range
 * @param to last day of the range
 * @param language of the words in a report; formats for machines do not depend on it
 * @param made when the export was asked for, to the second
 * @param includeNotes whether what she wrote in her own words (notes, tags, medications) goes into the formats that are
 *     made to be handed on ({@code fhir}, {@code pdf}); {@code json} and {@code csv} are her own copy and always have it
 */
@Confidential
public record ExportData(
        List<Day> days,
        CycleHistory history,
        PredictionAnswer prediction,
        LocalDate from,
        LocalDate to,
        Locale language,
        Instant made,
        boolean includeNotes) {

    public ExportData {
        days = List.copyOf(days);
        made = made.truncatedTo(ChronoUnit.SECONDS);
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(prediction, "prediction");
        Objects.requireNonNull(language, "language");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a range ends on or after the day on which it begins");
        }
    }

    /** The cycles that began within the range, oldest first. */
    List<Cycle> cycles() {
        return history.cycles().stream()
                .filter(cycle -> !cycle.start().isBefore(from) && !cycle.start().isAfter(to))
                .toList();
    }

    @Override
    public String toString() {
        return "ExportData[redacted]";
    }
}
