package health.lunaria.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets of this stack, made at the first use, one file each. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** 64 hexadecimal digits. */
    public String text(String name) {
        return HexFormat.of().formatHex(bytes(name));
    }

    /** 32 bytes. */
    public byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The file that holds the bytes, for a part that reads it itself. */
    public Path file(String name) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            byte[] secret = new byte[LENGTH];
            RANDOM.nextBytes(secret);
            PrivateFiles.write(file, secret);
        }
        return file;
    }
}
