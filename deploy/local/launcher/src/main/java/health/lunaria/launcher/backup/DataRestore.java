package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.backup.Manifest.DatabaseSummary;
import health.lunaria.launcher.postgres.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets the data back, beside the keyrings as they are. What the services owe the audit log stays owed: their outboxes are
 * carried over, so that no access is forgotten. So are orders of erasures, and the numbers of people's changes, which never fall: a
 * device that saw a later one would miss what comes now.
 */
final class DataRestore {

    /**
     * The outbox and what it counted (ADR 0029); who was erased, ordered an erasure or changed her mind, whose account is whose, and
     * who was seen when: an order that was cancelled since the backup must not be carried out, nobody who came back may pass for
     * inactive. And the reports of what was deleted.
     */
    private static final Set<String> CARRIED = Set.of(
            "outbox",
            "outbox_head",
            "outbox_total",
            "erasure",
            "erasure_order",
            "erasure_order_step",
            "account_link",
            "account_activity",
            "retention_report");

    /** What the services look for before they are ready. */
    private static final String MARK =
            "insert into restoration (id, kind, taken_at, restored_at) values (gen_random_uuid(), ?, ?, now())";

    private final DatabaseSwitch databases;
    private final SealedObjects objects;
    private final Progress progress;

    DataRestore(DatabaseSwitch databases, SealedObjects objects, Progress progress) {
        this.databases = databases;
        this.objects = objects;
        this.progress = progress;
    }

    /**
     * Which databases are set back. The log and the accounts are not, while those in use are whole: a log that was set back
     * contradicts what its witness signed, and accounts that were set back have old passwords and those of erased people.
     */
    Set<String> wanted(Manifest manifest, boolean withLog, boolean withAccounts) {
        Set<String> wanted = new LinkedHashSet<>(List.of("profile", "cycle", "billing"));
        long inBackup = manifest.databases().stream()
                .filter(summary -> summary.name().equals(Databases.AUDIT))
                .mapToLong(DatabaseSummary::logSize)
                .findFirst()
                .orElse(-1);
        long inUse = number(Databases.AUDIT, "select size from log_head");
        if (withLog || inUse < inBackup) {
            wanted.add(Databases.AUDIT);
            progress.step("the log is set back: " + Math.max(0, inUse - inBackup)
                    + " of its entries are lost, and the verifier and the witness will say so");
        } else {
            progress.step("the log stays as it is, with " + (inUse - inBackup) + " entries more than the backup's");
        }
        if (withAccounts || number(Databases.KEYCLOAK, "select count(*) from realm") <= 0) {
            wanted.add(Databases.KEYCLOAK);
            progress.step("accounts are set back: those of people who were erased since come back as well");
        } else {
            progress.step("accounts and passwords stay as they are");
        }
        return wanted;
    }

    /** Makes the databases and puts them in their places; nothing may use those in use meanwhile. */
    void run(BackupReader backup, Set<String> wanted) throws SQLException {
        Map<String, Connection> inUse = new HashMap<>();
        List<String> unknownFiles;
        try (Restoring restoring =
                new Restoring(databases, objects, wanted, (name, table, load) -> carry(inUse.get(name), table, load))) {
            for (String database : wanted) {
                connectIfWhole(database, inUse);
            }
            restoring.read(backup);
            progress.step(restoring.files() + " files were put back");
            for (String database : wanted) {
                if (!database.equals(Databases.KEYCLOAK)) {
                    finish(database, backup, restoring, inUse.get(database));
                }
            }
            unknownFiles = unknownFiles(inUse.get("cycle"), restoring.connection("cycle"));
        } finally {
            for (Connection connection : inUse.values()) {
                connection.close();
            }
        }
        databases.complete(wanted);
        unknownFiles.forEach(objects::delete);
    }

    private void connectIfWhole(String database, Map<String, Connection> inUse) {
        try {
            Connection connection = databases.connect(database);
            inUse.put(database, connection);
            if (!database.equals(Databases.KEYCLOAK) && !Carried.has(connection, "outbox_head")) {
                throw new SQLException("The database is empty");
            }
        } catch (SQLException lost) {
            inUse.remove(database);
            progress.step("the database " + database + " in use is not whole: nothing is carried over from it");
        }
    }

    private static boolean carry(Connection inUse, String table, DatabaseLoad load) {
        if (inUse == null || !CARRIED.contains(table)) {
            return false;
        }
        load.carry(inUse, table);
        return true;
    }

    private static void finish(String database, BackupReader backup, Restoring restoring, Connection inUse)
            throws SQLException {
        Connection restored = restoring.connection(database);
        if (!Carried.has(restored, "restoration")) {
            throw new LauncherException("The backup is from before withdrawals could be replayed; it is not restored");
        }
        if (inUse != null && Carried.has(inUse, "revision")) {
            new Carried(inUse, restored)
                    .into("later", "subject_ref bytea, current bigint", "select subject_ref, current from revision");
            try (Statement statement = restored.createStatement()) {
                statement.execute("update revision set current = greatest(revision.current, later.current)"
                        + " from pg_temp.later where later.subject_ref = revision.subject_ref");
            }
        }
        mark(restored, backup.header());
    }

    static void mark(Connection database, BackupHeader header) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(MARK)) {
            statement.setString(1, header.kind().name());
            statement.setTimestamp(2, Timestamp.from(header.takenAt()));
            statement.execute();
        }
    }

    /** Files that came after the backup: no row knows of them any more. */
    private static List<String> unknownFiles(Connection inUse, Connection restored) throws SQLException {
        List<String> ids = new ArrayList<>();
        if (inUse == null) {
            return ids;
        }
        new Carried(inUse, restored).into("later_file", "id text", "select id from stored_file");
        try (Statement statement = restored.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from pg_temp.later_file where id not in (select id from stored_file)")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** -1 if there is no such database, or it is not whole. */
    private long number(String database, String query) {
        try (Connection connection = databases.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : -1;
        } catch (SQLException lost) {
            return -1;
        }
    }
}
