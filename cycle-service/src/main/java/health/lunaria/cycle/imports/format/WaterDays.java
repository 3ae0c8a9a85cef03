package health.lunaria.cycle.imports.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What was drunk in a day, summed up. Whether two apps recorded the same glass cannot be told. */
final class WaterDays {

    /** Line of the first record. */
    private record Drunk(long line, BigDecimal millilitres) {}

    private final ImportLimits limits;
    private final Map<LocalDate, Drunk> days = new TreeMap<>();

    WaterDays(ImportLimits limits) {
        this.limits = limits;
    }

    void add(Origin origin, LocalDate date, BigDecimal millilitres) throws Skip, ImportException {
        if (!limits.contains(date)) {
            throw new Skip(SkipReason.DATE_OUT_OF_RANGE);
        }
        if (millilitres.signum() < 0) {
            throw new Skip(SkipReason.OUT_OF_RANGE);
        }
        if (!days.containsKey(date) && days.size() >= limits.days()) {
            throw ImportException.atLine(UnreadableReason.TOO_MUCH, origin.line());
        }
        days.merge(
                date,
                new Drunk(origin.line(), millilitres),
                (before, more) -> new Drunk(before.line(), before.millilitres().add(more.millilitres())));
    }

    void putInto(DayCollector collector, String source) throws ImportException {
        for (Map.Entry<LocalDate, Drunk> day : days.entrySet()) {
            Origin origin = new Origin(source, day.getValue().line());
            collector.entry(
                    origin,
                    () -> collector.put(
                            origin,
                            day.getKey(),
                            "waterMillilitres",
                            rounded(day.getValue().millilitres())));
        }
    }

    private static Integer rounded(BigDecimal millilitres) throws Skip {
        try {
            return millilitres.setScale(0, RoundingMode.HALF_UP).intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new Skip(SkipReason.OUT_OF_RANGE);
        }
    }
}
