package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.postgres.Databases;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keyrings are set back; the tables are those of the services, with what matters here. */
class KeyringRestoreTest {

    private static final String KEYRING = """
            create table epoch (epoch integer primary key);
            insert into epoch values (1);
            create table subject_key (subject_ref bytea primary key, wrapped bytea not null);
            create table erased_subject (subject_ref bytea primary key, erased_at timestamptz not null default now());
            create table withdrawal (subject_ref bytea not null references subject_key on delete cascade, topic bytea not null,
                at timestamptz not null, sealed bytea not null, primary key (subject_ref, topic));
            insert into subject_key select n::text::bytea, 'key' from generate_series(1, 4) n;
            insert into withdrawal values ('1', 'a', '2026-11-01', 'old'), ('1', 'b', '2026-11-01', 'old');
            """;
    private static final String DATA = """
            create table erasure (id integer primary key, subject_ref bytea not null, begun_at timestamptz not null, erased_at timestamptz);
            create table restoration (id uuid primary key, kind text, taken_at timestamptz, restored_at timestamptz, replayed_at timestamptz);
            """;

    private final LocalPostgres postgres = LocalPostgres.running();

    @BeforeEach
    void make() throws SQLException {
        for (String database : Databases.SERVICES) {
            postgres.execute(database, "set role " + database + "; " + DATA);
            postgres.execute(Databases.keyring(database), "set role " + Databases.keyring(database) + "; " + KEYRING);
        }
    }

    @AfterEach
    void empty() throws SQLException {
        for (String database : Databases.SERVICES) {
            postgres.empty(database);
            postgres.empty(Databases.keyring(database));
        }
    }

    @Test
    void whoWasErasedSinceHasNoKeyAndTheOthersHaveTheirsAgain() throws Exception {
        Path file = postgres.backUp(BackupKind.KEYRING, Databases.KEYRINGS, () -> {});
        // The keyring remembers 2, the data remembers 3, and 4 was lost.
        postgres.execute(
                "cycle_keyring",
                "delete from subject_key where subject_ref <> '1'",
                "insert into erased_subject values ('2')",
                "update withdrawal set at = '2026-11-20', sealed = 'new' where topic = 'a'",
                "insert into withdrawal values ('1', 'c', '2026-11-20', 'new')");
        postgres.execute("cycle", "insert into erasure values (1, '3', now(), null)");

        restore(file);

        assertThat(keys("cycle")).isEqualTo("1,4");
        assertThat(keys("billing")).isEqualTo("1,2,3,4");
        assertThat(list("cycle_keyring", "encode(subject_ref, 'escape')", "erased_subject"))
                .isEqualTo("2,3");
        assertThat(list("cycle_keyring", "encode(topic, 'escape') || encode(sealed, 'escape')", "withdrawal"))
                .isEqualTo("anew,bold,cnew");
        for (String database : Databases.SERVICES) {
            assertThat(list(database, "kind", "restoration where replayed_at is null"))
                    .isEqualTo("KEYRING");
        }
    }

    @Test
    void oneFromBeforeATurnOfTheEpochIsRefused() throws Exception {
        Path file = postgres.backUp(BackupKind.KEYRING, Databases.KEYRINGS, () -> {});
        postgres.execute("audit_keyring", "insert into epoch values (2)", "delete from subject_key");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> restore(file))
                .withMessageContaining("turned its epoch");

        assertThat(keys("audit")).isEmpty();
        assertThat(keys("profile")).isEqualTo("1,2,3,4");
    }

    private void restore(Path file) throws SQLException {
        new KeyringRestore(postgres.databases()).run(postgres.reader(file));
        postgres.databases().dropLeftovers(Databases.KEYRINGS);
    }

    private String keys(String service) throws SQLException {
        return list(Databases.keyring(service), "encode(subject_ref, 'escape')", "subject_key");
    }

    private String list(String database, String expression, String from) throws SQLException {
        return postgres.string(
                database,
                "select coalesce(string_agg(" + expression + ", ',' order by " + expression + "), '') from " + from);
    }
}
