package health.lunaria.cycle.day;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DayMonthRows implements PanacheRepositoryBase<DayMonthRow, UUID> {

    Uni<List<DayMonthRow>> of(SubjectRef subject) {
        return list("subjectRef", subject.bytes());
    }

    Uni<List<DayMonthRow>> of(SubjectRef subject, Collection<Locator> locators) {
        return list(
                "subjectRef = ?1 and locator in ?2",
                subject.bytes(),
                locators.stream().map(Locator::bytes).toList());
    }

    Uni<List<DayMonthRow>> since(SubjectRef subject, long revision) {
        return list("subjectRef = ?1 and revision >= ?2", subject.bytes(), revision);
    }
}
