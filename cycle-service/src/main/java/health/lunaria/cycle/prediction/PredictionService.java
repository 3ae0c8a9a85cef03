package health.lunaria.cycle.prediction;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayService;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Predicts from a person's logged days. Made at start-up, so that no request waits for the model's tables. */
@Startup
@ApplicationScoped
public class PredictionService {

    private final DayService days;
    private final CyclePredictor predictor = new CyclePredictor(CycleLengthModel.shipped());

    PredictionService(DayService days) {
        this.days = days;
    }

    Uni<PredictionOutcome> predict(Subject subject, SubjectKey key) {
        return predict(subject, key, Actor.self(), "cycle.prediction.read");
    }

    /**
     * Predicts for a purpose, as of today.
     *
     * @param action what to record, e.g. {@code cycle.prediction.read}
     */
    public Uni<PredictionOutcome> predict(Subject subject, SubjectKey key, Actor actor, String action) {
        return days.findAll(subject, key, actor, action).map(logged -> predict(logged, LocalDate.now(ZoneOffset.UTC)));
    }

    /** Her last logged day may be ahead of UTC; a day without an entry may still bring a period. */
    PredictionOutcome predict(List<Day> logged, LocalDate todayByUtc) {
        LocalDate yesterday = todayByUtc.minusDays(1);
        LocalDate noPeriodThrough = logged.isEmpty()
                ? yesterday
                : latest(yesterday, logged.get(logged.size() - 1).date());
        return predictor.predict(CycleService.derive(logged), noPeriodThrough, List.of());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
