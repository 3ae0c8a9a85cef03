package health.lunaria.profile.request;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Computes the dates of a request. Where several regimes apply, the earliest date wins. */
final class Deadlines {

    private final Map<Regime, ZoneId> zones;
    private final Map<Regime, Set<LocalDate>> holidays;

    Deadlines(Map<Regime, ZoneId> zones, Map<Regime, Set<LocalDate>> holidays) {
        this.zones = Map.copyOf(zones);
        this.holidays = Map.copyOf(holidays);
    }

    /** @param regimes at least one */
    Dates of(Kind kind, Collection<Regime> regimes, Instant received, List<Pause> pauses) {
        long stopped = pauses.stream().mapToLong(Pause::wholeDays).sum();
        Instant confirmBy = earliest(
                regimes,
                regime -> Terms.of(regime, kind)
                        .confirmed()
                        .map(span -> end(regime, span, received, 0))
                        .orElse(null));
        Instant answerBy = earliest(regimes, regime -> {
            Term term = Terms.of(regime, kind);
            return end(regime, term.answer(), received, term.stopsForIdentity() ? stopped : 0);
        });
        Instant extendedBy = earliest(regimes, regime -> {
            Term term = Terms.of(regime, kind);
            return end(regime, term.extendedOrAnswer(), received, term.stopsForIdentity() ? stopped : 0);
        });
        return new Dates(confirmBy, answerBy, extendedBy);
    }

    private static Instant earliest(Collection<Regime> regimes, Function<Regime, Instant> date) {
        return regimes.stream()
                .map(date)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Instant end(Regime regime, Span span, Instant received, long stopped) {
        WorkingCalendar calendar = calendar(regime);
        return calendar.lastSecond(span.after(calendar.date(received), stopped, calendar));
    }

    private WorkingCalendar calendar(Regime regime) {
        ZoneId zone = zones.getOrDefault(regime, ZoneId.of(regime.zone()));
        return new WorkingCalendar(zone, holidays.getOrDefault(regime, Set.of()));
    }
}
