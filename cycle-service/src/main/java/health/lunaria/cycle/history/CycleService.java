package health.lunaria.cycle.history;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayService;
import health.lunaria.cycle.day.Flow;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Derives a person's cycles from her logged days. */
@ApplicationScoped
public class CycleService {

    private static final Set<Flow> PERIOD_FLOWS = EnumSet.of(Flow.LIGHT, Flow.MEDIUM, Flow.HEAVY);

    private final DayService days;

    CycleService(DayService days) {
        this.days = days;
    }

    Uni<CycleHistory> read(Subject subject, SubjectKey key) {
        return days.findAll(subject, key, "cycle.cycles.read").map(CycleService::derive);
    }

    public static CycleHistory derive(List<Day> days) {
        return CycleHistory.derive(days.stream()
                .filter(day -> day.flow() != null && PERIOD_FLOWS.contains(day.flow()))
                .map(Day::date)
                .toList());
    }
}
