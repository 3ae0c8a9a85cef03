package health.lunaria.system;

import health.lunaria.launcher.Part;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A disk of a few megabytes below the tables of the log. It is a tmpfs in a mount namespace that only PostgreSQL is in, so that
 * nothing of the machine is changed, and what PostgreSQL meets is what it meets on every full disk: ENOSPC.
 */
final class SmallDisk implements AutoCloseable {

    private static final List<String> TABLES = List.of("log_leaf", "access_event");
    /** More than it takes; nobody's real disk may be filled. */
    private static final int MOST_INSERTS = 200;

    private static final String DISK_FULL = "53100";

    private static final String DATABASE = "audit";

    private final Suite suite;
    private final SuiteDatabases databases;
    private final Stack stack;
    private final Path directory;

    /** Puts the tables on it. */
    SmallDisk(Suite suite) {
        this.suite = suite;
        this.databases = new SuiteDatabases(suite);
        this.stack = suite.stack();
        this.directory = stack.home().in("small-disk");
        restartOnDisk();
        execute("create tablespace small location '" + directory + "'");
        TABLES.forEach(table -> execute("alter table " + table + " set tablespace small"));
    }

    private void restartOnDisk() {
        Part postgres = stack.postgres();
        stack.stop(postgres.name());
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // Who is mapped to root in a namespace may mount there, and PostgreSQL refuses to run as root: hence two of
        // them.
        List<String> command = new ArrayList<>(List.of("unshare", "-U", "-r", "-m", "sh", "-c"));
        command.add("mount -t tmpfs -o size=32m,mode=0700 small \"$0\" && exec \"$@\"");
        command.add(directory.toString());
        if (!postgres.command().get(0).equals("unshare")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(postgres.command());
        ProcessHandle onDisk = new Processes(stack.home().run())
                .start(postgres.name(), command, Map.of(), stack.home().log(postgres.name()));
        suite.up();
        if (!stack.process(postgres.name()).equals(Optional.of(onDisk))) {
            throw new IllegalStateException("PostgreSQL does not run on the small disk; see its log");
        }
    }

    /** Takes all room that is left. */
    void fill() {
        execute("create table filler (bytes text storage plain) tablespace small");
        execute("alter table filler set (autovacuum_enabled = false)");
        // The last pages are taken one by one: who asks for many at once is refused earlier.
        for (int rows : List.of(100, 1)) {
            untilFull("insert into filler select repeat('x', 6000) from generate_series(1, " + rows + ")");
        }
    }

    void makeRoom() {
        execute("drop table if exists filler");
    }

    private void untilFull(String insert) {
        try (Connection connection = databases.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < MOST_INSERTS; i++) {
                statement.execute(insert);
            }
            throw new IllegalStateException("The disk is not small");
        } catch (SQLException full) {
            if (!DISK_FULL.equals(full.getSQLState())) {
                throw new IllegalStateException(full);
            }
        }
    }

    /** The first column of the only row, from audit-service's database. */
    long number(String query) {
        return databases.number(DATABASE, query);
    }

    private void execute(String sql) {
        databases.change(DATABASE, sql);
    }

    /** Puts the tables back and PostgreSQL on the machine's disk. */
    @Override
    public void close() {
        makeRoom();
        TABLES.forEach(table -> execute("alter table " + table + " set tablespace pg_default"));
        execute("drop tablespace small");
        stack.stop(stack.postgres().name());
        suite.up();
    }
}
