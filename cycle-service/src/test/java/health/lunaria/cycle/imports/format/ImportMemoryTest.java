package health.lunaria.cycle.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.testing.AppleHealthFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A large file is read in a process of its own with less memory than the file is long. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ImportMemoryTest {

    private static final long FILE = 120_000_000;
    private static final String HEAP = "-Xmx96m";

    @Test
    void readsAppleHealthInAFractionOfItsSize() throws Exception {
        assertThat(run(Long.toString(FILE))).isEqualTo("3653 days, 3653 temperatures, 524 days of periods");
    }

    private static String run(String bytes) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        List.of(java, HEAP, "-cp", System.getProperty("java.class.path"), Child.class.getName(), bytes))
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readNBytes(10_000), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the process does. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws ImportException {
            ImportedDays imported =
                    ImportFiles.read(AppleHealthFile.open(Long.parseLong(arguments[0])), Imports.LIMITS);
            System.out.printf(
                    "%d days, %d temperatures, %d days of periods%n",
                    imported.days().size(),
                    imported.days().stream()
                            .filter(day -> day.hasUsableTemperature())
                            .count(),
                    imported.days().stream().filter(day -> day.hasPeriodFlow()).count());
        }
    }
}
