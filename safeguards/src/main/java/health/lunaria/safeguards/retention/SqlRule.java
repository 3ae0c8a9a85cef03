package health.lunaria.safeguards.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A rule about rows that name the time from which they count.
 *
 * @param count a query with the time as {@code $1}
 * @param delete a statement with the time as {@code $1} and the number of rows as {@code $2}; {@code null} if they are counted only
 */
public record SqlRule(String name, Terms terms, Pool pool, String count, String delete) implements RetentionRule {

    /**
     * For a table with a column that says from when on a row counts.
     *
     * @param key the primary key, one column
     */
    public static SqlRule ofTable(String name, Terms terms, Pool pool, String table, String key, String time) {
        String due = " from " + table + " where " + time + " < $1";
        return new SqlRule(
                name,
                terms,
                pool,
                "select count(*)" + due,
                "delete from " + table + " where " + key + " in (select " + key + due + " order by " + time
                        + " limit $2 for update skip locked)");
    }

    @Override
    public Uni<Long> due(Instant before) {
        return pool.preparedQuery(count)
                .execute(Tuple.of(at(before)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Integer> apply(Instant before, int most) {
        return delete == null
                ? Uni.createFrom().item(0)
                : pool.preparedQuery(delete).execute(Tuple.of(at(before), most)).map(rows -> rows.rowCount());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
