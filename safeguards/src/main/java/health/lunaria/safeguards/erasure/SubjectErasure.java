package health.lunaria.safeguards.erasure;

import health.lunaria.safeguards.encryption.SubjectKeyErasure;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Erases a person from this service: her key first, from when on nothing of hers opens and nothing is sealed anew, then her rows.
 * Each step is durable before the next one begins, and may be repeated after any crash.
 */
@ApplicationScoped
public class SubjectErasure {

    private final Pseudonyms pseudonyms;
    private final SubjectKeyErasure keys;
    private final SubjectData data;
    private final ErasedRows rows;

    SubjectErasure(Pseudonyms pseudonyms, SubjectKeyErasure keys, SubjectData data, ErasedRows rows) {
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.data = data;
        this.rows = rows;
    }

    /**
     * Call it outside of any transaction.
     *
     * @param erasure the same when it is repeated
     * @return when it was done, the first time
     */
    public Uni<Erased> erase(UUID erasure, Subject subject) {
        SubjectRef ref = pseudonyms.of(subject);
        return rows.find(erasure)
                .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : begin(erasure, subject, ref))
                .chain(() -> keys.erase(ref))
                .chain(() -> rows.finish(erasure, ref));
    }

    private Uni<Void> begin(UUID erasure, Subject subject, SubjectRef ref) {
        return data.remarks(subject).chain(remarks -> rows.begin(erasure, ref, remarks));
    }

    /**
     * Deletes the rows of those who are marked as erased in the keyring: what a request wrote that was under way, and what came back
     * from a backup.
     *
     * @return how many rows there were
     */
    public Uni<Long> sweep(List<SubjectRef> erased) {
        return rows.delete(erased);
    }
}
