package health.lunaria.safeguards.restoration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whoever restores a database writes these rows; here they are ended. */
@ApplicationScoped
class RestorationRows {

    private static final String OPEN = "select id, kind, taken_at from restoration where replayed_at is null"
            + " order by restored_at, id limit 100";
    private static final String END = "update restoration set replayed_at = now() where id = any($1)";

    private final Pool pool;

    RestorationRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * A backup that was restored.
     *
     * @param kind of what
     * @param takenAt of when it was
     */
    record Restored(UUID id, String kind, Instant takenAt) {}

    Uni<List<Restored>> open() {
        return pool.query(OPEN).execute().map(rows -> {
            List<Restored> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(new Restored(
                    row.getUUID("id"),
                    row.getString("kind"),
                    row.get(OffsetDateTime.class, "taken_at").toInstant())));
            return found;
        });
    }

    Uni<Void> end(List<Restored> replayed) {
        UUID[] ids = replayed.stream().map(Restored::id).toArray(UUID[]::new);
        return pool.preparedQuery(END).execute(Tuple.of(ids)).replaceWithVoid();
    }
}
