package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can call what, with tokens of the real provider and with forged ones. */
class AccessControlTest {

    private final Suite suite = Suite.running();

    @ParameterizedTest
    @EnumSource(Routes.class)
    void withoutATokenNothingIsGiven(Routes route) {
        route.call(suite.withToken(null)).problem(401, "not-authenticated");
    }

    @ParameterizedTest
    @EnumSource(Routes.class)
    void aTokenWithoutSignatureIsRefused(Routes route) {
        String[] parts = token().split("\\.");
        String header = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        route.call(suite.withToken(header + "." + parts[1] + ".")).problem(401, "not-authenticated");
    }

    @ParameterizedTest
    @EnumSource(Routes.class)
    void aTokenSignedByAStrangerIsRefused(Routes route) throws GeneralSecurityException {
        String[] parts = token().split("\\.");
        String signed = parts[0] + "." + parts[1];
        route.call(suite.withToken(signed + "." + strangersSignature(signed))).problem(401, "not-authenticated");
    }

    @ParameterizedTest
    @EnumSource(Routes.class)
    void alteredClaimsAreRefused(Routes route) {
        String[] parts = token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        for (String altered : List.of(
                claims.replaceFirst("\"sub\":\"[^\"]+\"", "\"sub\":\"somebody-else\""),
                claims.replaceFirst("\"exp\":\\d+", "\"exp\":4102444800"),
                claims.replaceFirst("\"iss\":\"[^\"]+\"", "\"iss\":\"https://elsewhere.test\""))) {
            assertThat(altered).isNotEqualTo(claims);
            route.call(suite.withToken(parts[0] + "." + base64(altered) + "." + parts[2]))
                    .problem(401, "not-authenticated");
        }
    }

    /** Its issuer and signature are right; it was made for another audience. */
    @ParameterizedTest
    @EnumSource(Routes.class)
    void aServicesOwnTokenIsNoUsers(Routes route) {
        for (String client : List.of("cycle-service", "audit-service")) {
            route.call(suite.withToken(suite.stack().users().clientToken(client)))
                    .problem(401, "not-authenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "Bearer", "eyJhbGciOiJub25lIn0.e30."})
    void garbageIsRefused(String token) {
        assertThat(Routes.READ_CYCLES.call(suite.withToken(token)).status()).isEqualTo(401);
    }

    /** A member of staff sees what she logged herself, and nobody else's. */
    @Test
    void staffSeeNothingOfUsers() {
        Api user = suite.asConsenting("seen-by-nobody");
        user.put(
                        "/v1/profile",
                        "{\"country\":\"PT\",\"birthYear\":1994,\"displayName\":\"Secret Name\"}",
                        "If-Match",
                        "\"1\"")
                .expect(200);
        user.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-05-05\",\"note\":\"Secret Note\"}]}")
                .expect(200);

        for (String role : Routes.STAFF) {
            Api staff = suite.as("staff-" + role, role);
            for (Routes route : Routes.values()) {
                assertThat(route.call(staff).body())
                        .doesNotContain("Secret Name")
                        .doesNotContain("Secret Note");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Routes.class, mode = EnumSource.Mode.MATCH_ALL, names = "STAFF_.*")
    void usersDoNotReachWhatIsForTheStaff(Routes route) {
        route.call(suite.asConsenting("no-staff")).problem(403, "not-allowed");
    }

    /** Nothing is read or changed with a token alone, whatever role it has. */
    @ParameterizedTest
    @ValueSource(strings = {"support", "security", "auditor", "dpo"})
    void aTokenAloneMakesNobodyStaff(String role) {
        Api stranger = suite.as("unregistered-" + role, role);
        for (String path : List.of("/v1/audit/incidents", "/v1/audit/break-glass", "/v1/audit/break-glass/refusals")) {
            Api.Answer answer = stranger.get(path).expect(403);
            assertThat(answer.json().path("code").textValue()).isIn("workforce-not-registered", "not-allowed");
        }
        stranger.post("/v1/audit/break-glass", "{\"subject\":\"x\",\"ticket\":\"T-1\",\"reason\":\"Curiosity itself\"}")
                .problem(403, "workforce-not-registered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "key"})
    void theLogIsOpenToEverybodyAndNamesNobody(String file) {
        Api.Answer answer = suite.withToken(null).get("/v1/audit/log/" + file).expect(200);

        assertThat(answer.body()).doesNotContain("token-owner");
    }

    @Test
    void twoUsersSeeNothingOfEachOther() {
        Api first = suite.asConsenting("isolated-first");
        Api second = suite.asConsenting("isolated-second");
        first.put(
                        "/v1/profile",
                        "{\"country\":\"PT\",\"birthYear\":1994,\"displayName\":\"First Name\"}",
                        "If-Match",
                        "\"1\"")
                .expect(200);
        first.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-05-05\",\"flow\":\"heavy\",\"note\":\"First Note\"}]}")
                .expect(200);
        String account = first.get("/v1/billing/entitlements")
                .expect(200)
                .json()
                .path("accountId")
                .textValue();
        String cursor = AccessLogPages.firstCursor(first);

        for (Routes route : Routes.values()) {
            assertThat(route.call(second).body())
                    .doesNotContain("First Name")
                    .doesNotContain("First Note")
                    .doesNotContain(account);
        }
        second.get("/v1/audit/access-log?cursor=" + cursor).problem(400, "invalid-cursor");
        second.get("/v1/cycle/cycles").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/events",
                "/internal/consents/check",
                "/internal/consents/changed",
                "/internal/entitlements/check",
                "/v1/cycle/../../internal/events",
                "/v1/cycle/%2e%2e/%2e%2e/internal/events",
                "/q/health",
                "/q/metrics",
                "/auth/admin/master/console/",
                "/auth/realms/master",
                "/auth/metrics",
                "/v1/cyclesX",
                "/"
            })
    void whatIsNotForOutsideIsNotThere(String path) {
        int status = suite.as("curious").get(path).status();
        assertThat(status).isIn(400, 404);
    }

    private String token() {
        return suite.stack().users().token("token-owner", List.of());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String strangersSignature(String signed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(generator.generateKeyPair().getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }
}
