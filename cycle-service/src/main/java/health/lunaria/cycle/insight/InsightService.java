package health.lunaria.cycle.insight;

import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.sign.SignHistory;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes insights from what a person logged. */
@ApplicationScoped
class InsightService {

    private final CycleService cycles;

    InsightService(CycleService cycles) {
        this.cycles = cycles;
    }

    Uni<Insights> read(Subject subject, SubjectKey key) {
        return cycles.history(subject, key, "cycle.insights.read").map(InsightService::insights);
    }

    private static Insights insights(LoggedHistory history) {
        return Insights.of(
                history, SignHistory.of(history.cycles(), history.days()).ovulations());
    }
}
