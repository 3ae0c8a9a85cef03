package health.lunaria.cycle.chart;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayService;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.sign.SignHistory;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Draws charts from a person's logged days, which are read once. */
@ApplicationScoped
class ChartService {

    private final DayService days;

    ChartService(DayService days) {
        this.days = days;
    }

    /** @return empty if there is no such cycle */
    Uni<Optional<Chart>> read(Subject subject, SubjectKey key, int cyclesAgo) {
        return days.findAll(subject, key, "cycle.chart.read").map(logged -> chart(logged, cyclesAgo));
    }

    private static Optional<Chart> chart(List<Day> logged, int cyclesAgo) {
        return Chart.of(SignHistory.of(CycleService.derive(logged), logged), cyclesAgo);
    }
}
