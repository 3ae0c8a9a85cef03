package health.lunaria.safeguards.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reports of runs, which show that what is promised is done. */
@ApplicationScoped
public class RetentionReports {

    private static final String LAST = "select max(until_at) from retention_report where rule = $1";
    private static final String INSERT = """
            insert into retention_report (id, rule, since_at, until_at, before_at, counted, deleted, next_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String NEWEST = """
            select rule, since_at, until_at, before_at, counted, deleted, next_at from retention_report
            order by until_at desc, rule limit $1
            """;

    private final Pool pool;

    RetentionReports(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<RetentionReport>> newestFirst(int most) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(most)).map(RetentionReports::reports);
    }

    /** When the rule ran last. */
    Uni<Optional<Instant>> last(String rule) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(rule))
                .map(rows -> Optional.ofNullable(time(rows.iterator().next(), 0)));
    }

    Uni<Void> add(RetentionReport report) {
        Tuple values = Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addString(report.rule())
                .addOffsetDateTime(at(report.since()))
                .addOffsetDateTime(at(report.until()))
                .addOffsetDateTime(at(report.before()))
                .addLong(report.counted())
                .addLong(report.deleted())
                .addOffsetDateTime(at(report.next()));
        return pool.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    private static List<RetentionReport> reports(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new RetentionReport(
                        row.getString(0),
                        time(row, 1),
                        time(row, 2),
                        time(row, 3),
                        row.getLong(4),
                        row.getLong(5),
                        time(row, 6)))
                .toList();
    }

    private static OffsetDateTime at(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
