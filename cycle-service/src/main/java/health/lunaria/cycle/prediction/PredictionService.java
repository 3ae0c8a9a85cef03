package health.lunaria.cycle.prediction;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayService;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.mode.ModeService;
import health.lunaria.cycle.mode.Phases;
import health.lunaria.cycle.sign.SignHistory;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Predicts from a person's logged days. Made at start-up, so that no request waits for the model's tables. */
@Startup
@ApplicationScoped
class PredictionService {

    private final DayService days;
    private final ModeService modes;

    PredictionService(DayService days, ModeService modes) {
        this.days = days;
        this.modes = modes;
        PredictionModel.prepare();
    }

    @WithTransaction
    Uni<PredictionAnswer> predict(Subject subject, SubjectKey key) {
        return modes.phases(key)
                .chain(phases -> days.findAll(subject, key, "cycle.prediction.read")
                        .map(logged -> predict(logged, phases, LocalDate.now(ZoneOffset.UTC))));
    }

    /** Her last logged day may be ahead of UTC; a day without an entry may still bring a period. */
    static PredictionAnswer predict(List<Day> logged, Phases phases, LocalDate todayByUtc) {
        LocalDate yesterday = todayByUtc.minusDays(1);
        LocalDate noPeriodThrough = logged.isEmpty()
                ? yesterday
                : latest(yesterday, logged.get(logged.size() - 1).date());
        CycleHistory history = CycleService.derive(logged);
        return PredictionAnswer.of(
                PredictionModel.CURRENT,
                PredictionInputs.of(
                        history, cycles -> SignHistory.of(cycles, logged).ovulations(), phases, noPeriodThrough));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
