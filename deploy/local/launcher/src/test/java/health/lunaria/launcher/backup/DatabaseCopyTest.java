package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies databases of a real PostgreSQL out and in again. */
class DatabaseCopyTest {

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

    private final LocalPostgres postgres = LocalPostgres.running();

    @AfterEach
    void empty() throws SQLException {
        postgres.empty("profile");
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
        String next =
                "select nextval('odd') || ' ' || nextval('day_id_seq') || ' ' || nextval('\"Month_the order_seq\"')";
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
        Path file = backup(() -> execute("profile", "delete from day", "update total set counted = 77"));

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
            try (Connection connection = postgres.connect("profile");
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
                restoring.read(postgres.reader(file));
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
        try (Connection forgotten = postgres.connect("profile")) {
            restore(file);
            assertThat(forgotten.isValid(1)).isFalse();
        }
    }

    @Test
    void theOutboxInUseIsCarriedOver() throws Exception {
        executeAsOwner("create table outbox (id int primary key, \"a b\" text); insert into outbox values (1, 'old')");
        Path file = backup();
        execute("profile", "delete from outbox", "insert into outbox values (2, E'new\\\\')");

        try (Connection inUse = postgres.connect("profile");
                Restoring restoring = new Restoring(databases(), null, Set.of("profile"), (name, table, load) -> {
                    load.carry(inUse, table);
                    return true;
                })) {
            restoring.read(postgres.reader(file));
        }
        databases().complete(Set.of("profile"));
        databases().dropLeftovers(Set.of("profile"));

        assertThat(string("profile", "select string_agg(id || \"a b\", ',') from outbox"))
                .isEqualTo("2new\\");
    }

    private Path backup() throws IOException, SQLException {
        return backup(() -> {});
    }

    private Path backup(LocalPostgres.Meanwhile meanwhile) throws IOException, SQLException {
        return postgres.backUp(BackupKind.DATA, List.of("profile"), meanwhile);
    }

    private void restore(Path file) throws SQLException {
        try (Restoring restoring = new Restoring(databases(), null, Set.of("profile"), (name, table, load) -> false)) {
            restoring.read(postgres.reader(file));
        }
        databases().complete(Set.of("profile"));
        databases().dropLeftovers(Set.of("profile"));
    }

    private DatabaseSwitch databases() {
        return postgres.databases();
    }

    /** Schema and rows, in an order that does not depend on where they lie. */
    private String contents(String database) throws Exception {
        try (Connection connection = postgres.connect(database)) {
            DatabaseSchema schema = new SchemaReader(connection).read();
            StringBuilder all = new StringBuilder(String.join("\n", schema.shape()));
            for (DatabaseSchema.Table table : schema.tables()) {
                all.append("\n").append(table).append("\n");
                String rows = LocalPostgres.string(
                        connection,
                        "select coalesce(string_agg(r::text, E'\\n' order by r::text), '') from " + table.name()
                                + " r");
                all.append(rows);
            }
            return all.toString();
        }
    }

    private void executeAsOwner(String sql) throws SQLException {
        execute("profile", "set role profile; " + sql);
    }

    private void execute(String database, String... statements) throws SQLException {
        postgres.execute(database, statements);
    }

    private String string(String database, String query) throws SQLException {
        return postgres.string(database, query);
    }
}
