package health.lunaria.cycle.day;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.TestKms;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** While KMS is away, those whose shard is warm go on, the others get 503; nobody gets plaintext. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class KeyOutageTest {

    @Test
    void warmUsersGoOnAndColdOnesAreToldToWait() {
        log("warm-user").statusCode(200);

        TestKms.start().whileAway(() -> {
            log("warm-user").statusCode(200);
            log(userOfAColdShard())
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("keys-unavailable"));
        });

        log("cold-user-0").statusCode(200);
    }

    /** Shards are warmed by other tests, too: of 200 new users, many fall on one that is not. */
    private static String userOfAColdShard() {
        for (int i = 0; i < 200; i++) {
            String user = "cold-user-" + i;
            if (log(user).extract().statusCode() == 503) {
                return user;
            }
        }
        throw new AssertionError("Every shard is warm");
    }

    private static ValidatableResponse log(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"days\":[{\"date\":\"2026-04-01\",\"flow\":\"light\"}]}")
                .put("/v1/cycle/days")
                .then();
    }
}
