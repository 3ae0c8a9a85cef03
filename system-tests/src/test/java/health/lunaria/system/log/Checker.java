package health.lunaria.system.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other people's verifiers, in processes of their own. The first call may have to fetch them. */
public enum Checker {
    GO("check-with-go"),
    SIGSTORE("check-with-sigstore");

    private static final Path REPOSITORY = Path.of(System.getProperty("lunaria.root"));
    private static final int MINUTES = 5;

    private final String script;

    Checker(String script) {
        this.script = script;
    }

    /** @param exit 0 accepted, 1 refused, 3 the checker is not to be had */
    public record Verdict(int exit, String output) {}

    public Verdict check(LogCopy log) {
        Path output = log.directory().resolve(name() + ".output");
        Path program = REPOSITORY.resolve("system-tests/tools").resolve(script);
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(), log.directory().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("LUNARIA_CACHE", cache().toString()));
        try {
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end");
            }
            return new Verdict(process.exitValue(), Files.readString(output));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path cache() {
        return REPOSITORY.resolve(System.getenv().getOrDefault("LUNARIA_CACHE", ".lunaria/cache"));
    }
}
