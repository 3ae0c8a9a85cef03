package health.lunaria.cycle.day;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DayMonthRows implements PanacheRepositoryBase<DayMonthRow, UUID> {

    private static final String NEXT_REVISION =
            """
            insert into timeline (subject_ref, revision) values (?1, 1)
            on conflict (subject_ref) do update set revision = timeline.revision + 1
            returning revision
            """;

    /** Counts the subject's revision up and holds its lock to the end of the transaction: one writer at a time. */
    Uni<Long> nextRevision(SubjectRef subject) {
        return Panache.getSession().chain(session -> session.createNativeQuery(NEXT_REVISION, Long.class)
                .setParameter(1, subject.bytes())
                .getSingleResult());
    }

    Uni<List<DayMonthRow>> of(SubjectRef subject) {
        return list("subjectRef", subject.bytes());
    }

    Uni<List<DayMonthRow>> of(SubjectRef subject, Collection<Locator> locators) {
        return list(
                "subjectRef = ?1 and locator in ?2",
                subject.bytes(),
                locators.stream().map(Locator::bytes).toList());
    }
}
