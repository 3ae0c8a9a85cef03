package health.lunaria.profile.request;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.LocalDate;

/** Time that a law gives, from the day of an event to the end of its last day. */
record Span(int amount, Unit unit) {

    Span {
        if (amount < 1) {
            throw new IllegalArgumentException("A span is 1 or more");
        }
    }

    enum Unit {
        /**
         * To the day of the same number, or the last one of a shorter month, and on to a working day: Regulation (EEC,
         * Euratom) 1182/71, article 3(1), 3(2)(c) and 3(4).
         */
        MONTHS,
        /** A last day that is no working day moves nothing: where a law leaves it open, this ends first. */
        CALENDAR_DAYS,
        BUSINESS_DAYS
    }

    static Span months(int amount) {
        return new Span(amount, Unit.MONTHS);
    }

    static Span days(int amount) {
        return new Span(amount, Unit.CALENDAR_DAYS);
    }

    static Span businessDays(int amount) {
        return new Span(amount, Unit.BUSINESS_DAYS);
    }

    /**
     * The last day.
     *
     * @param stopped whole days in which the time did not run
     */
    LocalDate after(LocalDate day, long stopped, WorkingCalendar calendar) {
        return switch (unit) {
            case MONTHS -> workingDay(day.plusMonths(amount).plusDays(stopped), calendar);
            case CALENDAR_DAYS -> day.plusDays(amount + stopped);
            case BUSINESS_DAYS -> calendar.businessDayAfter(day, amount).plusDays(stopped);
        };
    }

    private static LocalDate workingDay(LocalDate day, WorkingCalendar calendar) {
        return calendar.isBusinessDay(day) ? day : calendar.businessDayAfter(day, 1);
    }
}
