package health.lunaria.cycle.history;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayService;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Derives a person's cycles from her logged days. */
@ApplicationScoped
public class CycleService {

    private final DayService days;

    CycleService(DayService days) {
        this.days = days;
    }

    Uni<CycleHistory> read(Subject subject, SubjectKey key) {
        return days.findAll(subject, key, "cycle.cycles.read").map(CycleService::derive);
    }

    public static CycleHistory derive(List<Day> days) {
        return CycleHistory.derive(days.stream()
                .filter(Day::hasPeriodFlow)
                .map(Day::date)
                .toList());
    }
}
