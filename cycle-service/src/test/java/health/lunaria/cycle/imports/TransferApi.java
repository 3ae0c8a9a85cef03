package health.lunaria.cycle.imports;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;

/** Imports and exports as an app calls them. */
public final class TransferApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ENDS = List.of("done", "failed", "cancelled");

    private TransferApi() {}

    public static Response upload(String user, byte[] file) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/cycle/imports");
    }

    /** Imports to the end, whatever it is. */
    public static Response importAll(String user, byte[] file) {
        return awaitEnd(
                user,
                "/v1/cycle/imports/"
                        + upload(user, file).then().statusCode(202).extract().path("id"));
    }

    /** Exports to the end, whatever it is. */
    public static Response export(String user, String request) {
        String id = given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/cycle/exports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return awaitEnd(user, "/v1/cycle/exports/" + id);
    }

    public static Response fetch(String user, String exportId) {
        return get(user, "/v1/cycle/exports/" + exportId + "/file");
    }

    public static Response get(String user, String path) {
        return given().auth().oauth2(Tokens.of(user)).get(path);
    }

    public static Response delete(String user, String path) {
        return given().auth().oauth2(Tokens.of(user)).delete(path);
    }

    public static void log(String user, String days) {
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"days\":[" + days + "]}")
                .put("/v1/cycle/days")
                .then()
                .statusCode(200);
    }

    public static Response days(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"from\":\"2020-01-01\",\"to\":\"2026-12-31\"}")
                .post("/v1/cycle/days/search");
    }

    private static Response awaitEnd(String user, String path) {
        return await().atMost(PATIENCE).until(() -> get(user, path), answer -> ENDS.contains(answer.path("state")));
    }
}
