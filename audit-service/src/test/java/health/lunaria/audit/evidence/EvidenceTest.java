package health.lunaria.audit.evidence;

import static health.lunaria.audit.Staffing.newPerson;
import static health.lunaria.audit.Staffing.onDuty;
import static health.lunaria.audit.Staffing.register;
import static health.lunaria.audit.Staffing.someone;
import static health.lunaria.audit.Staffing.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.audit.MovableClock;
import health.lunaria.audit.PublishedLog;
import health.lunaria.audit.Reporting;
import health.lunaria.audit.accessreview.Reviews;
import health.lunaria.audit.incident.Incidents;
import health.lunaria.audit.log.Leaf;
import health.lunaria.audit.log.Sequencer;
import health.lunaria.audit.log.Source;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bundles of October 2025: by the service's clock it is the 12th when they are made, and three checkpoints were published on the 15th of
 * September, the 3rd and the 7th of October.
 */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EvidenceTest {

    private static final String PATH = "/v1/audit/evidence";
    private static final String FROM = "2025-10-01";
    private static final String TO = "2025-10-10";
    private static final String SEED = "4111111111111111!";
    private static final String MARKER = "mArKeR8830";
    private static final String AUDITOR = "evidence-of-auditor";
    private static final List<String> DAYS = List.of("2025-09-15", "2025-10-03", "2025-10-07");

    private static final Sql DATA = Sql.in(TestDatabases.start().data());

    private static final List<String> PEOPLE = new ArrayList<>(List.of(AUDITOR));
    private static byte[] zip;
    private static Bundle bundle;
    private static String key;
    private static String trained;
    private static String untrained;
    private static String incident;
    private static String grant;

    @Inject
    Sequencer sequencer;

    @Inject
    Pool pool;

    @Inject
    Workforce workforce;

    @BeforeEach
    void beginOnce() {
        if (zip == null) {
            moveTo("2025-10-05T12:00:00Z");
            key = PublishedLog.get("key").extract().asString().strip();
            publish();
            record();
            moveTo("2025-10-12T12:00:00Z");
            zip = made(FROM, TO, SEED);
            bundle = Bundle.unpack(zip);
        }
        moveTo("2025-10-12T13:00:00Z");
    }

    @AfterEach
    void putClockRight() {
        MovableClock.reset();
    }

    @AfterAll
    static void closeTheReview() {
        Reviews.closeWhatIsOpen();
    }

    @Test
    void anAuditorWhoBelievesNothingAcceptsIt() {
        assertThat(accepted(bundle)).isTrue();
        assertThat(bundle.files().keySet())
                .startsWith("MANIFEST.note", "MANIFEST", "README.md", "access-reviews/access-reviews.json")
                .contains("check.go", "log/key", "log/checkpoint-first", "log/checkpoint-last", "processing-record.md");
        assertThat(bundle.below("log/checkpoints/"))
                .containsExactly("log/checkpoints/2025-10-03", "log/checkpoints/2025-10-07");
        assertThat(bundle.below("log/consistency/")).hasSize(2);
        assertThat(bundle.below("samples/")).hasSize(64);
        assertThat(bundle.times().values()).containsOnly(LocalDateTime.parse(TO + "T00:00:00"));
    }

    @Test
    void anotherBitInAnyFileIsFound() {
        int bit = 1;
        for (String name : bundle.files().keySet()) {
            bit = bit * 31 % 7919;
            assertThat(accepted(bundle.spoiled(name, bit))).as(name).isFalse();
            assertThat(accepted(bundle.without(name))).as(name).isFalse();
        }
        assertThat(accepted(bundle.with("more.txt", "more"))).isFalse();
    }

    @Test
    void itIsForNoOtherPeriodSeedOrKey() {
        String other = key.substring(0, key.length() - 4) + "AAA=";

        assertThat(BundleCheck.accepts(bundle, key, FROM, "2025-10-09", SEED)).isFalse();
        assertThat(BundleCheck.accepts(bundle, key, FROM, TO, SEED + "!")).isFalse();
        assertThat(BundleCheck.accepts(bundle, other, FROM, TO, SEED)).isFalse();
    }

    @Test
    void theSameQuestionHasTheSameAnswerAndAnotherSeedOtherSamples() {
        assertThat(made(FROM, TO, SEED)).isEqualTo(zip);

        Bundle other = Bundle.unpack(made(FROM, TO, SEED + "2"));
        assertThat(BundleCheck.accepts(other, key, FROM, TO, SEED + "2")).isTrue();
        assertThat(other.below("samples/")).isNotEqualTo(bundle.below("samples/"));
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01, 2024-01-31, 0", "2025-10-08, 2025-10-10, 2"})
    void aPeriodWithoutCheckpointsHasNoSamples(String from, String to, int checkpoints) {
        Bundle empty = Bundle.unpack(made(from, to, SEED));

        assertThat(BundleCheck.accepts(empty, key, from, to, SEED)).isTrue();
        assertThat(empty.below("samples/")).isEmpty();
        assertThat(empty.below("log/checkpoint")).hasSize(checkpoints);
    }

    @Test
    void itHasThePoliciesInForce() {
        assertThat(bundle.below("policies/"))
                .contains("policies/acceptable-use/2025-1.md", "policies/incident-response/2025-1.md");
    }

    @Test
    void itSaysHowTheWorkforceStood() {
        List<String[]> rows = table("workforce/training.csv");

        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .startsWith(staffId(trained), "support", "2025-10-05", "", "privacy-1", "2025-10-05T00:00:00Z")
                        .endsWith("good"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith(staffId(untrained), "dpo", "2025-10-01", "2025-10-09", "", "")
                        .endsWith("workforce-left"));
        assertThat(rows).noneMatch(row -> row[2].startsWith("2026"));
    }

    @Test
    void itHasIncidentsAndTheirClocksWithoutText() {
        JsonNode found = find("incidents/incidents.json", "incident", incident);

        assertThat(found.path("severity").textValue()).isEqualTo("HIGH");
        assertThat(found.path("source").textValue()).isEqualTo("person");
        assertThat(found.path("owner").textValue()).matches("[0-9a-f]{16}");
        assertThat(found.path("openedAt").textValue()).startsWith("2025-10-05T12:0");
        assertThat(found.path("acknowledgedAt").textValue()).startsWith("2025-10-05T12:0");
        assertThat(found.path("closedAt").isMissingNode()).isTrue();
        assertThat(found.path("breachClocks").findValuesAsText("clock")).contains("gdpr-authority");
        assertThat(found.path("breachClocks").findValuesAsText("due")).contains("2025-10-07T10:00:00Z");
    }

    @Test
    void itHasTheStepsOfBreakGlassTakenAndRefused() {
        JsonNode steps = bundle.json("break-glass.json");

        assertThat(steps).anySatisfy(step -> {
            assertThat(step.path("grant").textValue()).isEqualTo(grant);
            assertThat(step.path("step").textValue()).isEqualTo("request");
            assertThat(step.path("staff").textValue()).isEqualTo(staffId(trained));
            assertThat(step.has("refusedBy")).isFalse();
        });
        assertThat(steps).anySatisfy(step -> {
            assertThat(step.path("grant").textValue()).isEqualTo(grant);
            assertThat(step.path("step").textValue()).isEqualTo("approve");
            assertThat(step.has("refusedBy")).isTrue();
        });
    }

    @Test
    void itHasDrillsAndAccessReviews() {
        assertThat(table("drills/drills.csv"))
                .anySatisfy(row -> assertThat(row).contains("restore", "production", "failed", "90", "0a".repeat(32)));
        JsonNode reviews = bundle.json("access-reviews/access-reviews.json");
        JsonNode decisions = reviews.path("reviews").path(0).path("decisions");
        assertThat(reviews.path("overdue").booleanValue()).isTrue();
        assertThat(decisions).anySatisfy(decision -> {
            assertThat(decision.path("staff").textValue()).isEqualTo(staffId(untrained));
            assertThat(decision.path("decision").textValue()).isEqualTo("revoke");
            assertThat(decision.path("toBeCarriedOut").booleanValue()).isTrue();
        });
    }

    @Test
    void itNamesNobodyAndHasNothingThatAnybodyWrote() {
        for (String name : bundle.files().keySet()) {
            String text = bundle.text(name);
            assertThat(text).as(name).doesNotContain(MARKER, "Very Readable");
            assertThat(PEOPLE).as(name).noneMatch(text::contains);
        }
    }

    @Test
    void theAuditorFindsInHerAccessLogThatItWasTaken() {
        long before = waiting();
        made("2024-01-01", "2024-01-01", SEED);

        assertThat(waiting()).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-12, 2025-10-13, in-the-future",
        "2025-10-02, 2025-10-01, before-from",
        "2024-09-07, 2025-10-12, too-long",
        "1999-12-31, 2000-01-01, too-early",
    })
    void aBadPeriodIsRefused(String from, String to, String reason) {
        request(from, to, SEED)
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("fields[0].reason", equalTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mArKeR8830",
                "mArKeR8830 mArKeR8830",
                "mArKeR8830-mArKeR8830-ä",
                "mArKeR8830-mArKeR8830\\n",
                "mArKeR8830-mArKeR8830-mArKeR8830-mArKeR8830-mArKeR8830-mArKeR8830"
            })
    void aBadSeedIsRefusedAndNotRepeated(String seed) {
        request(FROM, TO, seed).statusCode(400).body(not(containsString(MARKER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"from\":\"2025-10-01\",\"to\":\"2025-10-10\"}",
                "{\"from\":\"2025-10-01\",\"seed\":\"0123456789abcdef\"}",
                "{\"to\":\"2025-10-01\",\"seed\":\"0123456789abcdef\"}",
                "{\"from\":\"yesterday\",\"to\":\"2025-10-10\",\"seed\":\"0123456789abcdef\"}",
                "{\"from\":\"2025-10-01\",\"to\":\"2025-10-10\",\"seed\":\"0123456789abcdef\",\"samples\":[1]}"
            })
    void whatIsNoRequestIsRefused(String body) {
        onDuty(AUDITOR, StaffRole.AUDITOR).body(body).post(PATH).then().statusCode(400);
    }

    @Test
    void onlyAuditorsInGoodStandingTakeOne() {
        for (StaffRole role : List.of(StaffRole.SUPPORT, StaffRole.SECURITY, StaffRole.DPO)) {
            onDuty("evidence-" + role.token(), role)
                    .body(body(FROM, TO, SEED))
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .oauth2(Tokens.of("stranger", "auditor"))
                .contentType(ContentType.JSON)
                .body(body(FROM, TO, SEED))
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-not-registered"));
        given().contentType(ContentType.JSON)
                .body(body(FROM, TO, SEED))
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void oneIsMadeAtATime() throws Exception {
        onDuty(AUDITOR, StaffRole.AUDITOR);
        try (Connection holding = TestDatabases.start().data().getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("lock table drill in access exclusive mode");
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                    () -> request("2024-01-01", "2024-01-01", SEED).extract().statusCode());
            Awaitility.await().until(() -> pending("select id, kind"));
            request("2024-01-01", "2024-01-01", SEED).statusCode(429).body("code", equalTo("evidence-busy"));
            holding.rollback();
            assertThat(first.get()).isEqualTo(200);
        }
        request("2024-01-01", "2024-01-01", SEED).statusCode(200);
    }

    private static boolean accepted(Bundle checked) {
        return BundleCheck.accepts(checked, key, FROM, TO, SEED);
    }

    /** The days are those of the database, which has to say them from the beginning: a change would be found. */
    private void publish() {
        try {
            for (String day : DAYS) {
                publishedFromNowOn("'" + day + "T10:00:00Z'");
                PublishedLog.awaitLeaf(appended());
            }
        } finally {
            publishedFromNowOn("now()");
        }
    }

    private static void publishedFromNowOn(String at) {
        DATA.change("alter table log_checkpoint alter column published_at set default " + at);
    }

    /** @return the last place of many */
    private long appended() {
        Map<UUID, Leaf> leaves = new LinkedHashMap<>();
        for (int leaf = 0; leaf < 90; leaf++) {
            leaves.put(Reporting.newId(), Leaf.committingTo(Leaf.newSalt(), new byte[] {1}));
        }
        return pool
                .withTransaction(
                        connection -> sequencer.append(connection, Source.withoutOutbox("audit-service"), leaves))
                .await()
                .atMost(Duration.ofSeconds(10))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static void record() {
        trained = someone(StaffRole.SUPPORT);
        untrained = newPerson();
        register(untrained, StaffRole.DPO, today().minusDays(4), null);
        review();
        register(untrained, StaffRole.DPO, today().minusDays(4), today().plusDays(4));
        incident = Incidents.open("HIGH", MARKER);
        Incidents.post(incident, "acknowledgement", "\"1\"", "").statusCode(200);
        Incidents.security()
                .header("If-None-Match", "*")
                .body("{\"awareAt\":\"2025-10-04T10:00:00Z\",\"regimes\":[\"GDPR\"],\"affected\":{},\"highRisk\":true,"
                        + "\"malicious\":false,\"reason\":\"" + MARKER + "\"}")
                .put(Incidents.PATH + "/" + incident + "/breach")
                .then()
                .statusCode(200);
        String user = "user-" + MARKER;
        grant = onDuty(trained, StaffRole.SUPPORT)
                .body("{\"subject\":\"%s\",\"ticket\":\"SUP-1\",\"reason\":\"%s, long enough\"}"
                        .formatted(user, MARKER))
                .post("/v1/audit/break-glass")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        onDuty(trained, StaffRole.SUPPORT)
                .post("/v1/audit/break-glass/" + grant + "/approvals")
                .then()
                .statusCode(403);
        onDuty("sam", StaffRole.SECURITY)
                .body(("{\"kind\":\"restore\",\"environment\":\"production\",\"startedAt\":\"2025-10-05T08:00:00Z\","
                                + "\"finishedAt\":\"2025-10-05T09:30:00Z\",\"outcome\":\"failed\","
                                + "\"recoveryTimeSeconds\":90,\"reportSha256\":\"%s\"}")
                        .formatted("0a".repeat(32)))
                .post("/v1/audit/drills")
                .then()
                .statusCode(201);
        PEOPLE.addAll(List.of(trained, untrained, user, "reviewer-one", "reviewer-two"));
    }

    private static void review() {
        Reviews.closeWhatIsOpen();
        String review = Reviews.open();
        Reviews.decide("reviewer-one", review, Reviews.item(review, untrained), "revoke", "not-in-good-standing")
                .statusCode(200);
    }

    private static byte[] made(String from, String to, String seed) {
        return request(from, to, seed)
                .statusCode(200)
                .header("Content-Type", equalTo("application/zip"))
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse request(String from, String to, String seed) {
        return onDuty(AUDITOR, StaffRole.AUDITOR)
                .body(body(from, to, seed).getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then();
    }

    private static String body(String from, String to, String seed) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"seed\":\"%s\"}".formatted(from, to, seed);
    }

    private static List<String[]> table(String name) {
        return bundle.text(name)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static JsonNode find(String file, String field, String value) {
        for (JsonNode node : bundle.json(file)) {
            if (value.equals(node.path(field).textValue())) {
                return node;
            }
        }
        throw new IllegalStateException("Not there");
    }

    private String staffId(String person) {
        return HexFormat.of().formatHex(workforce.ref(person).bytes(), 0, 8);
    }

    private static long waiting() {
        return DATA.number("select count(*) from outbox");
    }

    private static boolean pending(String query) {
        return DATA.number(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ? || '%'",
                        query)
                > 0;
    }

    private static void moveTo(String time) {
        MovableClock.move(Duration.between(MovableClock.now(), Instant.parse(time)));
    }
}
