package health.lunaria.safeguards.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The service's API is what {@code docs/api} says. A service's test extends it as a {@code @QuarkusTest}: Quarkus writes
 * the document to {@code target/openapi} when it builds the service for the tests. A wanted change is accepted by {@code
 * mvn -pl <service> test -Dtest=OpenApiTest -Dlunaria.openapi.accept=true} and then reviewed like code.
 */
public abstract class OpenApiContract {

    private static final List<String> ROUTED = List.of("/v1/", "/webhooks/", "/feeds/");
    private static final List<String> PUBLIC = List.of("/v1/audit/log/", "/v1/profile/erasure/receipts/");

    private final String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    private final Path built = Path.of("target", "openapi");

    @Test
    void theApiIsWhatTheDocumentSays() throws IOException {
        Path document = Path.of(System.getProperty("lunaria.root"), "docs", "api", service + ".yaml");
        String current = Files.readString(built(service + ".yaml"));
        if (Boolean.getBoolean("lunaria.openapi.accept")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, current);
        }
        assertThat(document).hasContent(current);
    }

    @Test
    void onlyWhatIsRoutedFromOutsideIsPublished() throws IOException {
        List<String> paths = names(document().path("paths"));
        assertThat(paths).isNotEmpty().allMatch(path -> ROUTED.stream().anyMatch(path::startsWith));
    }

    /** Except the log, which is public. */
    @Test
    void userRoutesNeedAToken() throws IOException {
        JsonNode document = document();
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        document.path("paths").properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/v1/") && PUBLIC.stream().noneMatch(path.getKey()::startsWith))
                .flatMap(path -> path.getValue().properties().stream())
                .forEach(operation -> assertThat(operation.getValue().at("/security/0/token"))
                        .as(operation.getKey())
                        .isNotEmpty());
    }

    /** OWASP ASVS 14.2.1: URLs end up in logs, histories and proxies. */
    @Test
    void noDateAndNoIdentifierStandsInAUrl() throws IOException {
        JsonNode document = document();
        assertThat(document.findValues("parameters").stream()
                        .flatMap(parameters -> parameters.findParents("in").stream())
                        .filter(parameter -> !parameter.path("in").asText().equals("header"))
                        .map(parameter -> resolved(parameter.path("schema"), document)
                                .path("format")
                                .asText()))
                .doesNotContain("date", "date-time", "uuid");
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(Files.readString(built(service + ".json")));
    }

    /** Fails when it was left by an earlier build. */
    private Path built(String name) throws IOException {
        Path file = built.resolve(name);
        assertThat(Files.getLastModifiedTime(file).toMillis())
                .as("%s is of this build", file)
                .isGreaterThan(ManagementFactory.getRuntimeMXBean().getStartTime());
        return file;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode document) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(entry -> entry.getKey()).toList();
    }
}
