package health.lunaria.audit;

import static io.restassured.RestAssured.given;

import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What the other services and the users do with this one. */
public final class Reporting {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000000000000000L;

    private Reporting() {}

    /** A UUID version 7 of now. */
    public static UUID newId() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | RANDOM.nextLong() & 0x0FFFL;
        return new UUID(high, VARIANT_RFC | RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
    }

    /** An access of now by the person herself. */
    public static String event(UUID id, String subject, String action) {
        return event(id, now(), subject, action);
    }

    public static String event(UUID id, Instant time, String subject, String action) {
        return "{\"id\":\"%s\",\"time\":\"%s\",\"subject\":\"%s\",\"actor\":{\"kind\":\"self\"},\"action\":\"%s\"}"
                .formatted(id, time, subject, action);
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Events of cycle-service. */
    public static ValidatableResponse report(String... events) {
        return report("cycle-service", List.of(events));
    }

    public static ValidatableResponse report(String service, List<String> events) {
        return post(service, "{\"events\":[" + String.join(",", events) + "]}");
    }

    /**
     * A body as this service sends it. A token plays the certificate, which gives the same role: the test profile has no
     * TLS. That a peer's role comes from a certificate only is tested by system-tests.
     */
    public static ValidatableResponse post(String service, String body) {
        return given().auth()
                .oauth2(Tokens.of(service, "peer-" + service))
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/internal/events")
                .then();
    }

    /** The user's access log, from the newest entry on. */
    public static ValidatableResponse accessLog(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/audit/access-log")
                .then();
    }

    /** A page of it. */
    public static ValidatableResponse accessLog(String user, int limit, String cursor) {
        var request = given().auth().oauth2(Tokens.of(user)).queryParam("limit", limit);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/v1/audit/access-log").then();
    }
}
