package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.postgres.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets the keyrings back. Who was erased since has no key in them from the first moment on: that she was is known from the keyring
 * in use, if it is whole, and from the data. What people withdrew is carried over as well.
 */
final class KeyringRestore {

    private static final List<String> WITHOUT_KEYS = List.of(
            "insert into erased_subject (subject_ref, erased_at) select subject_ref, erased_at from pg_temp.erased"
                    + " on conflict do nothing",
            "delete from subject_key where subject_ref in (select subject_ref from erased_subject)");

    private static final String WITHDRAWN = "insert into withdrawal (subject_ref, topic, at, sealed)"
            + " select subject_ref, topic, at, sealed from pg_temp.withdrawn w"
            + " where exists (select from subject_key k where k.subject_ref = w.subject_ref)"
            + " on conflict (subject_ref, topic) do update set at = excluded.at, sealed = excluded.sealed"
            + " where excluded.at > withdrawal.at";

    private final DatabaseSwitch databases;

    KeyringRestore(DatabaseSwitch databases) {
        this.databases = databases;
    }

    void run(BackupReader backup) throws SQLException {
        Set<String> keyrings = new LinkedHashSet<>(Databases.KEYRINGS);
        try (Restoring restoring = new Restoring(databases, null, keyrings, (name, table, load) -> false)) {
            restoring.read(backup);
            for (String database : Databases.SERVICES) {
                finish(database, restoring);
                markData(database, backup.header());
            }
        }
        databases.complete(keyrings);
    }

    private void finish(String database, Restoring restoring) throws SQLException {
        String keyring = Databases.keyring(database);
        Connection restored = restoring.connection(keyring);
        try (Connection inUse = databases.connect(keyring);
                Connection data = databases.connect(database)) {
            failIfTheEpochTurned(inUse, restored, database);
            Carried carried = new Carried(inUse, restored);
            erase("erased_subject", "select subject_ref, erased_at from erased_subject", inUse, restored);
            erase("erasure", "select subject_ref, coalesce(erased_at, begun_at) from erasure", data, restored);
            if (Carried.has(inUse, "withdrawal") && restoring.schema(keyring).has("withdrawal")) {
                carried.into(
                        "withdrawn",
                        "subject_ref bytea, topic bytea, at timestamptz, sealed bytea",
                        "select subject_ref, topic, at, sealed from withdrawal");
                execute(restored, WITHDRAWN);
            }
        }
    }

    /** What a table in use says of who was erased holds in the restored keyring, too. */
    private static void erase(String table, String query, Connection from, Connection restored) throws SQLException {
        if (!Carried.has(from, table) || !Carried.has(restored, "erased_subject")) {
            return;
        }
        execute(restored, "drop table if exists pg_temp.erased");
        new Carried(from, restored).into("erased", "subject_ref bytea, erased_at timestamptz", query);
        for (String sql : WITHOUT_KEYS) {
            execute(restored, sql);
        }
    }

    /** The KMS key of an epoch that has turned is gone, or is going: such a keyring opens nothing. */
    private static void failIfTheEpochTurned(Connection inUse, Connection restored, String database)
            throws SQLException {
        if (Carried.has(inUse, "epoch") && epoch(inUse) > epoch(restored)) {
            throw new LauncherException("The keyring of " + database
                    + " has turned its epoch since this backup: what the backup holds is gone, as it is meant to be");
        }
    }

    private static long epoch(Connection keyring) throws SQLException {
        try (Statement statement = keyring.createStatement();
                ResultSet rows = statement.executeQuery("select coalesce(max(epoch), 0) from epoch")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Before the keyrings change their place: a look too many costs nothing. */
    private void markData(String database, BackupHeader header) throws SQLException {
        try (Connection data = databases.connect(database)) {
            DataRestore.mark(data, header);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
