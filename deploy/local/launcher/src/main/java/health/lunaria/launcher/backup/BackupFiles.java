package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The directory of backups: what they are called, and how long they stay. A backup of keyrings is locked until the time that
 * its header names, in the place of an object store's lock: this program neither deletes nor overwrites it before. Whoever
 * owns the directory can, of course.
 */
final class BackupFiles {

    private static final String SUFFIX = ".backup";
    private static final String UNFINISHED = ".unfinished-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;

    BackupFiles(Path directory) {
        this.directory = PrivateFiles.directory(directory);
    }

    Path standard(BackupKind kind, Instant takenAt) {
        return directory.resolve(kind.prefix() + "-" + TIME.format(takenAt) + SUFFIX);
    }

    /**
     * Writes a file that appears under its name when it is whole and on disk, and never in the place of another.
     *
     * @param file in a directory that exists
     */
    static void write(Path file, BackupWriter.Content content) {
        failIfThere(file);
        Path unfinished = null;
        try {
            // Temporary files have mode 600 from the first moment on, and a rename keeps it.
            unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), UNFINISHED, SUFFIX);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
            }
            force(unfinished);
            failIfThere(file);
            Files.move(unfinished, file);
        } catch (IOException failed) {
            throw new LauncherException(
                    "The backup cannot be written to " + file + ": is there a place for it?", failed);
        } finally {
            delete(unfinished);
        }
    }

    private static void failIfThere(Path file) {
        if (Files.exists(file)) {
            throw new LauncherException(file + " exists already; backups are never overwritten");
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * What became of old files.
     *
     * @param deleted too old
     * @param strange named like backups, and not readable as such: they are left to people
     */
    record Cleaning(List<Path> deleted, List<Path> strange) {}

    /**
     * Deletes what is over its time: keyrings from the time on that each one names, data after the given age. What a crash left
     * unfinished goes as well.
     */
    Cleaning clean(Duration age, Instant now) {
        List<Path> deleted = new ArrayList<>();
        List<Path> strange = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith(UNFINISHED)) {
                delete(file);
            } else if (name.endsWith(SUFFIX)) {
                try {
                    if (isOver(BackupReader.header(file), age, now)) {
                        delete(file);
                        deleted.add(file);
                    }
                } catch (RefusedBackupException notOne) {
                    strange.add(file);
                }
            }
        }
        return new Cleaning(deleted, strange);
    }

    static boolean isOver(BackupHeader header, Duration age, Instant now) {
        return header.retainedUntil()
                .map(until -> !until.isAfter(now))
                .orElseGet(() -> header.takenAt().plus(age).isBefore(now));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
