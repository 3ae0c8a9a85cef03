package health.lunaria.profile.consent;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ConsentDecisionRows implements PanacheRepositoryBase<ConsentDecisionRow, UUID> {

    /** The newest decisions first. */
    Uni<List<ConsentDecisionRow>> newest(SubjectRef subject, int limit) {
        return find("subjectRef = ?1 order by revision desc", subject.bytes())
                .page(0, limit)
                .list();
    }
}
