package health.lunaria.cycle.calendar;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CalendarFeedRows implements PanacheRepositoryBase<CalendarFeedRow, UUID> {

    Uni<Optional<CalendarFeedRow>> of(SubjectRef subject) {
        return find("subjectRef", subject.bytes()).firstResult().map(Optional::ofNullable);
    }

    Uni<Optional<CalendarFeedRow>> ofSecret(byte[] secretRef) {
        return find("secretRef", secretRef).firstResult().map(Optional::ofNullable);
    }

    Uni<Void> deleteOf(SubjectRef subject) {
        return delete("subjectRef", subject.bytes()).replaceWithVoid();
    }
}
