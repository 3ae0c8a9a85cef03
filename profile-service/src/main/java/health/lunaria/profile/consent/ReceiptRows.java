package health.lunaria.profile.consent;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReceiptRows implements PanacheRepositoryBase<ReceiptRow, UUID> {

    /** Those of decisions before this one, the newest first. */
    Uni<List<ReceiptRow>> before(SubjectRef subject, long revision, int limit) {
        return find("subjectRef = ?1 and revision < ?2 order by revision desc", subject.bytes(), revision)
                .page(0, limit)
                .list();
    }

    /** @return how many had no signature yet, 0 or 1 */
    Uni<Integer> putSigned(UUID id, byte[] signed) {
        return update("signed = ?1, statement = null, nextAt = null where id = ?2 and signed is null", signed, id);
    }
}
