package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.postgres.Databases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data is set back; the tables are those of the services, with what matters here. */
class DataRestoreTest {

    private static final Set<String> WANTED = Set.of("profile", "cycle", "billing");
    private static final String KNOWN = "abcdefghijklmnopqrst-_";
    private static final String LATER = "abcdefghijklmnopqrst--";
    private static final String SERVICE = """
            create table outbox_head (id smallint primary key);
            create table outbox (id integer primary key);
            create table revision (subject_ref bytea primary key, current bigint not null);
            create table entry (subject_ref bytea not null references revision, sealed bytea not null);
            create table restoration (id uuid primary key, kind text, taken_at timestamptz, restored_at timestamptz, replayed_at timestamptz);
            insert into outbox values (1);
            insert into revision values ('alice', 5), ('bob', 7);
            insert into entry values ('alice', 'first');
            """;

    private final LocalPostgres postgres = LocalPostgres.running();
    private final List<String> deleted = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private HttpServer store;
    private DataRestore restore;

    @BeforeEach
    void make() throws Exception {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            deleted.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        store.start();
        for (String database : Databases.SERVICES) {
            postgres.execute(database, "set role " + database + "; " + SERVICE);
        }
        postgres.execute(
                "cycle",
                "set role cycle; create table stored_file (id text primary key, state text not null);"
                        + " insert into stored_file values ('" + KNOWN + "', 'stored')");
        postgres.execute(
                "profile",
                "set role profile; create table erasure_order (id integer primary key, state text);"
                        + " insert into erasure_order values (1, 'WAITING')");
        postgres.execute(
                "audit",
                "set role audit; create table log_head (size bigint not null); insert into log_head values (100)");
        postgres.execute("keycloak", "set role keycloak; create table realm (id int); insert into realm values (1)");
        restore = new DataRestore(
                postgres.databases(),
                new SealedObjects("http://127.0.0.1:" + store.getAddress().getPort(), "key"),
                new Progress(new PrintStream(told)));
    }

    @AfterEach
    void empty() throws SQLException {
        store.stop(0);
        for (String database : Databases.DATA) {
            postgres.empty(database);
        }
    }

    @Test
    void theDataIsThatOfTheBackupAndWhatIsCarriedOverIsNot() throws Exception {
        Path file = backUp();
        postgres.execute(
                "cycle",
                "update revision set current = 9 where subject_ref = 'alice'",
                "update revision set current = 8 where subject_ref = 'bob'",
                "insert into revision values ('carol', 3)",
                "update entry set sealed = 'second'",
                "delete from outbox",
                "insert into outbox values (2), (3)",
                "insert into stored_file values ('" + LATER + "', 'stored')");
        postgres.execute("profile", "update erasure_order set state = 'CANCELLED'");

        restore.run(postgres.reader(file), WANTED);
        postgres.databases().dropLeftovers(WANTED);

        assertThat(list("cycle", "encode(sealed, 'escape')", "entry")).isEqualTo("first");
        assertThat(list("cycle", "encode(subject_ref, 'escape') || current", "revision"))
                .isEqualTo("alice9,bob8");
        assertThat(list("cycle", "id::text", "outbox")).isEqualTo("2,3");
        assertThat(list("profile", "state", "erasure_order")).isEqualTo("CANCELLED");
        assertThat(list("cycle", "id", "stored_file")).isEqualTo(KNOWN);
        assertThat(deleted).containsExactly("DELETE /" + LATER);
        for (String database : WANTED) {
            assertThat(list(database, "kind", "restoration where replayed_at is null"))
                    .isEqualTo("DATA");
        }
        assertThat(list("audit", "kind", "restoration")).isEmpty();
    }

    @Test
    void aDatabaseThatWasLostComesBackWholeFromTheBackup() throws Exception {
        Path file = backUp();
        postgres.empty("cycle");

        restore.run(postgres.reader(file), WANTED);
        postgres.databases().dropLeftovers(WANTED);

        assertThat(list("cycle", "encode(sealed, 'escape')", "entry")).isEqualTo("first");
        assertThat(list("cycle", "id::text", "outbox")).isEqualTo("1");
        assertThat(told.toString()).contains("cycle in use is not whole");
    }

    @Test
    void aBackupThatCannotBeReplayedChangesNothing() throws Exception {
        postgres.execute("billing", "drop table restoration");
        Path file = backUp();
        postgres.execute("cycle", "update entry set sealed = 'second'");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> restore.run(postgres.reader(file), WANTED))
                .withMessageContaining("before withdrawals could be replayed");

        assertThat(list("cycle", "encode(sealed, 'escape')", "entry")).isEqualTo("second");
        assertThat(deleted).isEmpty();
        postgres.databases().dropLeftovers(WANTED);
    }

    @Test
    void theLogAndTheAccountsStayWhileTheyAreWhole() throws Exception {
        Manifest manifest = postgres.reader(backUp()).verify();
        postgres.execute("audit", "update log_head set size = 120");

        assertThat(restore.wanted(manifest, false, false)).containsExactly("profile", "cycle", "billing");
        assertThat(told.toString()).contains("20 entries more");
    }

    @Test
    void theLogIsSetBackWhenItIsShorterOrLost() throws Exception {
        Manifest manifest = postgres.reader(backUp()).verify();

        postgres.execute("audit", "update log_head set size = 99");
        assertThat(restore.wanted(manifest, false, false)).contains("audit");
        postgres.empty("audit");
        assertThat(restore.wanted(manifest, false, false)).contains("audit");
    }

    @Test
    void whoAsksForItIsToldWhatIsLost() throws Exception {
        Manifest manifest = postgres.reader(backUp()).verify();
        postgres.execute("audit", "update log_head set size = 120");

        assertThat(restore.wanted(manifest, true, true)).contains("audit", "keycloak");
        assertThat(told.toString())
                .contains("20 of its entries are lost")
                .contains("those of people who were erased since come back");
    }

    @Test
    void accountsThatAreLostComeBack() throws Exception {
        Manifest manifest = postgres.reader(backUp()).verify();
        postgres.execute("keycloak", "delete from realm");

        assertThat(restore.wanted(manifest, false, false)).contains("keycloak");
    }

    private Path backUp() throws IOException, SQLException {
        return postgres.backUp(BackupKind.DATA, Databases.DATA, () -> {});
    }

    private String list(String database, String expression, String from) throws SQLException {
        return postgres.string(
                database,
                "select coalesce(string_agg(" + expression + ", ',' order by " + expression + "), '') from " + from);
    }
}
