package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.postgres.Databases;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code ./lunaria restore}: sets the stack back to a backup. The file is read through before anything is touched, and what is
 * in use stays whole until the restored databases take their places in one step.
 */
public final class RestoreCommand {

    public static final String USAGE = "restore FILE [--yes] [--with-log] [--with-accounts] [--keyring]";

    private static final Set<String> OPTIONS = Set.of("--yes", "--with-log", "--with-accounts", "--keyring");

    private final Stack stack;
    private final BackupKeys keys;
    private final PrintStream out;
    private final Supplier<Optional<String>> answer;

    /** @param answer what a person at the terminal answers; empty if there is none */
    public RestoreCommand(Stack stack, PrintStream out, Supplier<Optional<String>> answer) {
        this.stack = stack;
        this.keys = new KmsBackupKeys(stack.kms());
        this.out = out;
        this.answer = answer;
    }

    /** @return whether it was called rightly */
    public boolean run(List<String> arguments) {
        List<String> options =
                arguments.stream().filter(argument -> argument.startsWith("--")).toList();
        List<String> files = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        if (files.size() != 1 || !OPTIONS.containsAll(options)) {
            return false;
        }
        try {
            stack.exclusively(() -> {
                restore(Path.of(files.get(0)), options);
                return true;
            });
        } catch (RefusedBackupException refused) {
            throw new LauncherException(
                    files.get(0) + " is not restored, and nothing was touched. " + refused.getMessage(), refused);
        }
        return true;
    }

    private void restore(Path file, List<String> options) {
        BackupHeader header = BackupReader.header(file);
        boolean keyring = header.kind() == BackupKind.KEYRING;
        if (keyring != options.contains("--keyring")) {
            throw new RefusedBackupException(
                    keyring
                            ? "It holds keyrings: what was written under newer keys would never open again. Say --keyring if"
                                    + " the keyrings in use are lost"
                            : "It holds data, not keyrings");
        }
        stack.upStores();
        BackupReader backup = BackupReader.open(file, stack.id(), keys);
        stack.progress().step("reading " + file);
        Manifest manifest = backup.verify();
        out.printf(
                Locale.ROOT,
                "  whole, of %s, %d rows in %d databases%n",
                manifest.takenAt(),
                manifest.databases().stream()
                        .mapToLong(Manifest.DatabaseSummary::rows)
                        .sum(),
                manifest.databases().size());
        if (!options.contains("--yes") && !confirmed(keyring, header)) {
            throw new LauncherException("Nothing was restored: confirm it at a terminal, or say --yes");
        }
        DatabaseSwitch databases = new DatabaseSwitch(stack.postgres().administration());
        try {
            replace(backup, manifest, options, databases);
        } catch (SQLException | RuntimeException failed) {
            // What was in use is so again.
            stack.up();
            throw failed instanceof RuntimeException known
                    ? known
                    : new LauncherException("The restore was given up; what was in use is in use again", failed);
        }
        stack.up();
        databases.dropLeftovers(manifest.databases().stream()
                .map(Manifest.DatabaseSummary::name)
                .toList());
        out.println("Restored, replayed and ready.");
    }

    private void replace(BackupReader backup, Manifest manifest, List<String> options, DatabaseSwitch databases)
            throws SQLException {
        if (manifest.kind() == BackupKind.KEYRING) {
            stack.stopUsersOf(Databases.SERVICES);
            new KeyringRestore(databases).run(backup);
        } else {
            DataRestore restore = new DataRestore(databases, stack.objects(), stack.progress());
            Set<String> wanted =
                    restore.wanted(manifest, options.contains("--with-log"), options.contains("--with-accounts"));
            stack.stopUsersOf(wanted);
            restore.run(backup, wanted);
        }
    }

    private boolean confirmed(boolean keyring, BackupHeader header) {
        out.println(
                keyring
                        ? "  The keyrings become those of " + header.takenAt()
                                + ". What people wrote under keys made since can never be read again."
                        : "  The data becomes that of " + header.takenAt()
                                + ". What was written since is lost; erasures and withdrawals since hold.");
        out.print("  Type \"restore\" to go on: ");
        return answer.get().filter("restore"::equals).isPresent();
    }
}
