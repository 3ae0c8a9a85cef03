package health.lunaria.audit.event;

import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SubjectErasedException;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at events whose id was there before. The first one stays in any case; the same again is what at-least-once
 * delivery does, while another event under that id is a mistake or an attack, which must not pass silently. Erased
 * events can no longer be compared and count as the same.
 */
@ApplicationScoped
class Repeats {

    private final SubjectKeys keys;
    private final EventRows rows;
    private final EventMeters meters;

    Repeats(SubjectKeys keys, EventRows rows, EventMeters meters) {
        this.keys = keys;
        this.rows = rows;
        this.meters = meters;
    }

    /** @param added ids of the batch that were new to the log */
    Uni<Void> check(Batch batch, Set<UUID> added) {
        batch.repeated()
                .forEach(report -> meters.repeated(
                        report.equals(batch.first().get(report.event().id()))));
        List<UUID> known = batch.first().keySet().stream()
                .filter(id -> !added.contains(id))
                .toList();
        if (known.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rows.find(known).chain(stored -> compare(batch, known.size(), stored));
    }

    private Uni<Void> compare(Batch batch, int known, List<StoredEvent> stored) {
        for (int erased = stored.size(); erased < known; erased++) {
            meters.repeated(true);
        }
        return Multi.createFrom()
                .iterable(stored)
                .onItem()
                .transformToUniAndConcatenate(event -> compare(batch.first().get(event.id()), event))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> compare(Report report, StoredEvent stored) {
        return keys.using(report.subject(), key -> Uni.createFrom().item(isSame(key, report, stored)))
                .onFailure(SubjectErasedException.class)
                .recoverWithItem(true)
                .invoke(meters::repeated);
    }

    private static boolean isSame(SubjectKey key, Report report, StoredEvent stored) {
        try {
            return key.subject().equals(stored.subject())
                    && EventSeal.open(key, report.subject(), stored).equals(report.event());
        } catch (SealBrokenException | LogBrokenException damaged) {
            return false;
        }
    }
}
