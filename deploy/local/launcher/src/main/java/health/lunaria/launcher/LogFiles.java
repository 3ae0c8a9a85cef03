package health.lunaria.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the ends of log files, however long they are. */
public final class LogFiles {

    private static final int MAX_BYTES = 256 * 1024;

    private LogFiles() {}

    public static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(nothing was logged)";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - MAX_BYTES);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
