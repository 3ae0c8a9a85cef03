package health.lunaria.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks distributions: whole or not at all. */
public final class Archives {

    private static final int EXECUTABLE = 0100;

    private Archives() {}

    /** Unpacks into a directory that does not exist yet. Another launcher that does the same at once does no harm. */
    public static void unpack(InputStream tar, Path target) {
        try {
            Path unfinished = Files.createTempDirectory(PrivateFiles.directory(target.getParent()), ".unpack");
            try (TarArchiveInputStream in = new TarArchiveInputStream(tar)) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    unpack(in, entry, unfinished);
                }
            }
            move(unfinished, target);
        } catch (IOException failed) {
            throw new LauncherException("Cannot unpack to " + target + ": " + failed.getMessage(), failed);
        }
    }

    private static void move(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException someoneWasFaster) {
            delete(unfinished);
            if (!Files.isDirectory(target)) {
                throw someoneWasFaster;
            }
        }
    }

    private static void unpack(TarArchiveInputStream in, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("An entry of the archive points outside of it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
            String mode = (entry.getMode() & EXECUTABLE) == 0 ? "rw-------" : "rwx------";
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        }
    }

    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
