package health.lunaria.safeguards.testing.rules.planted;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

public final class PlantedEntities {

    private PlantedEntities() {}

    @Entity
    static class Row {
        @Id
        UUID id;
    }

    @Entity
    public static class PublicRow {
        @Id
        UUID id;
    }

    @Entity
    static class ParentOfMany {
        @Id
        UUID id;

        @OneToMany(orphanRemoval = true)
        List<Row> rows;
    }

    @Entity
    static class ParentOfOne {
        @Id
        UUID id;

        @OneToOne(orphanRemoval = true)
        Row row;
    }

    @Entity
    static class AllowedParent {
        @Id
        UUID id;

        @OneToMany
        List<Row> rows;
    }

    abstract static class Rows implements PanacheRepositoryBase<Row, UUID> {}

    @Path("/v1/planted")
    @RolesAllowed("user")
    abstract static class AnsweringResource {
        @GET
        abstract Uni<List<Row>> read();
    }

    @Path("/v1/planted")
    @RolesAllowed("user")
    abstract static class ReadingResource {
        @POST
        abstract void write(Row row);
    }

    @Path("/v1/planted")
    @RolesAllowed("user")
    abstract static class KnowingResource {
        String name(Object found) {
            return ((Row) found).id.toString();
        }
    }

    record HoldingResponse(String name, Optional<Row> row) {}

    record AllowedResponse(String name) {}

    static class RemovesBySession {
        Uni<Void> remove(Mutiny.Session session, Row row) {
            return session.remove(row);
        }
    }

    static class RemovesInALambda {
        Uni<Void> remove(Uni<Mutiny.Session> session, Row row) {
            return session.chain(opened -> opened.removeAll(row));
        }
    }

    static class RemovesByReference {
        Function<Row, Uni<Void>> remover(Mutiny.Session session) {
            return session::remove;
        }
    }

    static class RemovesWithoutSession {
        Uni<Void> remove(Mutiny.StatelessSession session, Row row) {
            return session.delete(row);
        }
    }

    static class RemovesByPanache {
        Uni<Void> remove(Rows rows, Row row) {
            return rows.delete(row);
        }
    }

    static class RemovesByPanacheReference {
        Function<Row, Uni<Void>> remover(Rows rows) {
            return rows::delete;
        }
    }

    static class RemovesById {
        Uni<Boolean> remove(Rows rows, UUID id) {
            return rows.deleteById(id);
        }
    }

    static class AllowedBulkDelete {
        Uni<Long> remove(Rows rows, byte[] subject) {
            return rows.delete("subjectRef", subject);
        }

        Uni<Integer> remove(Mutiny.Session session) {
            return session.createMutationQuery("delete from Row").executeUpdate();
        }
    }
}
