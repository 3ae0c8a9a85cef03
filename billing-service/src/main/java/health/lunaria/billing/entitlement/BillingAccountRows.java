package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class BillingAccountRows implements PanacheRepositoryBase<BillingAccountRow, UUID> {

    private static final String INSERT_NOTICE =
            "insert into store_notice (notice_ref, subject_ref) values (?1, ?2) on conflict do nothing";

    Uni<Optional<BillingAccountRow>> of(SubjectRef subject) {
        return find("subjectRef", subject.bytes()).firstResult().map(Optional::ofNullable);
    }

    Uni<Optional<BillingAccountRow>> ofAccount(byte[] accountRef) {
        return find("accountRef", accountRef).firstResult().map(Optional::ofNullable);
    }

    /** @return whether it was not there before */
    Uni<Boolean> insertNotice(byte[] noticeRef, SubjectRef subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT_NOTICE)
                        .setParameter(1, noticeRef)
                        .setParameter(2, subject.bytes())
                        .executeUpdate())
                .map(count -> count == 1);
    }
}
