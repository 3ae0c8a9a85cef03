package health.lunaria.launcher;

import health.lunaria.launcher.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of the stack. All methods can be called again and again. */
public interface Part {

    String name();

    /** Writes what the process needs before it starts: data directory, settings. */
    void prepare();

    List<String> command();

    /** What is built here and runs as this part; a process older than it is started anew. */
    default Optional<Path> program() {
        return Optional.empty();
    }

    default Map<String, String> environment() {
        return Map.of();
    }

    boolean isReady();

    /** Sets up what can only be set up in the running process: databases, keys. */
    default void complete() {}

    /** The port to show to people. */
    int port();

    default void stop(Processes processes) {
        processes.stop(name(), Duration.ofSeconds(30));
    }
}
