package health.lunaria.cycle.imports.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Minutes asleep by night. A night belongs to the day of waking up: what ends after 18:00 belongs to the next day's. Watch and
 * phone may both have recorded the same night; a minute counts once, whoever recorded it.
 */
final class SleepNights {

    private static final LocalTime TURN = LocalTime.of(18, 0);
    private static final int DAY = 24 * 60;

    /** Line of the first record, and a bit for each minute of the 48 hours before the evening's turn. */
    private record Night(long line, BitSet minutes) {}

    private final ImportLimits limits;
    private final Map<LocalDate, Night> nights = new TreeMap<>();

    SleepNights(ImportLimits limits) {
        this.limits = limits;
    }

    void add(Origin origin, AppleTime start, AppleTime end) throws Skip, ImportException {
        long minutes = end.minutesSince(start);
        if (minutes < 0 || minutes > DAY) {
            throw new Skip(SkipReason.OUT_OF_RANGE);
        }
        LocalDate date = end.clock().toLocalTime().isAfter(TURN) ? end.date().plusDays(1) : end.date();
        if (!limits.contains(date)) {
            throw new Skip(SkipReason.DATE_OUT_OF_RANGE);
        }
        if (!nights.containsKey(date) && nights.size() >= limits.days()) {
            throw ImportException.atLine(UnreadableReason.TOO_MUCH, origin.line());
        }
        LocalDateTime begin = date.atTime(TURN).minusDays(2);
        int to = (int) ChronoUnit.MINUTES.between(begin, end.clock().truncatedTo(ChronoUnit.MINUTES));
        nights.computeIfAbsent(date, night -> new Night(origin.line(), new BitSet()))
                .minutes()
                .set(to - (int) minutes, to);
    }

    void putInto(DayCollector days, String source) throws ImportException {
        for (Map.Entry<LocalDate, Night> night : nights.entrySet()) {
            Origin origin = new Origin(source, night.getValue().line());
            int minutes = night.getValue().minutes().cardinality();
            days.entry(origin, () -> days.put(origin, night.getKey(), "sleepMinutes", minutes));
        }
    }
}
