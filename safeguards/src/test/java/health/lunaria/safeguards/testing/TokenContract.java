package health.lunaria.safeguards.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/**
 * What every service does with access tokens. A service's test extends it and names a route of its own that a user's good
 * token opens.
 */
public abstract class TokenContract {

    /** A GET route for users. */
    protected abstract String userRoute();

    @Test
    void aGoodTokenIsNotRefused() {
        assertThat(call(Tokens.of("token-contract")).statusCode()).isNotIn(401, 403);
    }

    /** Random identifiers do at times; a provider's token carries several of them. */
    @Test
    void aTokenWhoseIdLooksLikeACardNumberIsNotRefused() {
        String token = Tokens.sign(Tokens.claims("token-contract").claim("jti", "4111-1111-1111-1111"));
        assertThat(call(token).statusCode()).isNotIn(401, 403);
    }

    @Test
    void noTokenIsRefused() {
        refused(given().get(userRoute()));
    }

    @Test
    void anExpiredTokenIsRefused() {
        Instant past = Instant.now().minus(Duration.ofMinutes(10));
        refused(call(Tokens.sign(Tokens.claims("alice").issuedAt(past).expiresAt(past.plusSeconds(60)))));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        refused(call(Tokens.sign(Tokens.claims("alice").issuer("https://elsewhere.test"))));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        refused(call(Tokens.sign(Tokens.claims("alice").audience("another-service"))));
    }

    @Test
    void aTokenSignedByAStrangerIsRefused() {
        refused(call(Tokens.signByStranger(Tokens.claims("alice"))));
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        String[] parts = Tokens.of("alice").split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        refused(call(none + "." + parts[1] + "."));
    }

    @Test
    void whatIsNoTokenAtAllIsRefused() {
        for (String garbage :
                new String[] {"", "x", "a.b.c", "..", "....", "eyJhbGciOiJub25lIn0.e30.", "\u00e9.e30.x"}) {
            refused(call(garbage));
        }
        refused(given().header("Authorization", "Basic YWxpY2U6YWxpY2U=").get(userRoute()));
    }

    @Test
    void anAlteredTokenIsRefused() {
        String[] parts = Tokens.of("alice").split("\\.");
        String[] other = Tokens.of("bob").split("\\.");
        refused(call(parts[0] + "." + other[1] + "." + parts[2]));
    }

    @Test
    void aStaffRoleAloneOpensNoUserRoute() {
        for (String role : new String[] {"support", "security", "auditor", "dpo", "peer-cycle-service"}) {
            Response answer = call(Tokens.of("staff", role));
            assertThat(answer.statusCode()).as(role).isEqualTo(403);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("not-allowed");
        }
    }

    private Response call(String token) {
        RequestSpecification request = given().auth().oauth2(token);
        return request.get(userRoute());
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("not-authenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
