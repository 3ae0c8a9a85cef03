package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** Fills one new and empty database; it belongs to the role that the one it replaces belongs to. */
final class DatabaseLoad {

    private final String name;
    private final Connection connection;
    private DatabaseSchema schema;
    private long rows;

    /** @param connection of the superuser to the new database */
    DatabaseLoad(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    long rows() {
        return rows;
    }

    DatabaseSchema schema() {
        return schema;
    }

    void begin(DatabaseSchema schema, String role) throws SQLException {
        this.schema = schema;
        run(List.of("set check_function_bodies = off", "set search_path = public", "set role " + role));
        run(schema.beforeRows());
    }

    void load(String table, InputStream content) throws IOException {
        try {
            rows += connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(schema.table(table).copyIn(), content);
        } catch (SQLException failed) {
            throw new LauncherException("The table " + table + " of " + name + " cannot be filled", failed);
        }
    }

    /** Fills the table from another database instead. */
    void carry(Connection from, String table) {
        DatabaseSchema.Table described = schema.table(table);
        rows += new Carried(from, connection)
                .copy("select " + described.columns() + " from " + described.name(), described.copyIn());
    }

    /** @throws LauncherException if the database is not what the one in the backup was */
    void finish() throws SQLException {
        run(schema.afterRows());
        run(List.of("reset role", "analyze"));
        if (!new SchemaReader(connection).read().shape().equals(schema.shape())) {
            throw new LauncherException("The restored database " + name + " is not made as the one in the backup was");
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
