package health.lunaria.cycle.chart;

import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.sign.SignHistory;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Draws charts from what a person logged and corrected, which is read once. */
@ApplicationScoped
class ChartService {

    private final CycleService cycles;

    ChartService(CycleService cycles) {
        this.cycles = cycles;
    }

    /** @return empty if there is no such cycle */
    Uni<Optional<Chart>> read(Subject subject, SubjectKey key, int cyclesAgo) {
        return cycles.history(subject, key, "cycle.chart.read")
                .map(history -> Chart.of(SignHistory.of(history.cycles(), history.days()), cyclesAgo));
    }
}
