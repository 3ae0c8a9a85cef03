package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a backup into new databases beside those in use. Nothing of what is in use is changed by it, except that files which
 * were deleted since are put back.
 */
final class Restoring implements AutoCloseable {

    private static final int MAX_SCHEMA = 16 << 20;

    /** Takes the place of rows of the backup. */
    interface Instead {
        /** @return whether the table was filled, and the rows in the backup are not wanted */
        boolean fill(String database, String table, DatabaseLoad load) throws SQLException;
    }

    private final DatabaseSwitch databases;
    private final SealedObjects objects;
    private final Set<String> wanted;
    private final Instead instead;
    private final Map<String, DatabaseLoad> loads = new HashMap<>();
    private final Map<String, Connection> connections = new HashMap<>();
    private long files;

    /** @param objects {@code null} for a backup without files */
    Restoring(DatabaseSwitch databases, SealedObjects objects, Set<String> wanted, Instead instead) {
        this.databases = databases;
        this.objects = objects;
        this.wanted = wanted;
        this.instead = instead;
    }

    void read(BackupReader backup) throws SQLException {
        for (String database : wanted) {
            databases.create(database);
        }
        backup.read(this::take);
        for (DatabaseLoad load : loads.values()) {
            load.finish();
        }
        if (!loads.keySet().equals(wanted)) {
            throw new LauncherException("The backup lacks a database");
        }
    }

    Connection connection(String database) {
        return connections.get(database);
    }

    DatabaseSchema schema(String database) {
        return loads.get(database).schema();
    }

    long files() {
        return files;
    }

    private void take(String entry, InputStream content) throws IOException {
        String[] path = entry.split("/", 4);
        try {
            if (path[0].equals("files") && path.length == 3) {
                takeFile(path[1], Long.parseLong(path[2]), content);
            } else if (path[0].equals("databases") && wanted.contains(path[1]) && path[2].equals("schema.json")) {
                begin(path[1], DatabaseSchema.decode(content.readNBytes(MAX_SCHEMA)));
            } else if (path[0].equals("databases") && wanted.contains(path[1]) && path[2].equals("rows")) {
                takeRows(path[1], path[3], content);
            }
        } catch (SQLException failed) {
            throw new LauncherException("The database " + path[1] + " cannot be restored", failed);
        }
    }

    private void begin(String database, DatabaseSchema schema) throws SQLException {
        Connection connection = databases.connect(DatabaseSwitch.restored(database));
        connections.put(database, connection);
        DatabaseLoad load = new DatabaseLoad(database, connection);
        load.begin(schema, database);
        loads.put(database, load);
    }

    private void takeRows(String database, String table, InputStream content) throws IOException, SQLException {
        DatabaseLoad load = loads.get(database);
        if (load == null) {
            throw new RefusedBackupException("It has rows before their tables");
        }
        if (!instead.fill(database, table, load)) {
            load.load(table, content);
        }
    }

    private void takeFile(String id, long length, InputStream content) {
        if (!objects.has(id)) {
            objects.put(id, length, content);
            files++;
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
