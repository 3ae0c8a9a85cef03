package health.lunaria.audit.verify;

import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The log's tables in a schema of their own, made by the service's migrations, without the service. */
final class TestLogTables implements AutoCloseable {

    static final String SERVICE = "cycle-service";
    static final UUID OUTBOX = new UUID(9, 9);

    private static final List<String> TABLES = List.of(
            "log_head",
            "log_leaf",
            "log_node",
            "log_checkpoint",
            "log_publication",
            "log_verification",
            "log_source",
            "outbox_statement");

    private final PGSimpleDataSource database;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    TestLogTables(String schema) {
        try {
            database = (PGSimpleDataSource) TestDatabases.start().data();
            sql().change("drop schema if exists " + schema + " cascade");
            sql().change("create schema " + schema);
            database.setCurrentSchema(schema);
            Stream.of("100000__log", "200000__publication", "230000__verification", "240000__outbox")
                    .forEach(this::migrate);
        } catch (RuntimeException failed) {
            vertx.closeAndAwait();
            throw failed;
        }
        // Whoever edits a database by hand is not stopped by what protects it from mistakes.
        sql().change("alter table log_leaf drop constraint log_leaf_check, drop constraint log_leaf_index_check");
        sql().change("drop table access_event");
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(new PgConnectOptions()
                        .setHost(database.getServerNames()[0])
                        .setPort(database.getPortNumbers()[0])
                        .setDatabase(database.getDatabaseName())
                        .setUser(database.getUser())
                        .setPassword("postgres")
                        .setProperties(Map.of("search_path", schema)))
                .using(vertx)
                .build();
    }

    Pool pool() {
        return pool;
    }

    Sql sql() {
        return Sql.in(database);
    }

    /** Puts this log in the place of the one that is stored; what the verifier remembers stays. */
    void store(TestLog log) {
        inTransaction(connection -> {
            execute(connection, "truncate log_leaf, log_node, log_checkpoint");
            log.leafRows().forEach(row -> insert(connection, row));
            log.nodeRows().forEach(row -> insert(connection, row));
            log.checkpointRows().forEach(row -> insert(connection, row));
            execute(connection, "update log_head set size = ?", (long) log.size());
            execute(connection, "update log_publication set size = ?", (long) log.published());
            execute(connection, "truncate log_source");
            execute(connection, "insert into log_source values (?, ?, ?)", SERVICE, OUTBOX, (long) log.size());
        });
    }

    /** What the outbox said last, confirmed. */
    void state(OutboxRow.Statement statement) {
        state(OUTBOX, statement);
    }

    void state(UUID outbox, OutboxRow.Statement statement) {
        inTransaction(connection -> {
            execute(connection, "delete from outbox_statement where outbox = ?", outbox);
            execute(
                    connection,
                    """
                    insert into outbox_statement
                        (service, outbox, id, recorded, delivered, waiting, logged, confirmed)
                    values (?, ?, gen_random_uuid(), ?, ?, ?, ?, true)
                    """,
                    SERVICE,
                    outbox,
                    statement.recorded(),
                    statement.delivered(),
                    statement.waiting(),
                    statement.logged());
        });
    }

    /** Keeps a copy of all tables. */
    void save() {
        TABLES.forEach(table -> {
            sql().change("drop table if exists saved_" + table);
            sql().change("create table saved_" + table + " as table " + table);
        });
    }

    /** Puts the copy back. */
    void restore() {
        inTransaction(connection -> TABLES.forEach(table -> {
            execute(connection, "truncate " + table);
            execute(connection, "insert into " + table + " table saved_" + table);
        }));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    private void migrate(String name) {
        URL file = TestLogTables.class.getResource("/db/main/migration/V20261124" + name + ".sql");
        try (var content = file.openStream()) {
            sql().change(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void insert(Connection connection, LeafRow row) {
        execute(
                connection,
                "insert into log_leaf (index, event_id, leaf, leaf_hash, integrated_at) values (?, ?, ?, ?, ?)",
                row.index(),
                row.eventId(),
                row.leaf(),
                row.hash(),
                time(row.integratedAtMicros()));
    }

    private static void insert(Connection connection, NodeRow row) {
        execute(
                connection,
                "insert into log_node (level, index, hash) values (?, ?, ?)",
                row.place().level(),
                row.place().index(),
                row.hash());
    }

    private static void insert(Connection connection, CheckpointRow row) {
        execute(
                connection,
                "insert into log_checkpoint (size, root, note, published_at) values (?, ?, ?, ?)",
                row.size(),
                row.root(),
                row.note(),
                time(row.publishedAtMicros()));
    }

    private static Timestamp time(long micros) {
        return Timestamp.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static void execute(Connection connection, String sql, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void inTransaction(Consumer<Connection> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            work.accept(connection);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
