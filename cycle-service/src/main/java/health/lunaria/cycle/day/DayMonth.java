package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The logged days of one month, by date: what is sealed as one record. */
@Confidential
record DayMonth(List<Day> days) {

    static final DayMonth EMPTY = new DayMonth(List.of());

    DayMonth {
        days = days == null ? List.of() : List.copyOf(days);
    }

    /** The month with these days put in the place of those of the same date. */
    DayMonth with(Collection<Day> changed) {
        TreeMap<LocalDate, Day> byDate = new TreeMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        changed.forEach(day -> byDate.put(day.date(), day));
        return new DayMonth(List.copyOf(byDate.values()));
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
