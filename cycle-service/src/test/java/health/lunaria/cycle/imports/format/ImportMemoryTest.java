package health.lunaria.cycle.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.testing.AppleHealthFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large file is read in a process of its own with less memory than the file is long. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ImportMemoryTest {

    private static final long FILE = 120_000_000;
    private static final String HEAP = "-Xmx96m";

    @TempDir
    Path directory;

    @Test
    void readsAppleHealthInAFractionOfItsSize() throws Exception {
        Path export = directory.resolve("export.xml");
        AppleHealthFile.write(export, FILE, LocalDate.of(2025, 12, 31));

        assertThat(run(export)).isEqualTo("3653 days, 3653 temperatures, 655 days of periods");
    }

    private static String run(Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString()))
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

        public static void main(String[] arguments) throws IOException, ImportException {
            ImportedDays imported;
            try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
                imported = ImportFiles.read(file, Imports.LIMITS);
            }
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
