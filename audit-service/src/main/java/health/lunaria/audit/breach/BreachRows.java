package health.lunaria.audit.breach;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class BreachRows implements PanacheRepositoryBase<BreachRow, UUID> {

    private static final String OF_OPEN_INCIDENTS = """
            select b from BreachRow b
            where b.incidentId in (select i.id from IncidentRow i where i.state <> CLOSED)
            """;

    Uni<List<BreachRow>> ofOpenIncidents(int limit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(OF_OPEN_INCIDENTS, BreachRow.class)
                        .setMaxResults(limit)
                        .getResultList());
    }
}
