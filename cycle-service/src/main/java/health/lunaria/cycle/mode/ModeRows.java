package health.lunaria.cycle.mode;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Writes are single statements that check their own precondition, so two writers at once cannot both succeed. */
@ApplicationScoped
class ModeRows implements PanacheRepositoryBase<ModeRow, UUID> {

    private static final String INSERT = """
            insert into cycle_mode (id, subject_ref, version, sealed) values (?1, ?2, 1, ?3)
            on conflict (subject_ref) do nothing
            """;

    Uni<Optional<ModeRow>> of(SubjectRef subject) {
        return find("subjectRef", subject.bytes()).firstResult().map(Optional::ofNullable);
    }

    /** @return whether they were created; not if there are some already */
    Uni<Boolean> insert(SubjectRef subject, byte[] sealed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, subject.bytes())
                        .setParameter(3, sealed)
                        .executeUpdate())
                .map(count -> count == 1);
    }

    /** @return whether they were replaced; not if they have another version than the one before this */
    Uni<Boolean> update(SubjectRef subject, long version, byte[] sealed) {
        return update(
                        "version = ?1, sealed = ?2 where subjectRef = ?3 and version = ?4",
                        version,
                        sealed,
                        subject.bytes(),
                        version - 1)
                .map(count -> count == 1);
    }
}
