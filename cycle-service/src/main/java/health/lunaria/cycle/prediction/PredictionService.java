package health.lunaria.cycle.prediction;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Predicts from a person's logged days. Made at start-up, so that no request waits for the model's tables. */
@Startup
@ApplicationScoped
class PredictionService {

    private final CycleService cycles;
    private final CyclePredictor predictor = new CyclePredictor(CycleLengthModel.shipped());

    PredictionService(CycleService cycles) {
        this.cycles = cycles;
    }

    Uni<PredictionOutcome> predict(Subject subject, SubjectKey key) {
        return cycles.history(subject, key, "cycle.prediction.read")
                .map(history -> predict(history, LocalDate.now(ZoneOffset.UTC)));
    }

    /**
     * Her last logged day, or the period that she says began, may be ahead of UTC; a day without an entry may still bring
     * a period.
     */
    PredictionOutcome predict(LoggedHistory history, LocalDate todayByUtc) {
        Stream<LocalDate> logged = history.days().stream().map(Day::date);
        Stream<LocalDate> began = history.cycles().running().map(Cycle::start).stream();
        LocalDate noPeriodThrough = Stream.of(Stream.of(todayByUtc.minusDays(1)), logged, began)
                .flatMap(dates -> dates)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return predictor.predict(history.cycles(), noPeriodThrough, List.of());
    }
}
