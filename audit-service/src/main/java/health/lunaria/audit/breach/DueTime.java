package health.lunaria.audit.breach;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Computes the last second that is still in time. */
final class DueTime {

    private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

    private final Calendars calendars;

    DueTime(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * @param personsToldAt when the persons of the same regime were told, if they were
     * @return empty while the limit has not begun to run
     */
    Optional<Instant> of(ClockRule rule, Instant awareAt, Optional<Instant> personsToldAt) {
        return switch (rule.limit().from()) {
            case AWARENESS -> Optional.of(end(rule, awareAt));
            case PERSONS_TOLD -> personsToldAt.map(told -> end(rule, told));
            case YEAR_END -> Optional.of(endOf(rule, endOfYear(rule, awareAt)));
            case AWARENESS_OR_WITH_PERSONS -> Optional.of(earlier(rule, end(rule, awareAt), personsToldAt));
        };
    }

    /** Contemporaneous is taken for: on the same day. */
    private Instant earlier(ClockRule rule, Instant own, Optional<Instant> personsToldAt) {
        return personsToldAt
                .map(told -> calendar(rule).lastSecond(date(rule, told)))
                .filter(same -> same.isBefore(own))
                .orElse(own);
    }

    private Instant end(ClockRule rule, Instant start) {
        Limit limit = rule.limit();
        return limit.unit() == Limit.Unit.HOURS
                ? start.truncatedTo(ChronoUnit.SECONDS).plus(limit.amount(), ChronoUnit.HOURS)
                : endOf(rule, date(rule, start));
    }

    private Instant endOf(ClockRule rule, LocalDate start) {
        Limit limit = rule.limit();
        LocalDate last = limit.unit() == Limit.Unit.BUSINESS_DAYS
                ? calendar(rule).businessDayAfter(start, limit.amount())
                : start.plusDays(limit.amount() - (limit.firstDay() ? 1L : 0L));
        return calendar(rule).lastSecond(last);
    }

    private LocalDate endOfYear(ClockRule rule, Instant awareAt) {
        return date(rule, awareAt).with(LAST_OF_YEAR);
    }

    private LocalDate date(ClockRule rule, Instant time) {
        return calendar(rule).date(time);
    }

    private WorkingCalendar calendar(ClockRule rule) {
        return calendars.of(rule.regime());
    }
}
