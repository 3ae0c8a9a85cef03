package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Vert.x' {@code BlockedThreadChecker} wrote about event loops that were blocked for longer than a second. It looks
 * once a second, so that a block of less than two may escape it. Worker threads, which may block, are not counted.
 */
final class EventLoopWarnings {

    private static final Pattern WARNING = Pattern.compile("eventloop-thread-\\d+.* has been blocked for \\d+ ms");

    private EventLoopWarnings() {}

    /** @throws LauncherException if there is no such log: no warnings would mean nothing then */
    static long in(Path log) {
        // Byte by byte: what else stands in the log need not be text.
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> WARNING.matcher(line).find()).count();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new LauncherException(
                    "The log cannot be searched for blocked event loops: " + unreadable, unreadable);
        }
    }
}
