package health.lunaria.audit.incident;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class EntryRows implements PanacheRepositoryBase<EntryRow, UUID> {

    Uni<List<EntryRow>> of(UUID incident) {
        return list("incidentId = ?1 order by version", incident);
    }
}
