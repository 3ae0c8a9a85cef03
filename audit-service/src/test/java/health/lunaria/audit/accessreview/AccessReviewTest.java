package health.lunaria.audit.accessreview;

import static health.lunaria.audit.Staffing.newPerson;
import static health.lunaria.audit.Staffing.onDuty;
import static health.lunaria.audit.Staffing.register;
import static health.lunaria.audit.Staffing.someone;
import static health.lunaria.audit.Staffing.today;
import static health.lunaria.audit.accessreview.Reviews.ONE;
import static health.lunaria.audit.accessreview.Reviews.OTHER;
import static health.lunaria.audit.accessreview.Reviews.PATH;
import static health.lunaria.audit.accessreview.Reviews.close;
import static health.lunaria.audit.accessreview.Reviews.decide;
import static health.lunaria.audit.accessreview.Reviews.item;
import static health.lunaria.audit.accessreview.Reviews.items;
import static health.lunaria.audit.accessreview.Reviews.keepTheRest;
import static health.lunaria.audit.accessreview.Reviews.open;
import static health.lunaria.audit.accessreview.Reviews.opening;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AccessReviewTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @BeforeEach
    @AfterEach
    void closeWhatIsOpen() {
        Reviews.closeWhatIsOpen();
    }

    @Test
    void goesFromTheRegisterToDecisionsAboutEverybody() {
        String good = someone(StaffRole.SUPPORT);
        String untrained = newPerson();
        register(untrained, StaffRole.DPO, today(), null);
        String review = open();

        assertThat(member(review, good)).containsEntry("role", "support").containsEntry("standing", "good");
        assertThat(member(review, untrained))
                .containsEntry("role", "dpo")
                .containsEntry("standing", "workforce-training-missing");
        decide(ONE, review, item(review, untrained), "revoke", "not-in-good-standing")
                .statusCode(200)
                .body("toBeCarriedOut", equalTo(true));
        close(review).statusCode(409).body("code", equalTo("access-review-undecided"));
        keepTheRest(review);
        close(review).statusCode(200).body("closedAt", notNullValue());
        assertThat(member(review, untrained))
                .containsEntry("decision", "revoke")
                .containsEntry("reason", "not-in-good-standing")
                .containsEntry("toBeCarriedOut", true);
        decide(ONE, review, item(review, good), "revoke", "left")
                .statusCode(409)
                .body("code", equalTo("access-review-closed"));
        close(review).statusCode(409).body("code", equalTo("access-review-closed"));
    }

    @Test
    void isOfTheRegisterAsItWas() {
        String person = someone(StaffRole.SUPPORT);
        String review = open();
        register(person, StaffRole.DPO, today(), null);
        String later = someone(StaffRole.SUPPORT);

        assertThat(member(review, person)).containsEntry("role", "support");
        assertThat(items(review)).noneMatch(item -> later.equals(item.get("person")));
    }

    @Test
    void hasNobodyWhoLeft() {
        String person = newPerson();
        register(person, StaffRole.SUPPORT, today().minusDays(9), today());

        assertThat(items(open())).noneMatch(item -> person.equals(item.get("person")));
    }

    @Test
    void isTheOnlyOneThatIsOpen() {
        open();

        opening().statusCode(409).body("code", equalTo("access-review-open"));
    }

    @Test
    void nobodyDecidesOnHerself() {
        String review = open();
        String own = item(review, ONE);

        decide(ONE, review, own, "keep", "still-needed").statusCode(403).body("code", equalTo("access-review-own"));
        decide(OTHER, review, own, "keep", "still-needed").statusCode(200);
    }

    @Test
    void whatIsDecidedIsDecided() {
        String review = open();
        String item = item(review, OTHER);
        decide(ONE, review, item, "keep", "still-needed").statusCode(200);

        decide(ONE, review, item, "revoke", "left").statusCode(409).body("code", equalTo("access-review-decided"));
        assertThat(member(review, OTHER)).containsEntry("decision", "keep");
    }

    @Test
    void aReasonGoesWithItsDecision() {
        String review = open();
        String item = item(review, OTHER);

        decide(ONE, review, item, "keep", "left").statusCode(400).body("code", equalTo("access-review-reason"));
        decide(ONE, review, item, "revoke", "because").statusCode(400);
        decide(ONE, review, item, "maybe", "left").statusCode(400);
        decide(ONE, review, item, "revoke", "left").statusCode(200);
    }

    @Test
    void aMemberOfAnotherReviewIsNotThere() {
        String first = open();
        String item = item(first, OTHER);
        Reviews.closeWhatIsOpen();
        String second = open();

        decide(ONE, second, item, "keep", "still-needed").statusCode(404);
        decide(ONE, second, NOBODY, "keep", "still-needed").statusCode(404);
        decide(ONE, NOBODY, item, "keep", "still-needed").statusCode(404);
        close(NOBODY).statusCode(404);
    }

    @Test
    void theNewestComesFirst() {
        String first = open();
        Reviews.closeWhatIsOpen();
        String second = open();

        String next = onDuty("review-auditor", StaffRole.AUDITOR)
                .get(PATH + "?limit=1")
                .then()
                .statusCode(200)
                .body("reviews", hasSize(1))
                .body("reviews[0].id", equalTo(second))
                .body("reviews[0].closedAt", nullValue())
                .extract()
                .path("next");
        onDuty("review-auditor", StaffRole.AUDITOR)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .body("reviews[0].id", equalTo(first));
    }

    @Test
    void onlySecurityHoldsOneAndAuditorsReadOnly() {
        String review = open();
        for (StaffRole role : StaffRole.values()) {
            String person = "review-" + role.token();
            boolean reads = role == StaffRole.SECURITY || role == StaffRole.AUDITOR;
            onDuty(person, role).get(PATH).then().statusCode(reads ? 200 : 403);
            onDuty(person, role).get(PATH + "/" + review + "?limit=1").then().statusCode(reads ? 200 : 403);
            if (role != StaffRole.SECURITY) {
                onDuty(person, role).post(PATH).then().statusCode(403);
                onDuty(person, role)
                        .post(PATH + "/" + review + "/closure")
                        .then()
                        .statusCode(403);
                onDuty(person, role)
                        .body("{}")
                        .post(PATH + "/" + review + "/decisions")
                        .then()
                        .statusCode(403);
            }
        }
        given().auth().oauth2(Tokens.of("u")).get(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void whoIsInItStandsInTheDatabaseSealedOnly() {
        String person = someone(StaffRole.SUPPORT);
        String review = open();

        for (String text : List.of(person, "support", "good")) {
            assertThat(data.number(
                            "select count(*) from access_review_item where review_id = ?"
                                    + " and position(?::bytea in sealed) > 0",
                            UUID.fromString(review),
                            text.getBytes(StandardCharsets.UTF_8)))
                    .isZero();
        }
    }

    private static Map<String, Object> member(String review, String person) {
        return items(review).stream()
                .filter(item -> person.equals(item.get("person")))
                .findFirst()
                .orElseThrow();
    }
}
