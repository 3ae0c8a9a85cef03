package health.lunaria.profile.consent;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ConsentStateRows implements PanacheRepositoryBase<ConsentStateRow, UUID> {

    Uni<Optional<ConsentStateRow>> of(SubjectRef subject) {
        return find("subjectRef", subject.bytes()).firstResult().map(Optional::ofNullable);
    }
}
