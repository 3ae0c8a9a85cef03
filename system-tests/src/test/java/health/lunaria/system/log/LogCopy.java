package health.lunaria.system.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** All files of a published log in a directory, where other people's programs find them. */
public record LogCopy(Path directory) {

    public static LogCopy of(PublishedLog log, Path directory) {
        LogCopy copy = new LogCopy(directory);
        byte[] checkpoint = log.read("checkpoint");
        copy.write("key", log.read("key"));
        copy.write("checkpoint", checkpoint);
        String size =
                new String(checkpoint, StandardCharsets.UTF_8).lines().toList().get(1);
        TilePath.of(Long.parseLong(size)).forEach(tile -> copy.write(tile.toString(), log.read(tile.toString())));
        return copy;
    }

    /** Has it checked as well that the log grew from here. */
    public void addOlder(String checkpoint) {
        write("checkpoint.older", checkpoint.getBytes(StandardCharsets.UTF_8));
    }

    public void addProof(String name, String proof) {
        write(name + ".tlog-proof", proof.getBytes(StandardCharsets.UTF_8));
    }

    public void change(String file, UnaryOperator<byte[]> change) {
        try {
            write(file, change.apply(Files.readAllBytes(directory.resolve(file))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String file, byte[] content) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
