package health.lunaria.launcher.backup;

import health.lunaria.launcher.Archives;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.Ports;
import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.backup.Manifest.DatabaseSummary;
import health.lunaria.launcher.postgres.Administration;
import health.lunaria.launcher.postgres.PostgresPart;
import health.lunaria.launcher.process.Processes;
import health.lunaria.launcher.tls.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A real PostgreSQL as the stack has it, with all its databases, for one test run. */
final class LocalPostgres {

    static final UUID STACK = new UUID(1, 2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant TAKEN = Instant.parse("2026-11-25T03:04:05Z");

    private static LocalPostgres running;

    private final Administration administration;
    private final Path directory;
    private final KnownKeys keys = new KnownKeys();

    private LocalPostgres() {
        Path module = Path.of("").toAbsolutePath();
        this.directory =
                module.resolve("target/backup-tests-" + ProcessHandle.current().pid());
        Home home = Home.of(
                module.getParent().getParent().getParent(),
                Map.of(
                        "LUNARIA_HOME", directory.toString(),
                        "LUNARIA_CACHE", System.getenv().getOrDefault("LUNARIA_CACHE", ".lunaria/cache")));
        Certificates certificates = new Certificates(home.tls(), home.caCertificate(), Clock.systemUTC());
        certificates.provide(List.of(PostgresPart.NAME));
        Processes processes = new Processes(home.run());
        PostgresPart postgres = new PostgresPart(
                home, new Ports(home.in("ports.properties")), new Secrets(home.secrets()), certificates);
        postgres.prepare();
        processes.start(PostgresPart.NAME, postgres.command(), Map.of(), home.log(PostgresPart.NAME));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            postgres.stop(processes);
            Archives.delete(directory);
        }));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!postgres.isReady()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("PostgreSQL did not become ready");
            }
            LockSupport.parkNanos(20_000_000);
        }
        postgres.complete();
        administration = postgres.administration();
    }

    static synchronized LocalPostgres running() {
        if (running == null) {
            running = new LocalPostgres();
        }
        return running;
    }

    DatabaseSwitch databases() {
        return new DatabaseSwitch(administration);
    }

    Connection connect(String database) throws SQLException {
        return administration.connect(database, PATIENCE);
    }

    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String string(String database, String query) throws SQLException {
        try (Connection connection = connect(database)) {
            return string(connection, query);
        }
    }

    static String string(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void empty(String database) throws SQLException {
        execute(database, "drop schema public cascade", "create schema public authorization pg_database_owner");
    }

    /** Something that happens while a database is copied. */
    interface Meanwhile {
        void happens() throws SQLException;
    }

    /** @param meanwhile between the snapshot and the copy of its rows */
    Path backUp(BackupKind kind, List<String> databases, Meanwhile meanwhile) throws IOException, SQLException {
        BackupKeys.DataKey key = keys.create(kind, BackupHeader.context(kind, STACK, TAKEN, Optional.empty()));
        BackupHeader header = new BackupHeader(kind, STACK, TAKEN, Optional.empty(), key.kmsKeyId(), key.wrapped());
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        List<DatabaseSummary> summaries = new ArrayList<>();
        try (BackupWriter backup = new BackupWriter(SealedBackup.seal(raw, header, key.plaintext()))) {
            for (String database : databases) {
                try (Connection connection = connect(database)) {
                    DatabaseDump dump = new DatabaseDump(database, connection);
                    dump.begin();
                    meanwhile.happens();
                    summaries.add(dump.writeTo(backup));
                }
            }
            backup.finish(new Manifest(kind, STACK, TAKEN, summaries, backup.entries()));
        }
        return Files.write(directory.resolve(UUID.randomUUID() + ".backup"), raw.toByteArray());
    }

    BackupReader reader(Path file) {
        BackupReader reader = BackupReader.open(file, STACK, keys);
        reader.verify();
        return reader;
    }
}
