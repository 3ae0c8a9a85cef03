package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {

    private static final String JAR = "lib/main/health.lunaria.safeguards-1.jar";
    private static final String TRANSFORMED = "quarkus/transformed-bytecode.jar";
    private static final String AUDITOR = "health/lunaria/safeguards/auditing/OutboxAuditor.class";

    @TempDir
    Path repository;

    private Path product;
    private Packages packages;

    @BeforeEach
    void packageTheProduct() throws IOException {
        product = repository.resolve("cycle-service/target/quarkus-app");
        Files.createDirectories(product.resolve("lib/main"));
        Files.writeString(product.resolve("quarkus-run.jar"), "runner");
        Files.createDirectories(product.resolve("quarkus"));
        writeJar(JAR, Rung.PLAIN.exchanged());
        writeJar(TRANSFORMED, List.of(AUDITOR));
        for (String type : Rung.PLAIN.exchanged()) {
            Path replacement =
                    repository.resolve("benchmarks/replacements/target/classes").resolve(type);
            Files.createDirectories(replacement.getParent());
            Files.writeString(replacement, "replaced");
        }
        packages = new Packages(repository, repository.resolve("packages"));
    }

    @Test
    void eachStepHasItsClassesExchangedAndNoOthers() throws IOException {
        for (Rung rung : Rung.values()) {
            Path run = packages.make(rung);

            assertThat(run).hasContent("runner");
            for (String type : Rung.PLAIN.exchanged()) {
                assertThat(read(run.resolveSibling(JAR), type))
                        .as("%s of %s", type, rung)
                        .isEqualTo(rung.exchanged().contains(type) ? "replaced" : "product");
            }
        }
    }

    @Test
    void aClassThatQuarkusChangedIsExchangedWhereItIsLoadedFrom() throws IOException {
        for (Rung rung : Rung.values()) {
            assertThat(read(packages.make(rung).resolveSibling(TRANSFORMED), AUDITOR))
                    .as("%s", rung)
                    .isEqualTo(rung.exchanged().contains(AUDITOR) ? "replaced" : "product");
        }
    }

    @Test
    void theLastStepIsTheProduct() {
        assertThat(Rung.AUDIT.exchanged()).isEmpty();
    }

    @Test
    void theProductItselfIsLeftAlone() throws IOException {
        packages.make(Rung.PLAIN);

        for (String type : Rung.PLAIN.exchanged()) {
            assertThat(read(product.resolve(JAR), type)).isEqualTo("product");
        }
    }

    @Test
    void whatWasMadeBeforeIsMadeAnew() throws IOException {
        Files.writeString(packages.make(Rung.PLAIN), "old");

        assertThat(packages.make(Rung.PLAIN)).hasContent("runner");
    }

    @Test
    void aClassThatTheProductHasNoLongerIsAnError() throws IOException {
        Files.delete(product.resolve(JAR));
        writeJar(JAR, Rung.PLAIN.exchanged().subList(0, 1));

        assertThatThrownBy(() -> packages.make(Rung.PLAIN)).isInstanceOf(LauncherException.class);
    }

    @Test
    void aReplacementThatIsNotBuiltIsAnError() throws IOException {
        Files.delete(repository
                .resolve("benchmarks/replacements/target/classes")
                .resolve(Rung.PLAIN.exchanged().get(0)));

        assertThatThrownBy(() -> packages.make(Rung.PLAIN)).isInstanceOf(LauncherException.class);
    }

    private void writeJar(String name, List<String> types) throws IOException {
        URI jar = URI.create("jar:" + product.resolve(name).toUri());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (String type : types) {
                Files.createDirectories(files.getPath(type).getParent());
                Files.writeString(files.getPath(type), "product");
            }
        }
    }

    private static String read(Path jar, String type) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return Files.readString(files.getPath(type));
        }
    }
}
