package health.lunaria.launcher.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.ServicePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    private static final String APP = "lunaria-app";
    private static final String COMMAND_LINE = "lunaria-local";

    @TempDir
    Path directory;

    private String text;
    private JsonNode realm;
    private final Map<String, JsonNode> clients = new HashMap<>();

    @BeforeEach
    void render() throws IOException {
        text = new Realm("https://localhost:9443", new Secrets(directory)).render();
        realm = new ObjectMapper().readTree(text);
        realm.path("clients")
                .forEach(client -> clients.put(client.path("clientId").asText(), client));
    }

    @Test
    void nothingIsLeftToFillIn() {
        assertThat(text).doesNotContain("${");
    }

    @Test
    void theAppProvesThatItIsTheOneThatAsked() {
        JsonNode app = clients.get(APP);

        assertThat(app.path("publicClient").asBoolean()).isTrue();
        assertThat(app.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(app.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(app.path("redirectUris")).extracting(JsonNode::asText).contains("https://localhost:9443/docs/*");
    }

    @Test
    void everyOtherClientHasASecretOfItsOwn() {
        Set<String> secrets = new HashSet<>();
        clients.forEach((name, client) -> {
            if (!name.equals(APP)) {
                assertThat(client.path("publicClient").asBoolean(true)).as(name).isFalse();
                assertThat(client.path("secret").asText()).as(name).matches("[0-9a-f]{64}");
                assertThat(secrets.add(client.path("secret").asText())).as(name).isTrue();
            }
        });
        assertThat(clients.keySet()).containsAll(ServicePart.NAMES);
    }

    @Test
    void nobodyMayAskWithAPassword() {
        clients.forEach((name, client) -> assertThat(
                        client.path("directAccessGrantsEnabled").asBoolean(true))
                .as(name)
                .isFalse());
    }

    @Test
    void aTokenIsForTheFourServicesAndNamesNobodyByKeycloaksId() {
        for (String name : List.of(APP, COMMAND_LINE)) {
            JsonNode mappers = clients.get(name).path("protocolMappers");

            assertThat(mappers)
                    .as(name)
                    .filteredOn(mapper -> mapper.path("protocolMapper").asText().equals("oidc-audience-mapper"))
                    .extracting(mapper -> mapper.path("config")
                            .path("included.client.audience")
                            .asText())
                    .containsExactlyInAnyOrderElementsOf(ServicePart.NAMES);
            assertThat(mappers)
                    .as(name)
                    .filteredOn(
                            mapper -> mapper.path("protocolMapper").asText().equals("oidc-sha256-pairwise-sub-mapper"))
                    .hasSize(1);
        }
    }

    @Test
    void keycloaksIdIsForWhoAsksAboutATokenOnly() {
        for (String name : List.of(APP, COMMAND_LINE)) {
            assertThat(clients.get(name).path("protocolMappers"))
                    .as(name)
                    .filteredOn(mapper -> mapper.path("config")
                            .path("user.attribute")
                            .asText()
                            .equals("id"))
                    .singleElement()
                    .satisfies(mapper -> {
                        JsonNode config = mapper.path("config");
                        assertThat(config.path("introspection.token.claim").asText())
                                .isEqualTo("true");
                        for (String shown : List.of("access.token.claim", "id.token.claim", "userinfo.token.claim")) {
                            assertThat(config.path(shown).asText()).as(shown).isEqualTo("false");
                        }
                    });
        }
    }

    @Test
    void ofTheServicesOneAloneManagesUsersAndNothingElse() {
        for (JsonNode user : realm.path("users")) {
            if (ServicePart.NAMES.contains(user.path("serviceAccountClientId").asText())) {
                assertThat(user.path("serviceAccountClientId").asText()).isEqualTo("profile-service");
                assertThat(user.path("clientRoles").path("realm-management"))
                        .extracting(JsonNode::asText)
                        .containsExactly("manage-users");
            }
        }
    }

    @Test
    void anUpgradeGivesAnEarlierRealmTheSameMapper() throws IOException {
        JsonNode mapper = clients.get(APP).path("protocolMappers").path(0);
        String script;
        try (var in = getClass().getResourceAsStream("/keycloak/upgrade.sql")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(script).contains("'" + mapper.path("name").asText() + "'");
        mapper.path("config")
                .fields()
                .forEachRemaining(entry -> assertThat(script)
                        .contains("('" + entry.getKey() + "', '"
                                + entry.getValue().asText() + "')"));
    }

    @Test
    void aPersonHasOneSubjectForAllClients() {
        assertThat(salt(APP)).isEqualTo(salt(COMMAND_LINE)).matches("[0-9a-f]{64}");
    }

    @Test
    void tokensLiveForMinutesOnly() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(60, 300);
    }

    @Test
    void nobodyHasAPasswordThatStandsInAFile() {
        realm.path("users").forEach(user -> assertThat(user.has("credentials")).isFalse());
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    }

    private String salt(String client) {
        for (JsonNode mapper : clients.get(client).path("protocolMappers")) {
            if (mapper.path("config").has("pairwiseSubAlgorithmSalt")) {
                return mapper.path("config").path("pairwiseSubAlgorithmSalt").asText();
            }
        }
        return null;
    }
}
