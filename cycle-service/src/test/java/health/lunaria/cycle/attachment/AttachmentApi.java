package health.lunaria.cycle.attachment;

import static io.restassured.RestAssured.given;

import health.lunaria.safeguards.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Calls the routes of attachments as an app does. */
final class AttachmentApi {

    private static final EncoderConfig AS_IT_IS =
            EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);

    private AttachmentApi() {}

    static Response post(String user, String date, String type, byte[] content) {
        var request = given().config(
                        RestAssured.config().encoderConfig(AS_IT_IS.encodeContentTypeAs(type, ContentType.BINARY)))
                .auth()
                .oauth2(Tokens.of(user))
                .contentType(type)
                .body(content);
        return (date == null ? request : request.header("Lunaria-Date", date)).post("/v1/cycle/attachments");
    }

    /** @return the id */
    static String attach(String user, String date, FileType type, byte[] content) {
        return post(user, date, type.mediaType(), content)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response get(String user, String id) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/cycle/attachments/{id}", id);
    }

    static Response delete(String user, String id) {
        return given().auth().oauth2(Tokens.of(user)).delete("/v1/cycle/attachments/{id}", id);
    }

    static Response search(String user, String from, String to) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")
                .post("/v1/cycle/attachments/search");
    }
}
