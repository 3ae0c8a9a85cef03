package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rise of the basal body temperature that follows ovulation: three higher readings above six lower ones, by the rules of
 * the Arbeitsgruppe NFP ("Sensiplan"; <em>Natürlich und sicher</em>, TRIAS; as published at mein-zyklus.de/nfpregeln_4.html).
 *
 * <p>The rules speak of readings, not of days. A day without one, or with one that was disturbed, is therefore passed over
 * and the next reading takes its place, before the rise and within it.
 *
 * @param rule the rule that found it
 * @param coverline the highest of the six lower readings, in °C
 * @param lowerDays the days of the six readings before the first higher one
 * @param higherDays the days of the three or four readings that were counted, the first of which is the first higher one
 * @param passedOver the day of the reading that the second exception passed over; null with the other rules
 */
@Confidential
public record TemperatureRise(
        TemperatureRule rule,
        BigDecimal coverline,
        List<LocalDate> lowerDays,
        List<LocalDate> higherDays,
        LocalDate passedOver) {

    private static final int LOWER = 6;
    private static final int HIGHER_AT_MOST = 4;

    public TemperatureRise {
        lowerDays = List.copyOf(lowerDays);
        higherDays = List.copyOf(higherDays);
    }

    /**
     * The first rise of a cycle.
     *
     * @param days days of one cycle, by date
     */
    public static Optional<TemperatureRise> find(List<Day> days) {
        List<Reading> readings =
                days.stream().filter(Day::hasUsableTemperature).map(Reading::of).toList();
        return IntStream.range(LOWER, readings.size())
                .mapToObj(first -> beginningAt(first, readings))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The day of the first higher reading. */
    public LocalDate firstHigher() {
        return higherDays.get(0);
    }

    /** The day of the reading that completed the evaluation. */
    public LocalDate completedOn() {
        return higherDays.get(higherDays.size() - 1);
    }

    /** How many days before the first higher reading the last lower one was taken: 1 when no day lies between. */
    long daysSinceLower() {
        return ChronoUnit.DAYS.between(lowerDays.get(lowerDays.size() - 1), firstHigher());
    }

    private static Optional<TemperatureRise> beginningAt(int first, List<Reading> readings) {
        List<Reading> lower = readings.subList(first - LOWER, first);
        List<Reading> higher = readings.subList(first, Math.min(readings.size(), first + HIGHER_AT_MOST));
        int coverline = lower.stream().mapToInt(Reading::hundredths).max().orElseThrow();
        int[] above = higher.stream()
                .mapToInt(reading -> reading.hundredths() - coverline)
                .toArray();
        return Arrays.stream(TemperatureRule.values())
                .filter(rule -> above.length >= rule.readings() && rule.holds(above))
                .findFirst()
                .map(rule -> of(rule, coverline, lower, higher.subList(0, rule.readings())));
    }

    private static TemperatureRise of(TemperatureRule rule, int coverline, List<Reading> lower, List<Reading> looked) {
        return new TemperatureRise(
                rule,
                BigDecimal.valueOf(coverline, 2),
                dates(lower.stream()),
                dates(looked.stream().filter(reading -> reading.hundredths() > coverline)),
                looked.stream()
                        .filter(reading -> reading.hundredths() <= coverline)
                        .map(Reading::date)
                        .findFirst()
                        .orElse(null));
    }

    private static List<LocalDate> dates(Stream<Reading> readings) {
        return readings.map(Reading::date).toList();
    }

    @Override
    public String toString() {
        return "TemperatureRise[redacted]";
    }
}
