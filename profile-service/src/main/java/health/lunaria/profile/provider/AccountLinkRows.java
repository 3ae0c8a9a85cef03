package health.lunaria.profile.provider;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AccountLinkRows implements PanacheRepositoryBase<AccountLinkRow, UUID> {

    private static final String INSERT =
            "insert into account_link (id, subject_ref, sealed) values (?1, ?2, ?3) on conflict (subject_ref) do nothing";

    Uni<Optional<AccountLinkRow>> of(SubjectRef subject) {
        return find("subjectRef", subject.bytes()).<AccountLinkRow>firstResult().map(Optional::ofNullable);
    }

    /** Of two at once the first one stays; they say the same. */
    Uni<Void> insert(UUID id, SubjectRef subject, byte[] sealed) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, id)
                        .setParameter(2, subject.bytes())
                        .setParameter(3, sealed)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> remove(SubjectRef subject) {
        return delete("subjectRef", subject.bytes()).replaceWithVoid();
    }
}
