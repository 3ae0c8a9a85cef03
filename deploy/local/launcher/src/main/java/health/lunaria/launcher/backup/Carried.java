package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postgresql.PGConnection;

/** What a restore does not set back: it is taken from the database in use to the one that replaces it. */
final class Carried {

    private static final int BUFFER = 1 << 16;

    private final Connection inUse;
    private final Connection restored;

    Carried(Connection inUse, Connection restored) {
        this.inUse = inUse;
        this.restored = restored;
    }

    static boolean has(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select to_regclass('public." + table + "') is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Fills a temporary table of the restored database with what the query finds in the one in use. */
    void into(String temporaryTable, String columns, String query) throws SQLException {
        try (Statement statement = restored.createStatement()) {
            statement.execute("create temp table " + temporaryTable + " (" + columns + ")");
        }
        copy(query, "copy pg_temp." + temporaryTable + " from stdin");
    }

    /** @return how many rows */
    long copy(String query, String copyIn) {
        try (PipedInputStream in = new PipedInputStream(BUFFER);
                PipedOutputStream out = new PipedOutputStream(in)) {
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(query, out));
            long rows = restored.unwrap(PGConnection.class).getCopyAPI().copyIn(copyIn, in);
            reading.join();
            return rows;
        } catch (SQLException | IOException | CompletionException failed) {
            throw new LauncherException("What the database in use knows cannot be carried over", failed);
        }
    }

    private void read(String query, PipedOutputStream out) {
        try (out) {
            inUse.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", out);
        } catch (SQLException | IOException failed) {
            throw new CompletionException(failed);
        }
    }
}
