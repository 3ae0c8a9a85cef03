package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.backup.DatabaseSchema.Table;
import health.lunaria.launcher.backup.Manifest.DatabaseSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies one database as one snapshot saw it, schema and rows. */
final class DatabaseDump {

    private final String name;
    private final Connection connection;
    private String position;

    /** @param connection used for nothing else; its transaction is the snapshot */
    DatabaseDump(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    static String schemaEntry(String database) {
        return "databases/" + database + "/schema.json";
    }

    static String rowsEntry(String database, String table) {
        return "databases/" + database + "/rows/" + table;
    }

    /** Takes the snapshot. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        position = string("select pg_current_wal_lsn()::text");
    }

    DatabaseSummary writeTo(BackupWriter backup) throws IOException, SQLException {
        DatabaseSchema schema = new SchemaReader(connection).read();
        backup.add(schemaEntry(name), out -> out.write(schema.encode()));
        long rows = 0;
        for (Table table : schema.tables()) {
            rows += copy(backup, table);
        }
        return new DatabaseSummary(name, position, version(schema), rows, logSize(schema));
    }

    /** Ids of the files that the snapshot knows of. */
    List<String> files() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id from stored_file where state = 'stored' order by id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private long copy(BackupWriter backup, Table table) throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        long[] rows = new long[1];
        backup.add(rowsEntry(name, table.name()), out -> rows[0] = copy(copies, table, out));
        return rows[0];
    }

    private long copy(CopyManager copies, Table table, OutputStream out) throws IOException {
        try {
            return copies.copyOut(table.copyOut(), out);
        } catch (SQLException failed) {
            throw new LauncherException("The table " + table.name() + " of " + name + " cannot be copied", failed);
        }
    }

    private String version(DatabaseSchema schema) throws SQLException {
        return schema.has("flyway_schema_history")
                ? string("select coalesce(max(version), '') from flyway_schema_history where success")
                : "";
    }

    private long logSize(DatabaseSchema schema) throws SQLException {
        return schema.has("log_head") ? Long.parseLong(string("select size::text from log_head")) : -1;
    }

    private String string(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
