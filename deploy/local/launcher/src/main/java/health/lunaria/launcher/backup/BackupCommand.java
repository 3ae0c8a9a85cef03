package health.lunaria.launcher.backup;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.backup.Manifest.DatabaseSummary;
import health.lunaria.launcher.backup.SealedObjects.Opened;
import health.lunaria.launcher.postgres.Databases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./lunaria backup}: an encrypted copy of the data, or of the keyrings, while everything runs. Each database is copied as
 * one snapshot saw it, and then the files that the snapshot knows of.
 */
public final class BackupCommand {

    public static final String USAGE = "backup [--keyring] [--out FILE]";

    /** How long data is kept, unless {@code LUNARIA_BACKUP_DAYS} says otherwise. */
    static final Duration DATA_RETENTION = Duration.ofDays(35);

    /** Shorter than an epoch of 14 days: when an epoch's key goes, every export below it is gone, too. */
    static final Duration KEYRING_RETENTION = Duration.ofDays(13);

    static final Duration STATEMENT_PATIENCE = Duration.ofMinutes(10);

    private final Stack stack;
    private final BackupKeys keys;
    private final PrintStream out;

    public BackupCommand(Stack stack, PrintStream out) {
        this.stack = stack;
        this.keys = new KmsBackupKeys(stack.kms());
        this.out = out;
    }

    /** @return the file, or empty if it was called wrongly */
    public Optional<Path> run(List<String> arguments) {
        BackupKind kind = BackupKind.DATA;
        Path target = null;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--keyring")) {
                kind = BackupKind.KEYRING;
            } else if (arguments.get(i).equals("--out") && i + 1 < arguments.size() && target == null) {
                target = Path.of(arguments.get(++i));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(back(kind, target));
    }

    private Path back(BackupKind kind, Path target) {
        if (!stack.areStoresUp()) {
            throw new LauncherException("the stack is down: run ./lunaria up first");
        }
        return stack.exclusively(() -> {
            Instant began = Instant.now();
            Instant takenAt = began.truncatedTo(ChronoUnit.MILLIS);
            BackupFiles files = new BackupFiles(directory(stack.home()));
            Path file = target == null ? files.standard(kind, takenAt) : target;
            clean(files, began);
            BackupFiles.write(file, raw -> write(raw, kind, takenAt));
            tell(file, kind, began, takenAt);
            return file;
        });
    }

    static Path directory(Home home) {
        return home.in("backups");
    }

    private void clean(BackupFiles files, Instant now) {
        BackupFiles.Cleaning cleaning = files.clean(dataRetention(System.getenv()), now);
        cleaning.deleted().forEach(file -> stack.progress().step("deleted " + file + ", which was over its time"));
        cleaning.strange().forEach(file -> stack.progress().step(file + " is no backup that can be read; it is left"));
    }

    static Duration dataRetention(Map<String, String> environment) {
        String days = environment.get("LUNARIA_BACKUP_DAYS");
        if (days == null) {
            return DATA_RETENTION;
        }
        if (!days.matches("[1-9][0-9]{0,3}")) {
            throw new LauncherException("LUNARIA_BACKUP_DAYS must be a number of days, 1 to 9999");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    private void write(OutputStream raw, BackupKind kind, Instant takenAt) throws IOException {
        Optional<Instant> until =
                kind == BackupKind.KEYRING ? Optional.of(takenAt.plus(KEYRING_RETENTION)) : Optional.empty();
        BackupKeys.DataKey key = keys.create(kind, BackupHeader.context(kind, stack.id(), takenAt, until));
        BackupHeader header = new BackupHeader(kind, stack.id(), takenAt, until, key.kmsKeyId(), key.wrapped());
        try (BackupWriter backup = new BackupWriter(SealedBackup.seal(raw, header, key.plaintext()))) {
            List<DatabaseSummary> databases = new ArrayList<>();
            for (String database : kind == BackupKind.DATA ? Databases.DATA : Databases.KEYRINGS) {
                stack.progress().step("copying " + database);
                databases.add(copy(backup, database));
            }
            backup.finish(new Manifest(kind, stack.id(), takenAt, databases, backup.entries()));
        } finally {
            Arrays.fill(key.plaintext(), (byte) 0);
        }
    }

    private DatabaseSummary copy(BackupWriter backup, String database) throws IOException {
        try (Connection connection = stack.postgres().administration().connect(database, STATEMENT_PATIENCE)) {
            DatabaseDump dump = new DatabaseDump(database, connection);
            dump.begin();
            DatabaseSummary summary = dump.writeTo(backup);
            if (database.equals("cycle")) {
                copyFiles(backup, dump.files());
            }
            return summary;
        } catch (SQLException failed) {
            throw new LauncherException("The database " + database + " cannot be copied", failed);
        }
    }

    /** After the snapshot: what it knows of is complete, and what was deleted since is meant to be gone. */
    private void copyFiles(BackupWriter backup, List<String> ids) throws IOException {
        stack.progress().step("copying " + ids.size() + " files");
        for (String id : ids) {
            Optional<Opened> found = stack.objects().open(id);
            if (found.isPresent()) {
                try (InputStream content = found.get().content()) {
                    backup.add(fileEntry(id, found.get().length()), content::transferTo);
                }
            }
        }
    }

    static String fileEntry(String id, long length) {
        return "files/" + id + "/" + length;
    }

    private void tell(Path file, BackupKind kind, Instant began, Instant takenAt) {
        try {
            out.printf(
                    Locale.ROOT,
                    "%s%n  %.1f MB after %.1f s, encrypted under a KMS key of %s%n",
                    file.toAbsolutePath(),
                    Files.size(file) / 1e6,
                    Duration.between(began, Instant.now()).toMillis() / 1000.0,
                    kind.principal());
        } catch (IOException failed) {
            throw new LauncherException("The backup cannot be read again", failed);
        }
        out.println(
                kind == BackupKind.KEYRING
                        ? "  kept until " + takenAt.plus(KEYRING_RETENTION) + ", not deleted before"
                        : "  kept for " + dataRetention(System.getenv()).toDays() + " days, while it is in "
                                + directory(stack.home()));
    }
}
