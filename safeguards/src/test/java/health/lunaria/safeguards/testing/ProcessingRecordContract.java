package health.lunaria.safeguards.testing;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.testing.processing.Catalogue;
import health.lunaria.safeguards.testing.processing.Declaration;
import health.lunaria.safeguards.testing.processing.Gaps;
import health.lunaria.safeguards.testing.processing.RecordDocument;
import health.lunaria.safeguards.testing.processing.Section;
import health.lunaria.safeguards.testing.processing.Times;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/processing-record.md} says of every column of the service's two databases whether it is about people. A service's
 * test extends it as a {@code @QuarkusTest}, after whose start the databases have all their tables. What they are declared to be
 * stands in {@code processing.yaml} beside their migrations. A wanted change is accepted by {@code mvn -pl <service> test
 * -Dtest=ProcessingRecordTest -Dlunaria.processing.accept=true} and then reviewed like code.
 */
public abstract class ProcessingRecordContract {

    private static final String MIGRATIONS = "/migration";

    private final Config config = ConfigProvider.getConfig();

    @Test
    void everyColumnIsDeclared() throws IOException, SQLException {
        TestDatabases databases = TestDatabases.start();
        assertThat(Gaps.between(declaration(), Catalogue.of(databases.data(), databases.keyring())))
                .isEmpty();
    }

    @Test
    void theRecordIsWhatIsDeclared() throws IOException {
        String service = config.getValue("quarkus.application.name", String.class);
        Path file = Path.of(System.getProperty("lunaria.root"), "docs", "processing-record.md");
        String current =
                Times.fill(Section.of(service, declaration()), setting -> config.getValue(setting, Duration.class));
        if (Boolean.getBoolean("lunaria.processing.accept")) {
            Files.writeString(
                    file,
                    new RecordDocument(Files.readString(file))
                            .with(service, current)
                            .text());
        }
        assertThat(new RecordDocument(Files.readString(file)).section(service)).isEqualTo(current);
    }

    /** That of every place from which Flyway takes migrations; the last one, which is the service's own, comes first. */
    private Declaration declaration() throws IOException {
        Declaration all = Declaration.NONE;
        for (String place : places()) {
            String name = place.substring(0, place.lastIndexOf(MIGRATIONS)) + "/processing.yaml";
            URL file = Thread.currentThread().getContextClassLoader().getResource(name);
            assertThat(file).as(name).isNotNull();
            all = Declaration.read(file).plus(all);
        }
        return all;
    }

    private String[] places() {
        return Stream.of("quarkus.flyway.keyring.locations", "quarkus.flyway.locations")
                .flatMap(setting -> Stream.of(config.getValue(setting, String[].class)))
                .toArray(String[]::new);
    }
}
