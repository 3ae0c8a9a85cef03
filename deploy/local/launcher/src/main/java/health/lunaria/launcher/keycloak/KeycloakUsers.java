package health.lunaria.launcher.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Users of a local stack and tokens for them, without a browser. Passwords are derived from a secret of this stack and are
 * never shown. {@link HttpURLConnection}, because it is loaded faster than the newer client and a token should not take
 * long.
 */
public final class KeycloakUsers {

    public static final Set<String> STAFF_ROLES = Set.of("support", "security", "auditor", "dpo");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String REALM = "/auth/realms/lunaria";
    private static final String CLIENT = "lunaria-local";
    private static final String ADMIN = "/auth/admin/realms/lunaria";
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Secrets secrets;

    KeycloakUsers(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** @throws LauncherException if it is no name for a local user */
    public static void failUnlessName(String user) {
        if (!NAME.matcher(user).matches()) {
            throw new LauncherException(
                    "A user name has 1 to 64 small letters, digits, dots, hyphens and underscores, and begins with a letter or digit");
        }
    }

    /**
     * An access token of a local user, who is made when there is none yet.
     *
     * @param staffRoles roles that the user is given as well
     */
    public String token(String user, List<String> staffRoles) {
        failUnlessName(user);
        Optional<String> token = staffRoles.isEmpty() ? login(user) : Optional.empty();
        if (token.isEmpty()) {
            provide(user, staffRoles);
            token = login(user);
        }
        return token.orElseThrow(() -> new LauncherException("Keycloak does not let the user in"));
    }

    /** By the login page, as a browser does it: only such a token says when she logged in. Empty if there is no such user. */
    private Optional<String> login(String user) {
        return new LoginPage(url + REALM)
                .code(CLIENT, user, password(user))
                .map(code -> form(
                                REALM + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        code,
                                        "redirect_uri",
                                        LoginPage.REDIRECT,
                                        "client_id",
                                        CLIENT,
                                        "client_secret",
                                        secrets.text("client-" + CLIENT)))
                        .expect(200)
                        .body
                        .path("access_token")
                        .textValue());
    }

    /** A token of one of the service clients, which is no user's. */
    public String clientToken(String client) {
        return form(
                        REALM + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client,
                                "client_secret",
                                secrets.text("client-" + client)))
                .expect(200)
                .body
                .path("access_token")
                .textValue();
    }

    private void provide(String user, List<String> staffRoles) {
        String token = clientToken("lunaria-launcher");
        ObjectNode representation =
                JSON.createObjectNode().put("username", user).put("enabled", true);
        representation
                .putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password(user))
                .put("temporary", false);
        Answer created = call("POST", ADMIN + "/users", token, "application/json", representation.toString());
        if (created.status != 201 && created.status != 409) {
            created.expect(201);
        }
        if (!staffRoles.isEmpty()) {
            addRoles(user, staffRoles, token);
        }
    }

    private void addRoles(String user, List<String> roles, String token) {
        String id = call("GET", ADMIN + "/users?exact=true&username=" + user, token, null, null)
                .expect(200)
                .body
                .path(0)
                .path("id")
                .textValue();
        var mapping = JSON.createArrayNode();
        for (String role : roles) {
            mapping.add(call("GET", ADMIN + "/roles/" + role, token, null, null).expect(200).body);
        }
        call("POST", ADMIN + "/users/" + id + "/role-mappings/realm", token, "application/json", mapping.toString())
                .expect(204);
    }

    private String password(String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.bytes("local-users"), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call("POST", path, null, "application/x-www-form-urlencoded", body);
    }

    private record Answer(int status, JsonNode body) {

        Answer expect(int expected) {
            if (status != expected) {
                throw new LauncherException(
                        "Keycloak answered " + status + " " + body.path("error").asText());
            }
            return this;
        }
    }

    private Answer call(String method, String path, String token, String contentType, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod(method);
            if (token != null) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            if (body != null) {
                connection.setRequestProperty("Content-Type", contentType);
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            return answer(connection);
        } catch (IOException down) {
            throw new LauncherException("Keycloak does not answer: is the stack up? (./lunaria status)", down);
        }
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            return new Answer(status, body.length == 0 ? JSON.missingNode() : JSON.readTree(body));
        }
    }
}
