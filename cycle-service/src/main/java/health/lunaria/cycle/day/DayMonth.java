package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The days of one month: what is sealed as one record.
 *
 * @param days the logged ones, by date
 * @param history of these, and of days from which everything was deleted
 */
@Confidential
record DayMonth(List<Day> days, Map<LocalDate, DayHistory> history) {

    /** How long a deleted day is remembered: longer than a {@code cycle/sync} token works, so that every device hears of it. */
    static final int DELETED_REMEMBERED_DAYS = 100;

    static final DayMonth EMPTY = new DayMonth(List.of(), Map.of());

    DayMonth {
        days = days == null ? List.of() : List.copyOf(days);
        history = history == null ? Map.of() : Map.copyOf(history);
    }

    /** The month's entries by date, deleted days included. */
    TreeMap<LocalDate, DayEntry> entries(long revisionOfMonth) {
        TreeMap<LocalDate, DayEntry> entries = new TreeMap<>();
        history.forEach((date, past) -> entries.put(date, new DayEntry(Day.empty(date), past)));
        for (Day day : days) {
            DayHistory past = history.get(day.date());
            entries.put(day.date(), new DayEntry(day, past == null ? DayHistory.assumed(day, revisionOfMonth) : past));
        }
        return entries;
    }

    /** The month with these entries, without what has been deleted for long. */
    static DayMonth of(Collection<DayEntry> entries) {
        LocalDate forgotten = LocalDate.now(ZoneOffset.UTC).minusDays(DELETED_REMEMBERED_DAYS);
        TreeMap<LocalDate, DayHistory> history = new TreeMap<>();
        entries.stream()
                .filter(entry ->
                        !entry.isEmpty() || !entry.history().emptiedOn().isBefore(forgotten))
                .forEach(entry -> history.put(entry.date(), entry.history()));
        return new DayMonth(
                sorted(entries)
                        .filter(entry -> !entry.isEmpty())
                        .map(DayEntry::day)
                        .toList(),
                history);
    }

    private static Stream<DayEntry> sorted(Collection<DayEntry> entries) {
        TreeMap<LocalDate, DayEntry> byDate = new TreeMap<>();
        entries.forEach(entry -> byDate.put(entry.date(), entry));
        return byDate.values().stream();
    }

    /** What the locator of a month's row is made from. */
    static String label(YearMonth month) {
        return month.toString();
    }

    @Override
    public String toString() {
        return "DayMonth[redacted]";
    }
}
