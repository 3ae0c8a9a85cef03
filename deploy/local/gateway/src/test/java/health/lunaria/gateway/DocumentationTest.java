package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.Client;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @TempDir
    private static Path directory;

    private static GatewayFixture fixture;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        Path specifications = Files.createDirectory(directory.resolve("openapi"));
        Files.writeString(specifications.resolve("cycle-service.yaml"), "openapi: 3.1.0");
        Files.writeString(specifications.resolve("secret.yaml"), "secret");
        fixture = new GatewayFixture(directory)
                .with("docs.enabled", "true")
                .with("docs.openapi-directory", specifications.toString())
                .start();
        client = fixture.client();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void thePageAndEverythingThatItLoadsIsServedFromHere() throws Exception {
        HttpResponse<String> page = client.get("/docs/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("./lunaria token alice").doesNotContain("<script>", "style=", "http");
        Matcher link = LINK.matcher(page.body());
        int links = 0;
        while (link.find()) {
            HttpResponse<String> resource = client.get("/docs/" + link.group(1));
            assertThat(resource.statusCode()).as(link.group(1)).isEqualTo(200);
            assertThat(resource.headers().firstValue("x-content-type-options")).contains("nosniff");
            links++;
        }
        assertThat(links).isEqualTo(7);
    }

    @Test
    void theContentPolicyLetsNothingElseIn() throws Exception {
        assertThat(client.get("/docs/").headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    /** Whoever changes the page finds here which hashes its policy has to name. */
    @Test
    void thePageThatChecksProofsIsOneFileAndRunsNothingElse() throws Exception {
        HttpResponse<String> page = client.get("/docs/verify.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("content-security-policy"))
                .containsExactly("default-src 'none'; script-src '" + hash(page.body(), "script") + "'; style-src '"
                        + hash(page.body(), "style")
                        + "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
                        + "; frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("http:", "https:", "src=", "href=", "innerHTML", "eval(", "fetch(");
        assertThat(page.body()).doesNotContainPattern("<[^>]* (style|on[a-z]+)=");
    }

    private static String hash(String page, String element) throws Exception {
        Matcher content = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(page);
        assertThat(content.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(content.find()).as("another " + element).isFalse();
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void theShortAddressLeadsThere() throws Exception {
        HttpResponse<String> answer = client.get("/docs");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("location")).contains("/docs/");
    }

    @Test
    void aSpecificationIsServedAsItIsNow() throws Exception {
        assertThat(client.get("/docs/api/cycle-service.yaml").body()).isEqualTo("openapi: 3.1.0");
        Files.writeString(directory.resolve("openapi/cycle-service.yaml"), "openapi: 3.1.1");
        HttpResponse<String> answer = client.get("/docs/api/cycle-service.yaml");
        assertThat(answer.body()).isEqualTo("openapi: 3.1.1");
        assertThat(answer.headers().firstValue("content-type")).contains("application/yaml; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/api/secret.yaml",
                "/docs/api/audit-service.yaml",
                "/docs/api/",
                "/docs/index.html",
                "/docs/swagger-ui.js",
                "/docs/pom.properties"
            })
    void nothingElseIsServed(String target) throws Exception {
        HttpResponse<String> answer = client.get(target);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/../health", "/docs/api/..%2fsecret.yaml", "/docs/%2e%2e/"})
    void noTrickLeadsOut(String target) throws Exception {
        try (Client.Raw raw = client.raw()) {
            assertThat(raw.send("GET " + target + " HTTP/1.1\r\nHost: $HOST\r\nConnection: close\r\n\r\n")
                            .readToEnd())
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void thereIsNothingToWrite() throws Exception {
        assertThat(client.send(Version.HTTP_2, "POST", "/docs/", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
    }
}
