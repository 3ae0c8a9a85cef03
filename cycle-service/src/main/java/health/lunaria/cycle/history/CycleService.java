package health.lunaria.cycle.history;

import health.lunaria.cycle.correction.CorrectionService;
import health.lunaria.cycle.day.DayService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Derives a person's cycles from her logged days and her corrections. */
@ApplicationScoped
public class CycleService {

    private final DayService days;
    private final CorrectionService corrections;

    CycleService(DayService days, CorrectionService corrections) {
        this.days = days;
        this.corrections = corrections;
    }

    /**
     * Everything that she logged and corrected, read for a purpose in one transaction: the one way to her cycles.
     *
     * @param action what to record, e.g. {@code cycle.prediction.read}
     */
    @WithTransaction
    public Uni<LoggedHistory> history(Subject subject, SubjectKey key, String action) {
        return history(subject, key, Actor.self(), action);
    }

    /** The same, read by somebody else for her. */
    @WithTransaction
    public Uni<LoggedHistory> history(Subject subject, SubjectKey key, Actor actor, String action) {
        return days.findAll(subject, key, actor, action)
                .chain(logged -> corrections.inTransaction(key).map(corrected -> LoggedHistory.of(logged, corrected)));
    }
}
