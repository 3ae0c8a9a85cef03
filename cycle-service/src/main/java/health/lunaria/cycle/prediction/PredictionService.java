package health.lunaria.cycle.prediction;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleService;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.mode.ModeService;
import health.lunaria.cycle.mode.Phases;
import health.lunaria.cycle.sign.SignHistory;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

/** Predicts from what a person logged and corrected. Made at start-up, so that no request waits for the model's tables. */
@Startup
@ApplicationScoped
public class PredictionService {

    private final CycleService cycles;
    private final ModeService modes;

    PredictionService(CycleService cycles, ModeService modes) {
        this.cycles = cycles;
        this.modes = modes;
        PredictionModel.prepare();
    }

    @WithTransaction
    Uni<PredictionAnswer> predict(Subject subject, SubjectKey key) {
        return predict(subject, key, Actor.self(), "cycle.prediction.read");
    }

    /**
     * Predicts for a purpose, as of today.
     *
     * @param action what to record, e.g. {@code cycle.prediction.read}
     */
    @WithTransaction
    public Uni<PredictionAnswer> predict(Subject subject, SubjectKey key, Actor actor, String action) {
        return cycles.history(subject, key, actor, action).chain(history -> predict(key, history));
    }

    /** From a history that the caller read, and recorded the access to, in the same transaction. */
    @WithTransaction
    public Uni<PredictionAnswer> predict(SubjectKey key, LoggedHistory history) {
        return modes.phases(key).map(phases -> predict(history, phases, LocalDate.now(ZoneOffset.UTC)));
    }

    /**
     * Her last logged day, or the period that she says began, may be ahead of UTC; a day without an entry may still bring
     * a period.
     */
    static PredictionAnswer predict(LoggedHistory history, Phases phases, LocalDate todayByUtc) {
        Stream<LocalDate> logged = history.days().stream().map(Day::date);
        Stream<LocalDate> began = history.cycles().running().map(Cycle::start).stream();
        LocalDate noPeriodThrough = Stream.of(Stream.of(todayByUtc.minusDays(1)), logged, began)
                .flatMap(dates -> dates)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return PredictionAnswer.of(
                PredictionModel.CURRENT,
                PredictionInputs.of(
                        history.cycles(),
                        cycles -> SignHistory.of(cycles, history.days()).ovulations(),
                        phases,
                        noPeriodThrough));
    }
}
