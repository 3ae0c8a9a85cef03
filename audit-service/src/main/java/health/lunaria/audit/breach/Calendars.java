package health.lunaria.audit.breach;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** The calendar of each regime: that of its usual authority, unless another zone or holidays are configured. */
final class Calendars {

    private final Map<Regime, ZoneId> zones;
    private final Map<Regime, Set<LocalDate>> holidays;

    Calendars(Map<Regime, ZoneId> zones, Map<Regime, Set<LocalDate>> holidays) {
        this.zones = Map.copyOf(zones);
        this.holidays = Map.copyOf(holidays);
    }

    static Calendars standard() {
        return new Calendars(Map.of(), Map.of());
    }

    WorkingCalendar of(Regime regime) {
        ZoneId zone = zones.getOrDefault(regime, ZoneId.of(regime.zone()));
        return new WorkingCalendar(zone, holidays.getOrDefault(regime, Set.of()));
    }
}
