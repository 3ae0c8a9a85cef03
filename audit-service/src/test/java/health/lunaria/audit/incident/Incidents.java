package health.lunaria.audit.incident;

import static io.restassured.RestAssured.given;

import health.lunaria.audit.Staffing;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;

/** What staff does with the register. */
public final class Incidents {

    public static final String PATH = "/v1/audit/incidents";

    private Incidents() {}

    /** Who has a role of the staff is in good standing. */
    public static RequestSpecification as(String person, String role) {
        return Arrays.stream(StaffRole.values())
                .filter(staff -> staff.token().equals(role))
                .findFirst()
                .map(staff -> Staffing.onDuty(person, staff))
                .orElseGet(() -> given().auth().oauth2(Tokens.of(person, role)).contentType(ContentType.JSON));
    }

    public static RequestSpecification security() {
        return as("sam", "security");
    }

    public static String body(String severity, String title) {
        return "{\"severity\":\"%s\",\"title\":\"%s\",\"description\":\"what is known\"}".formatted(severity, title);
    }

    /** @return the id of a new incident, at version 1 */
    public static String open(String severity, String title) {
        return security()
                .body(body(severity, title))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse get(String id) {
        return security().get(PATH + "/" + id).then();
    }

    public static ValidatableResponse post(String id, String what, String ifMatch, String body) {
        RequestSpecification request = security().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(PATH + "/" + id + "/" + what)
                .then();
    }

    public static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }
}
