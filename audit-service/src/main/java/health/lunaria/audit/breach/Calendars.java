package health.lunaria.audit.breach;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * Zones and holidays of the regimes. A holiday that is not configured counts as a working day, so the limit ends early
 * rather than late.
 */
final class Calendars {

    private static final int MOST_DAYS = 2_000;

    private final Map<Regime, ZoneId> zones;
    private final Map<Regime, Set<LocalDate>> holidays;

    Calendars(Map<Regime, ZoneId> zones, Map<Regime, Set<LocalDate>> holidays) {
        this.zones = Map.copyOf(zones);
        this.holidays = Map.copyOf(holidays);
    }

    static Calendars standard() {
        return new Calendars(Map.of(), Map.of());
    }

    ZoneId zone(Regime regime) {
        return zones.getOrDefault(regime, ZoneId.of(regime.zone()));
    }

    /** The n-th business day after this day. */
    LocalDate businessDayAfter(Regime regime, LocalDate start, int days) {
        LocalDate date = start;
        int left = days;
        for (int i = 0; left > 0; i++) {
            if (i > MOST_DAYS) {
                throw new IllegalStateException("Nearly every day is a holiday");
            }
            date = date.plusDays(1);
            left -= isBusinessDay(regime, date) ? 1 : 0;
        }
        return date;
    }

    private boolean isBusinessDay(Regime regime, LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.getOrDefault(regime, Set.of()).contains(date);
    }
}
