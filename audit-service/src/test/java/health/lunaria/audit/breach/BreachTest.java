package health.lunaria.audit.breach;

import static health.lunaria.audit.incident.Incidents.PATH;
import static health.lunaria.audit.incident.Incidents.as;
import static health.lunaria.audit.incident.Incidents.open;
import static health.lunaria.audit.incident.Incidents.post;
import static health.lunaria.audit.incident.Incidents.security;
import static health.lunaria.audit.incident.Incidents.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BreachTest {

    private static final String MARKER = "mArKeR7391";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant AWARE = NOW.minus(Duration.ofDays(1));

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aDeclaredBreachHasItsClocks() {
        String id = breach(AWARE, "\"GDPR\",\"HIPAA\"");

        get(id).statusCode(200)
                .header("ETag", "\"1\"")
                .body("declaredBy", equalTo("sam"))
                .body("affected.HIPAA", equalTo(400))
                .body(
                        "clocks.clock",
                        contains("gdpr-authority", "gdpr-persons", "hipaa-persons", "hipaa-authority-yearly"))
                .body("clocks[0].due", equalTo(AWARE.plus(Duration.ofHours(72)).toString()))
                .body("clocks[0].status", equalTo("RUNNING"))
                .body("clocks[0].source", equalTo("GDPR 33(1)"))
                .body("clocks.statutory", contains(true, false, true, true));
        Incidents.get(id).body("timeline.kind", hasItems("OPENED", "BREACH_DECLARED"));
    }

    /** 20 November is one in Brazil. */
    @Test
    void theHolidaysOfTheConfigurationCount() {
        String id = breach(Instant.parse("2026-11-18T12:00:00Z"), "\"LGPD\"");

        get(id).body("clocks.due", contains("2026-11-25T02:59:59Z", "2026-11-25T02:59:59Z"));
    }

    @Test
    void moreAffectedPersonsChangeTheClocks() {
        String id = breach(AWARE, "\"HIPAA\"");

        put(id, "If-Match", "\"1\"", body(AWARE, "\"HIPAA\"", 500))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("clocks.clock", contains("hipaa-persons", "hipaa-authority"));
        Incidents.get(id).body("timeline.kind", hasItems("BREACH_CHANGED"));
    }

    @Test
    void whatIsOverdueNeedsTheReasonOfTheDelay() {
        String id = breach(NOW.minus(Duration.ofHours(73)), "\"GDPR\"");
        get(id).body("clocks[0].status", equalTo("OVERDUE"));

        breachPost(id, "completions", "\"1\"", done("gdpr-authority", NOW, null))
                .statusCode(400)
                .body("code", equalTo("breach-delay-reason-missing"));
        breachPost(id, "completions", "\"1\"", done("gdpr-authority", NOW, "The scope was not clear"))
                .statusCode(200)
                .body("clocks[0].status", equalTo("DONE_LATE"))
                .body("completions[0].reason", equalTo("The scope was not clear"))
                .body("completions[0].by", equalTo("sam"));
    }

    @Test
    void nothingIsDoneTwice() {
        String id = breach(AWARE, "\"GDPR\"");
        breachPost(id, "completions", "\"1\"", done("gdpr-authority", NOW, null)).statusCode(200);

        breachPost(id, "completions", "\"2\"", done("gdpr-authority", NOW, null))
                .statusCode(409)
                .body("code", equalTo("breach-clock-done"));
        get(id).header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "hipaa-persons", ""})
    void aClockThatDoesNotApplyIsNotMarked(String clock) {
        String id = breach(AWARE, "\"GDPR\"");

        breachPost(id, "completions", "\"1\"", done(clock, NOW, null))
                .statusCode(409)
                .body("code", equalTo("breach-clock-unknown"));
        breachPost(id, "extensions", "\"1\"", extension(clock, "LAW_ENFORCEMENT_WRITTEN"))
                .statusCode(409)
                .body("code", equalTo("breach-clock-unknown"));
        Incidents.get(id).header("ETag", "\"2\"");
    }

    @Test
    void whatIsRefusedLeavesNoEntryInTheTimeline() {
        String id = breach(AWARE, "\"GDPR\"");

        breachPost(id, "extensions", "\"1\"", extension("gdpr-authority", "LAW_ENFORCEMENT_WRITTEN"))
                .statusCode(409)
                .body("code", equalTo("breach-extension-refused"));
        Incidents.get(id).body("timeline.kind", contains("OPENED", "BREACH_DECLARED"));
    }

    @Test
    void anExtensionMovesTheLimitAndKeepsItsReason() {
        String id = breach(AWARE, "\"CALIFORNIA\"");

        breachPost(id, "extensions", "\"1\"", extension("california-persons", "SCOPE_AND_RESTORATION"))
                .statusCode(200)
                .body("extensions[0].reason", equalTo("why"))
                .body("clocks[0].due", equalTo(NOW.plus(Duration.ofDays(90)).toString()));
    }

    @Test
    void anExemptionSparesAndItsEvidenceIsKept() {
        String id = breach(AWARE, "\"GDPR\",\"FTC_HBNR\"");

        breachPost(id, "exemption", "\"1\"", "{\"keyState\":\"NOT_REACHED\",\"evidence\":\"KMS log of the day\"}")
                .statusCode(200)
                .body("exemption.evidence", equalTo("KMS log of the day"))
                .body("exemption.by", equalTo("sam"))
                .body("clocks.status", contains("RUNNING", "SPARED", "SPARED", "SPARED"));
    }

    @Test
    void keysThatWereReachedSpareNothing() {
        String id = breach(AWARE, "\"FTC_HBNR\"");

        breachPost(id, "exemption", "\"1\"", "{\"keyState\":\"REACHED\",\"evidence\":\"The key was in the dump\"}")
                .statusCode(200)
                .body("clocks.status", contains("RUNNING", "RUNNING"));
    }

    @Test
    void anIncidentIsNotClosedWhileSomebodyHasToBeTold() {
        String id = breach(AWARE, "\"LGPD\"");
        post(id, "closure", "\"2\"", text("done")).statusCode(409).body("code", equalTo("breach-clocks-running"));

        breachPost(id, "completions", "\"1\"", done("lgpd-authority", NOW, null)).statusCode(200);
        post(id, "closure", "\"3\"", text("done")).statusCode(409);
        breachPost(id, "completions", "\"2\"", done("lgpd-persons", NOW, null)).statusCode(200);
        post(id, "closure", "\"4\"", text("done")).statusCode(200);

        breachPost(id, "exemption", "\"3\"", "{\"keyState\":\"DESTROYED\",\"evidence\":\"x\"}")
                .statusCode(409)
                .body("code", equalTo("incident-closed"));
    }

    @Test
    void aBreachIsDeclaredOnce() {
        String id = breach(AWARE, "\"GDPR\"");

        put(id, "If-None-Match", "*", body(AWARE, "\"GDPR\"", 1)).statusCode(412).body("code", equalTo("stale"));
        put(id, "If-Match", "\"2\"", body(AWARE, "\"GDPR\"", 1)).statusCode(412);
        put(id, "X-None", "x", body(AWARE, "\"GDPR\"", 1)).statusCode(428);
    }

    @Test
    void whatIsNoBreachHasNoClocks() {
        String id = open("LOW", "No breach");

        get(id).statusCode(404);
        put(id, "If-Match", "\"1\"", body(AWARE, "\"GDPR\"", 1)).statusCode(404);
        breachPost(id, "completions", "\"1\"", done("gdpr-authority", NOW, null)).statusCode(404);
        Incidents.get(id).header("ETag", "\"1\"");
        put("00000000-0000-0000-0000-000000000000", "If-None-Match", "*", body(AWARE, "\"GDPR\"", 1))
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"dpo, 200", "security, 200", "auditor, 403", "support, 403", "user, 403"})
    void theDataProtectionOfficerAndSecurityDecide(String role, int status) {
        String id = breach(AWARE, "\"GDPR\"");

        as("x", role)
                .header("If-Match", "\"1\"")
                .body(done("gdpr-authority", NOW, null))
                .post(PATH + "/" + id + "/breach/completions")
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"dpo, 200", "security, 200", "auditor, 200", "support, 403", "user, 403"})
    void auditorsRead(String role, int status) {
        String id = breach(AWARE, "\"GDPR\"");

        as("x", role).get(PATH + "/" + id + "/breach").then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"awareAt\":\"2999-01-01T00:00:00Z\",\"regimes\":[\"GDPR\"],\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00+01:00\",\"regimes\":[\"GDPR\"],\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[],\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[\"mArKeR7391\"],\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[\"GDPR\"],\"highRisk\":true,\"malicious\":true}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[\"GDPR\"],\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[\"GDPR\"],\"affected\":{\"GDPR\":-1},\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[\"GDPR\"],\"affected\":{\"GDPR\":null},\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}",
                "{\"awareAt\":\"2026-01-01T00:00:00Z\",\"regimes\":[\"GDPR\"],\"affected\":{\"mArKeR7391\":1},\"highRisk\":true,\"malicious\":true,\"reason\":\"r\"}"
            })
    void aBadDeclarationIsRefusedAndNotRepeated(String body) {
        String id = open("LOW", "Bad");

        put(id, "If-None-Match", "*", body).statusCode(400).body(not(containsString(MARKER)));
        get(id).statusCode(404);
    }

    @Test
    void nothingIsDoneInTheFuture() {
        String id = breach(AWARE, "\"GDPR\"");

        breachPost(id, "completions", "\"1\"", done("gdpr-authority", NOW.plus(Duration.ofDays(1)), null))
                .statusCode(400)
                .body("fields[0].reason", equalTo("time-out-of-range"));
        get(id).body("clocks[0].done", nullValue());
    }

    @Test
    void noTextStandsInTheDatabaseAndAnOlderVersionDoesNotOpen() {
        String id = breach(AWARE, "\"GDPR\"");
        UUID key = UUID.fromString(id);
        byte[] old = data.bytes("select sealed from breach where incident_id = ?", key);
        breachPost(id, "exemption", "\"1\"", "{\"keyState\":\"REACHED\",\"evidence\":\"" + MARKER + "\"}")
                .statusCode(200);
        assertThat(data.number(
                        "select count(*) from breach where position(?::bytea in sealed) > 0",
                        (Object) MARKER.getBytes(StandardCharsets.UTF_8)))
                .isZero();

        byte[] current = data.bytes("select sealed from breach where incident_id = ?", key);
        data.change("update breach set sealed = ? where incident_id = ?", old, key);
        get(id).statusCode(500).body("code", equalTo("internal-error"));
        data.change("update breach set sealed = ? where incident_id = ?", current, key);
        get(id).statusCode(200);
    }

    private static String breach(Instant aware, String regimes) {
        String id = open("HIGH", "A breach");
        put(id, "If-None-Match", "*", body(aware, regimes, 400)).statusCode(200);
        return id;
    }

    private static ValidatableResponse get(String id) {
        return security().get(PATH + "/" + id + "/breach").then();
    }

    private static ValidatableResponse put(String id, String header, String value, String body) {
        return security()
                .header(header, value)
                .body(body)
                .put(PATH + "/" + id + "/breach")
                .then();
    }

    private static ValidatableResponse breachPost(String id, String what, String ifMatch, String body) {
        return post(id, "breach/" + what, ifMatch, body);
    }

    private static String body(Instant aware, String regimes, long affected) {
        return ("{\"awareAt\":\"%s\",\"regimes\":[%s],\"affected\":{\"HIPAA\":%d,\"FTC_HBNR\":%d},\"highRisk\":true,"
                        + "\"malicious\":false,\"reason\":\"r\"}")
                .formatted(aware, regimes, affected, affected);
    }

    private static String done(String clock, Instant at, String reason) {
        String because = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
        return "{\"clock\":\"%s\",\"at\":\"%s\"%s}".formatted(clock, at, because);
    }

    private static String extension(String clock, String ground) {
        return "{\"clock\":\"%s\",\"ground\":\"%s\",\"statedAt\":\"%s\",\"until\":\"%s\",\"reason\":\"why\"}"
                .formatted(clock, ground, NOW, NOW.plus(Duration.ofDays(90)));
    }
}
