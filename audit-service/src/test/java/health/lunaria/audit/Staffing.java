package health.lunaria.audit;

import static io.restassured.RestAssured.given;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes people of the workforce, over HTTP, by a keeper of the register who is not one of them; and lets them work. */
public final class Staffing {

    private static final String KEEPER = "keeper";

    /** Less than what they proved counts for. */
    private static final Duration FRESH = Duration.ofDays(300);

    private static final Map<String, Hired> HIRED = new ConcurrentHashMap<>();

    private Staffing() {}

    private record Hired(StaffRole role, Instant at) {

        private boolean is(StaffRole wanted, Instant now) {
            return role == wanted && !at.isAfter(now) && at.plus(FRESH).isAfter(now);
        }
    }

    /**
     * A request of somebody in good standing by the clock as it is now. Who she is, tests may share: she is put in order when
     * she is not.
     */
    public static RequestSpecification onDuty(String person, StaffRole role) {
        HIRED.compute(person, (name, hired) -> {
            Instant now = MovableClock.now();
            return hired != null && hired.is(role, now) ? hired : hire(name, role, now);
        });
        return as(person, role);
    }

    private static Hired hire(String person, StaffRole role, Instant now) {
        register(person, role, today(), null);
        train(person, today());
        acknowledge(person, role);
        return new Hired(role, now);
    }

    /** Somebody new, in good standing. */
    public static String someone(StaffRole role) {
        String person = newPerson();
        hire(person, role, MovableClock.now());
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
        acknowledging(person, role, policiesInForce(person, role)).statusCode(200);
    }

    public static ValidatableResponse acknowledging(String person, StaffRole role, List<Map<String, String>> policies) {
        return as(person, role)
                .body(Map.of("policies", policies))
                .post("/v1/audit/workforce/acknowledgements")
                .then();
    }

    /** As she reads them: name and version of each. */
    public static List<Map<String, String>> policiesInForce(String person, StaffRole role) {
        List<Map<String, String>> policies = as(person, role)
                .get("/v1/audit/policies")
                .then()
                .statusCode(200)
                .extract()
                .path("policies");
        return policies.stream()
                .map(each -> Map.of("name", each.get("name"), "version", each.get("version")))
                .toList();
    }

    public static RequestSpecification as(String person, StaffRole role) {
        return given().auth().oauth2(Tokens.of(person, role.token())).contentType(ContentType.JSON);
    }
}
