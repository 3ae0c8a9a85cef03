package health.lunaria.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the witness keeps what it must not forget. One process has it at a time, nobody else can look into it, and a file is
 * replaced as a whole: when {@link #write} returns, the new content survives a crash; before, the old one does.
 */
final class PrivateDirectory implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int MAX_FILE = 256 * 1024;

    private final Path directory;
    private final FileChannel lockFile;

    private PrivateDirectory(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /** @throws IllegalStateException if another process has it, or others than its owner can look into it */
    static PrivateDirectory open(Path directory) {
        try {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            failIfOpenToOthers(directory);
            FileChannel lockFile = FileChannel.open(
                    directory.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (!isLocked(lockFile)) {
                lockFile.close();
                throw new IllegalStateException("Another witness runs in this directory");
            }
            return new PrivateDirectory(directory, lockFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lock goes with the channel, thus also with the process, however it ends. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    Optional<String> read(String name) {
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new IllegalStateException("The file " + name + " is too large to be one of the witness");
            }
            return Optional.of(SignedNote.decode(Files.readAllBytes(file)));
        } catch (MalformedException damaged) {
            throw new IllegalStateException("The file " + name + " is damaged", damaged);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean hasFile(String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(suffix));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws UncheckedIOException if it cannot be made durable, on a full disk for example; the old content stays then */
    void write(String name, String content) {
        try {
            // Temporary files are for their owner only from the first moment on.
            Path temporary = Files.createTempFile(directory, "write", ".tmp");
            try {
                fill(temporary, content);
                Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            flushDirectory();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void fill(Path file, String content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void flushDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void failIfOpenToOthers(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("Others than its owner can reach " + file.getFileName());
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
