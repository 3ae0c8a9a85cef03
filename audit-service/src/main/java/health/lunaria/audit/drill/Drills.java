package health.lunaria.audit.drill;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The register of drills: what is in it stays. */
@ApplicationScoped
public class Drills {

    private static final String COLUMNS = """
        id, kind, environment, started_at, finished_at, outcome, recovery_point_seconds, recovery_time_seconds,
        report_sha256, recorded_at, recorded_by\
        """;
    private static final String INSERT =
            "insert into drill (" + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    private static final String NEWEST = "select " + COLUMNS + " from drill where (recorded_at, id) < ($1, $2)"
            + " order by recorded_at desc, id desc limit $3";
    private static final String FINISHED = "select " + COLUMNS
            + " from drill where finished_at >= $1 and finished_at < $2 order by finished_at, id limit $3";

    private final Pool pool;

    Drills(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(Drill drill) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    drill.id(),
                    name(drill.kind()),
                    drill.environment(),
                    utc(drill.startedAt()),
                    utc(drill.finishedAt()),
                    name(drill.outcome()),
                    drill.recoveryPointSeconds(),
                    drill.recoveryTimeSeconds(),
                    Buffer.buffer(drill.reportSha256()),
                    utc(drill.recordedAt()),
                    Buffer.buffer(drill.recordedBy().bytes())
                }))
                .replaceWithVoid();
    }

    Uni<List<Drill>> newestFirst(Position before, int limit) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(utc(before.recordedAt()), before.id(), limit))
                .map(Drills::drills);
    }

    /** Those that ended in a period, from {@code start} up to and without {@code end}, the first first. */
    public Uni<List<Drill>> finished(Instant start, Instant end, int limit) {
        return pool.preparedQuery(FINISHED)
                .execute(Tuple.of(utc(start), utc(end), limit))
                .map(Drills::drills);
    }

    /** A place in the list, which is ordered by time and id. */
    record Position(Instant recordedAt, UUID id) {

        /** Before everything, as the newest come first. */
        static final Position START = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Position of(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Position(Instant.ofEpochMilli(buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
        }

        byte[] bytes() {
            return ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(recordedAt.toEpochMilli())
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        }
    }

    private static List<Drill> drills(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Drills::drill)
                .toList();
    }

    private static Drill drill(Row row) {
        return new Drill(
                row.getUUID("id"),
                Drill.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("environment"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("finished_at").toInstant(),
                Drill.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getLong("recovery_point_seconds"),
                row.getLong("recovery_time_seconds"),
                row.getBuffer("report_sha256").getBytes(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                SubjectRef.of(row.getBuffer("recorded_by").getBytes()));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
