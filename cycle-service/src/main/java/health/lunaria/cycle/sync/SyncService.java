package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.DayMonths;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Merges a device's changes and tells it those of the others, in one transaction. */
@ApplicationScoped
class SyncService {

    /** Of one answer: five years, and some. */
    private static final int MAX_DAYS = 2_000;

    private final Revisions revisions;
    private final DayMonths months;
    private final Auditor auditor;

    SyncService(Revisions revisions, DayMonths months, Auditor auditor) {
        this.revisions = revisions;
        this.months = months;
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<SyncPage> sync(Subject subject, SubjectKey key, SyncPosition since, List<DayChange> changes) {
        return merge(key, changes)
                .chain(conflicts -> months.changedSince(key, since.firstUnread())
                        .map(changed -> SyncPage.of(changed, since, MAX_DAYS, Instant.now(), conflicts)))
                .call(() -> auditor.record(subject, "cycle.days.sync"));
    }

    /** A device that only reads takes no lock. */
    private Uni<List<Conflict>> merge(SubjectKey key, List<DayChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return revisions
                .next(key.subject())
                .map(revision -> new BatchMerge(changes, revision))
                .call(batch -> months.change(key, batch.revision(), batch.dates(), batch))
                .map(BatchMerge::conflicts);
    }
}
