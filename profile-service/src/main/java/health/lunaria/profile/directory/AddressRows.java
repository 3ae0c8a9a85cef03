package health.lunaria.profile.directory;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class AddressRows implements PanacheRepositoryBase<AddressRow, UUID> {

    Uni<List<AddressRow>> with(byte[] emailMac, int limit) {
        return find("emailMac = ?1 order by id", emailMac).page(0, limit).list();
    }

    Uni<Void> remove(SubjectRef subject) {
        return delete("subjectRef", subject.bytes()).replaceWithVoid();
    }
}
