package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies databases of a real PostgreSQL out and in again. */
class DatabaseCopyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant TAKEN = Instant.parse("2026-11-25T03:04:05Z");
    private static final UUID STACK = new UUID(1, 2);

    /** A thing of every kind that migrations make. */
    private static final String EVERYTHING = """
            create function count_it() returns trigger language plpgsql as $$
            begin
                update total set counted = counted + 1;
                return null;
            end
            $$;
            create table total (id smallint primary key check (id = 1), counted bigint not null) with (fillfactor = 25);
            insert into total values (1, 0);
            create sequence odd as integer increment by 2 start with 7 cycle maxvalue 1001;
            create table "Month" (
                id          uuid primary key default gen_random_uuid(),
                "the order" bigint generated always as identity,
                subject_ref bytea not null unique check (length(subject_ref) = 32),
                sealed      bytea not null,
                twice       bigint generated always as (length(sealed) * 2) stored,
                odd         integer not null default nextval('odd'),
                at          timestamptz not null default now(),
                words       text collate "C",
                numbers     integer[],
                gone        text
            );
            alter table "Month" drop column gone;
            alter table "Month" alter column sealed set storage external;
            alter sequence odd owned by "Month".odd;
            create table day (
                id    bigserial primary key,
                month uuid not null references "Month" on delete cascade,
                state text,
                unique (month, state)
            );
            create index day_open on day (state, id desc) where state is not null;
            create unique index month_words on "Month" (lower(words));
            create constraint trigger count_it after insert on day deferrable initially deferred
                for each row execute function count_it();
            insert into "Month" (subject_ref, sealed, words, numbers)
                select sha256(n::text::bytea), decode(repeat(md5(n::text), 40), 'hex'), E'a\\\\b\\tc\\n' || n || 'ü', array[n, null]
                from generate_series(1, 500) n;
            insert into day (month, state) select id, case when odd % 3 = 0 then null else 'open' end from "Month";
            """;

    @TempDir
    static Path directory;

    private static Processes processes;
    private static PostgresPart postgres;
    private static Administration administration;

    private final KnownKeys keys = new KnownKeys();

    @BeforeAll
    static void start() {
        Path repository = Path.of("").toAbsolutePath().getParent().getParent().getParent();
        Home home = Home.of(
                repository,
                Map.of(
                        "LUNARIA_HOME", directory.resolve("home").toString(),
                        "LUNARIA_CACHE", System.getenv().getOrDefault("LUNARIA_CACHE", ".lunaria/cache")));
        Certificates certificates = new Certificates(home.tls(), home.caCertificate(), Clock.systemUTC());
        certificates.provide(List.of(PostgresPart.NAME));
        processes = new Processes(home.run());
        postgres = new PostgresPart(
                home, new Ports(home.in("ports.properties")), new Secrets(home.secrets()), certificates);
        postgres.prepare();
        processes.start(PostgresPart.NAME, postgres.command(), Map.of(), home.log(PostgresPart.NAME));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!postgres.isReady()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
        postgres.complete();
        administration = postgres.administration();
    }

    @AfterAll
    static void stop() {
        postgres.stop(processes);
    }

    @AfterEach
    void empty() throws SQLException {
        execute("profile", "drop schema public cascade", "create schema public authorization pg_database_owner");
    }

    @Test
    void whatIsCopiedOutAndInIsTheSame() throws Exception {
        executeAsOwner(EVERYTHING);
        Path file = backup();
        String before = contents("profile");

        restore(file);

        assertThat(contents("profile")).isEqualTo(before);
        assertThat(string("profile", "select count(*) from \"Month\"")).isEqualTo("500");
        assertThat(string("profile", "select counted from total")).isEqualTo("500");
    }

    @Test
    void numbersGoOnWhereTheyStood() throws Exception {
        executeAsOwner(EVERYTHING);
        String next = "select nextval('odd') || ' ' || nextval('day_id_seq') || ' ' || nextval('\"Month_the order_seq\"')";
        Path file = backup();
        String expected = string("profile", next);

        restore(file);

        assertThat(string("profile", next)).isEqualTo(expected);
    }

    @Test
    void triggersAndConstraintsWorkAgain() throws Exception {
        executeAsOwner(EVERYTHING);
        restore(backup());

        execute("profile", "insert into day (month, state) select id, 'new' from \"Month\" limit 1");

        assertThat(string("profile", "select counted from total")).isEqualTo("501");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("profile", "insert into day (month) values (gen_random_uuid())"));
    }

    @Test
    void whatIsWrittenDuringACopyIsNotInIt() throws Exception {
        executeAsOwner(EVERYTHING);
        Path file = write(directory.resolve(UUID.randomUUID() + ".backup"), () -> execute("profile", "delete from day", "update total set counted = 77"));

        restore(file);

        assertThat(string("profile", "select count(*) from day")).isEqualTo("500");
        assertThat(string("profile", "select counted from total")).isEqualTo("500");
    }

    @Test
    void aDatabaseWithWhatIsNotKnownIsNotCopied() throws Exception {
        for (String unknown : List.of(
                "create view v as select 1 as one",
                "create materialized view v as select 1 as one",
                "create type mood as enum ('good')",
                "create domain v as text",
                "create schema other",
                "create table v (id int) partition by range (id)",
                "create table v (id int); grant select on v to cycle",
                "create table v (id int); alter table v enable row level security",
                "create table v (id int); create rule v as on insert to v do nothing",
                "create table v (id int); create table w () inherits (v)",
                "select lo_create(0)")) {
            try (Connection connection = administration.connect("profile", PATIENCE);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(unknown);
                assertThatExceptionOfType(LauncherException.class)
                        .as(unknown)
                        .isThrownBy(() -> new SchemaReader(connection).read())
                        .withMessageContaining("do not know");
            }
        }
    }

    @Test
    void aRestoreThatFailsLeavesWhatIsInUse() throws Exception {
        executeAsOwner(EVERYTHING);
        Path file = backup();
        execute("profile", "delete from day where state is not null");
        String inUse = contents("profile");

        assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> {
            try (Restoring restoring = new Restoring(databases(), null, Set.of("profile"), (name, table, load) -> {
                throw new LauncherException("The machine is on fire");
            })) {
                restoring.read(reader(file));
            }
        });

        assertThat(contents("profile")).isEqualTo(inUse);
        databases().dropLeftovers(Set.of("profile"));
    }

    @Test
    void severalDatabasesTakeTheirPlacesTogetherOrNot() throws Exception {
        execute("profile", "create table in_use (id int)");
        databases().create("profile");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> databases().complete(List.of("profile", "cycle")));

        assertThat(string("profile", "select count(*) from in_use")).isEqualTo("0");
        databases().dropLeftovers(List.of("profile"));
    }

    @Test
    void sessionsThatAreStillOpenDoNotStopTheSwitch() throws Exception {
        executeAsOwner(EVERYTHING);
        Path file = backup();
        try (Connection forgotten = administration.connect("profile", PATIENCE)) {
            restore(file);
            assertThat(forgotten.isValid(1)).isFalse();
        }
    }

    @Test
    void theOutboxInUseIsCarriedOver() throws Exception {
        executeAsOwner("create table outbox (id int primary key, \"a b\" text); insert into outbox values (1, 'old')");
        Path file = backup();
        execute("profile", "delete from outbox", "insert into outbox values (2, E'new\\\\')");

        try (Connection inUse = administration.connect("profile", PATIENCE);
                Restoring restoring = new Restoring(databases(), null, Set.of("profile"), (name, table, load) -> {
                    load.carry(inUse, table);
                    return true;
                })) {
            restoring.read(reader(file));
        }
        databases().complete(Set.of("profile"));
        databases().dropLeftovers(Set.of("profile"));

        assertThat(string("profile", "select string_agg(id || \"a b\", ',') from outbox"))
                .isEqualTo("2new\\");
    }

    private Path backup() throws IOException, SQLException {
        return write(directory.resolve(UUID.randomUUID() + ".backup"), () -> {});
    }

    private interface Meanwhile {
        void happens() throws SQLException;
    }

    /** @param meanwhile between the snapshot and the copy of its rows */
    private Path write(Path file, Meanwhile meanwhile) throws IOException, SQLException {
        BackupKeys.DataKey key =
                keys.create(BackupKind.DATA, BackupHeader.context(BackupKind.DATA, STACK, TAKEN, Optional.empty()));
        BackupHeader header =
                new BackupHeader(BackupKind.DATA, STACK, TAKEN, Optional.empty(), key.kmsKeyId(), key.wrapped());
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try (BackupWriter backup = new BackupWriter(SealedBackup.seal(raw, header, key.plaintext()));
                Connection connection = administration.connect("profile", PATIENCE)) {
            DatabaseDump dump = new DatabaseDump("profile", connection);
            dump.begin();
            meanwhile.happens();
            DatabaseSummary summary = dump.writeTo(backup);
            backup.finish(new Manifest(BackupKind.DATA, STACK, TAKEN, List.of(summary), backup.entries()));
        }
        Files.write(file, raw.toByteArray());
        return file;
    }

    private BackupReader reader(Path file) {
        BackupReader reader = BackupReader.open(file, STACK, keys);
        reader.verify();
        return reader;
    }

    private void restore(Path file) throws SQLException {
        try (Restoring restoring =
                new Restoring(databases(), null, Set.of("profile"), (name, table, load) -> false)) {
            restoring.read(reader(file));
        }
        databases().complete(Set.of("profile"));
        databases().dropLeftovers(Set.of("profile"));
    }

    private static DatabaseSwitch databases() {
        return new DatabaseSwitch(administration);
    }

    /** Schema and rows, in an order that does not depend on where they lie. */
    private static String contents(String database) throws Exception {
        try (Connection connection = administration.connect(database, PATIENCE)) {
            DatabaseSchema schema = new SchemaReader(connection).read();
            StringBuilder all = new StringBuilder(String.join("\n", schema.shape()));
            for (DatabaseSchema.Table table : schema.tables()) {
                all.append("\n").append(table).append("\n");
                String rows = string(
                        connection,
                        "select coalesce(string_agg(r::text, E'\\n' order by r::text), '') from " + table.name() + " r");
                all.append(rows);
            }
            return all.toString();
        }
    }

    private static void executeAsOwner(String sql) throws SQLException {
        execute("profile", "set role profile; " + sql);
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection = administration.connect(database, PATIENCE);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String string(String database, String query) throws SQLException {
        try (Connection connection = administration.connect(database, PATIENCE)) {
            return string(connection, query);
        }
    }

    private static String string(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
