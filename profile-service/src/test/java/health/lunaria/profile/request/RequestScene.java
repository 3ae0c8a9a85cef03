package health.lunaria.profile.request;

import static io.restassured.RestAssured.given;

import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests over HTTP, by users and by the officer. */
abstract class RequestScene {

    static final String ROUTE = "/v1/profile/requests";
    static final String QUEUE = ROUTE + "/queue";
    static final String ACCESS = "{\"kind\":\"access\",\"residences\":[{\"country\":\"DE\"}],\"text\":\"mArKeR4711\"}";

    final Sql data = Sql.in(TestDatabases.start().data());

    static RequestSpecification user(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    static RequestSpecification dpo() {
        return given().auth().oauth2(Tokens.of("an-officer", "dpo")).contentType(ContentType.JSON);
    }

    static ValidatableResponse send(String user, String key, String body) {
        return user(user).header("Idempotency-Key", key).body(body).post(ROUTE).then();
    }

    static String idOf(String user, String body) {
        return send(user, newKey(), body).statusCode(201).extract().path("id");
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** A step of the officer at the version that is there. */
    static ValidatableResponse step(String id, String step, String body) {
        String tag = dpo().get(QUEUE + "/" + id).then().extract().header("ETag");
        return step(id, step, tag == null ? "\"1\"" : tag, body);
    }

    static ValidatableResponse step(String id, String step, String tag, String body) {
        return dpo().header("If-Match", tag)
                .body(body)
                .post(QUEUE + "/" + id + "/" + step)
                .then();
    }

    static ValidatableResponse withdraw(String user, String id, String tag) {
        return user(user)
                .header("If-Match", tag)
                .post(ROUTE + "/" + id + "/withdrawal")
                .then();
    }

    static ValidatableResponse read(String user, String id) {
        return user(user).get(ROUTE + "/" + id).then();
    }

    static String refused(String user) {
        String id = idOf(user, ACCESS);
        step(id, "refusal", "{\"reason\":\"excessive\"}").statusCode(200);
        return id;
    }

    static String appeal(String of) {
        return "{\"kind\":\"appeal\",\"residences\":[{\"country\":\"DE\"}],\"appealOf\":\"" + of + "\"}";
    }

    long outbox() {
        return data.number("select sum(recorded)::bigint from outbox_total");
    }
}
