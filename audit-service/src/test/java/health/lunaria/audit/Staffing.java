package health.lunaria.audit;

import static io.restassured.RestAssured.given;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Makes people of the workforce, over HTTP, by a keeper of the register who is not one of them. */
public final class Staffing {

    private static final String KEEPER = "keeper";

    private Staffing() {}

    /** Somebody new, in good standing. */
    public static String someone(StaffRole role) {
        String person = newPerson();
        register(person, role, today(), null);
        train(person, today());
        acknowledge(person, role);
        return person;
    }

    public static String newPerson() {
        return "staff-" + UUID.randomUUID();
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(MovableClock.now(), ZoneOffset.UTC);
    }

    /** Writes who she is, whether she is registered or not. */
    public static void register(String person, StaffRole role, LocalDate joinedOn, LocalDate leftOn) {
        String tag = search(person).extract().header("ETag");
        var request = as(KEEPER, StaffRole.SECURITY).body(member(person, role, joinedOn, leftOn));
        (tag == null ? request.header("If-None-Match", "*") : request.header("If-Match", tag))
                .put("/v1/audit/workforce/members")
                .then()
                .statusCode(200);
    }

    public static String member(String person, StaffRole role, LocalDate joinedOn, LocalDate leftOn) {
        String left = leftOn == null ? "" : ",\"leftOn\":\"" + leftOn + "\"";
        return "{\"person\":\"%s\",\"name\":\"Very Readable\",\"role\":\"%s\",\"employment\":\"contractor\",\"joinedOn\":\"%s\"%s}"
                .formatted(person, role.token(), joinedOn, left);
    }

    public static ValidatableResponse search(String person) {
        return as(KEEPER, StaffRole.SECURITY)
                .body("{\"person\":\"" + person + "\"}")
                .post("/v1/audit/workforce/members/search")
                .then();
    }

    public static void train(String person, LocalDate completedOn) {
        trainBy(KEEPER, person, completedOn).statusCode(200);
    }

    public static ValidatableResponse trainBy(String keeper, String person, LocalDate completedOn) {
        return as(keeper, StaffRole.SECURITY)
                .body("{\"person\":\"%s\",\"course\":\"privacy-1\",\"completedOn\":\"%s\"}"
                        .formatted(person, completedOn))
                .post("/v1/audit/workforce/trainings")
                .then();
    }

    public static void acknowledge(String person, StaffRole role) {
        as(person, role)
                .body("{\"policy\":\"2026-1\"}")
                .post("/v1/audit/workforce/acknowledgements")
                .then()
                .statusCode(200);
    }

    public static RequestSpecification as(String person, StaffRole role) {
        return given().auth().oauth2(Tokens.of(person, role.token())).contentType(ContentType.JSON);
    }
}
