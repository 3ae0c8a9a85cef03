package health.lunaria.safeguards.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Days as a law counts them: in its zone, with its holidays. A holiday that is not configured counts as a working day, so
 * a limit in business days ends early rather than late. Immutable.
 *
 * @param holidays days that are no working days, besides Saturdays and Sundays
 */
public record WorkingCalendar(ZoneId zone, Set<LocalDate> holidays) {

    private static final int MOST_DAYS = 2_000;

    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
    }

    public LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /** The n-th business day after this day. */
    public LocalDate businessDayAfter(LocalDate start, int days) {
        LocalDate date = start;
        int left = days;
        for (int i = 0; left > 0; i++) {
            if (i > MOST_DAYS) {
                throw new IllegalStateException("Nearly every day is a holiday");
            }
            date = date.plusDays(1);
            left -= isBusinessDay(date) ? 1 : 0;
        }
        return date;
    }

    public boolean isBusinessDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(date);
    }

    /** Of a day that may have 23 or 25 hours, and may begin at another time than midnight. */
    public Instant lastSecond(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    /** @param due the last second that is still in time */
    public static boolean isLate(Instant due, Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).isAfter(due);
    }
}
