package health.lunaria.profile.request;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RequestRows implements PanacheRepositoryBase<RequestRow, UUID> {

    /** {@code null} if the subject has none of this id. */
    Uni<RequestRow> of(SubjectRef subject, UUID id) {
        return find("id = ?1 and subjectRef = ?2", id, subject.bytes()).firstResult();
    }

    /** {@code null} if the subject sent none with this key. */
    Uni<RequestRow> sentWith(SubjectRef subject, Locator key) {
        return find("subjectRef = ?1 and locator = ?2", subject.bytes(), key.bytes())
                .firstResult();
    }

    Uni<List<RequestRow>> newestFirst(SubjectRef subject, RequestPosition before, int limit) {
        return find(
                        "subjectRef = ?1 and (receivedAt < ?2 or receivedAt = ?2 and id < ?3) order by receivedAt desc, id desc",
                        subject.bytes(),
                        before.time(),
                        before.id())
                .page(0, limit)
                .list();
    }
}
