package health.lunaria.launcher.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.ServicePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The realm {@code lunaria} with this stack's URL and secrets filled into its template. Every client for users gets
 * pairwise subjects with one salt: the same person has the same subject for all of them, and no token shows Keycloak's
 * own id of her; a service that has a client's secret learns it by asking about a token (RFC 7662). The password
 * hashing in it is as cheap as only a local stack may have it.
 */
final class Realm {

    private static final String TEMPLATE = "/keycloak/lunaria-realm.json";
    private static final String MAPPERS = "${subject-and-audience}";
    private static final String SECRET = "${secret:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Secrets secrets;

    Realm(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    String render() {
        try (InputStream template = getClass().getResourceAsStream(TEMPLATE)) {
            JsonNode realm = JSON.readTree(template);
            for (JsonNode client : realm.path("clients")) {
                fill((ObjectNode) client);
            }
            return JSON.writeValueAsString(realm);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void fill(ObjectNode client) {
        String secret = client.path("secret").asText();
        if (secret.startsWith(SECRET)) {
            client.put("secret", secrets.text(secret.substring(SECRET.length(), secret.length() - 1)));
        }
        ArrayNode redirects = JSON.createArrayNode();
        for (JsonNode uri : client.path("redirectUris")) {
            redirects.add(uri.asText().replace("${url}", url));
        }
        client.set("redirectUris", redirects);
        if (client.path("protocolMappers").path(0).asText().equals(MAPPERS)) {
            client.set("protocolMappers", mappers());
        }
    }

    private ArrayNode mappers() {
        ArrayNode mappers = JSON.createArrayNode();
        mapper(mappers, "account, for who may ask about a token", "oidc-usermodel-property-mapper")
                .put("user.attribute", "id")
                .put("claim.name", "account")
                .put("jsonType.label", "String")
                .put("introspection.token.claim", "true")
                .put("access.token.claim", "false")
                .put("id.token.claim", "false")
                .put("userinfo.token.claim", "false");
        mapper(mappers, "pairwise subject", "oidc-sha256-pairwise-sub-mapper")
                .put("sectorIdentifierUri", "")
                .put("pairwiseSubAlgorithmSalt", secrets.text("pairwise-salt"));
        for (String service : ServicePart.NAMES) {
            mapper(mappers, "audience " + service, "oidc-audience-mapper")
                    .put("included.client.audience", service)
                    .put("access.token.claim", "true")
                    .put("id.token.claim", "false");
        }
        return mappers;
    }

    private static ObjectNode mapper(ArrayNode mappers, String name, String type) {
        return mappers.addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", type)
                .putObject("config");
    }
}
