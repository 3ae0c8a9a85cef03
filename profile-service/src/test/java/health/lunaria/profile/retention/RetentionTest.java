package health.lunaria.profile.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.profile.provider.FakeKeycloak;
import health.lunaria.safeguards.retention.Retention;
import health.lunaria.safeguards.retention.RetentionReport;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(FakeKeycloak.class)
class RetentionTest {

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final Sql keyring = Sql.in(TestDatabases.start().keyring());

    @Inject
    Retention retention;

    private long ordersBefore;

    @BeforeEach
    void nobodyElseIsInactive() {
        data.change("delete from account_activity");
        ordersBefore = orders();
    }

    @Test
    void whoUsesTheAppIsSeenOnceAMonth() {
        use("seen");
        use("seen");

        assertThat(
                        data.number(
                                "select count(*) from account_activity where seen_in = date_trunc('month', now() at time zone 'utc')"))
                .isEqualTo(1);
    }

    @Test
    void whoIsSeenIsNotInactive() throws Throwable {
        use("active");
        lastSeenMonthsAgo(24);
        use("active");

        assertThat(run("inactive-accounts").counted()).isZero();
        assertThat(noticed()).isZero();
    }

    @Test
    void beforeTheNoticeNothingHappens() throws Throwable {
        use("a-while-ago");
        lastSeenMonthsAgo(22);

        run("inactive-accounts");

        assertThat(noticed()).isZero();
        assertThat(orders()).isEqualTo(ordersBefore);
    }

    @Test
    void whoIsLongAwayIsMarkedFirstAndNotErasedAtOnce() throws Throwable {
        linked("away");
        lastSeenMonthsAgo(30);

        RetentionReport report = run("inactive-accounts");

        assertThat(report.counted()).isEqualTo(1);
        assertThat(report.deleted()).isZero();
        assertThat(noticed()).isEqualTo(1);
    }

    @Test
    void aMonthAfterTheMarkAnErasureIsOrderedOnce() throws Throwable {
        linked("gone");
        lastSeenMonthsAgo(30);
        data.change("update account_activity set noticed_at = now() - interval '31 days'");

        assertThat(run("inactive-accounts").deleted()).isEqualTo(1);
        assertThat(run("inactive-accounts").deleted()).isZero();

        assertThat(orders()).isEqualTo(ordersBefore + 1);
        assertThat(data.number("select count(*) from account_activity")).isZero();
    }

    @Test
    void whoComesBackAfterTheMarkStays() throws Throwable {
        linked("returned");
        lastSeenMonthsAgo(30);
        data.change("update account_activity set noticed_at = now() - interval '31 days'");
        use("returned");

        assertThat(run("inactive-accounts").deleted()).isZero();
        assertThat(orders()).isEqualTo(ordersBefore);
        assertThat(noticed()).isZero();
    }

    @Test
    void whoseAccountCannotBeClosedIsCountedAndStays() throws Throwable {
        use("unlinked");
        lastSeenMonthsAgo(30);
        data.change("update account_activity set noticed_at = now() - interval '31 days'");

        RetentionReport report = run("inactive-accounts");

        assertThat(report.counted()).isEqualTo(1);
        assertThat(report.deleted()).isZero();
        assertThat(orders()).isEqualTo(ordersBefore);
    }

    @Test
    void aClosedRequestGoesAfterItsTimeAndAnOpenOneNever() throws Throwable {
        ask("asker");
        ask("closer");
        data.change("update data_request set received_at = now() - interval '1500 days'");
        long open = data.number("select count(*) from data_request_queue");
        data.change("delete from data_request_queue where id = (select min(id::text)::uuid from data_request_queue)");

        assertThat(run("closed-requests").deleted()).isGreaterThanOrEqualTo(1);
        assertThat(data.number("select count(*) from data_request")).isEqualTo(open - 1);
        assertThat(run("closed-requests").deleted()).isZero();
    }

    @Test
    void tombstonesGoWhenNoBackupIsAsOld() throws Throwable {
        for (int days : new int[] {39, 41}) {
            data.change(
                    "insert into erasure (id, subject_ref, remarks, erased_at) values"
                            + " (gen_random_uuid(), sha256(?::text::bytea), '', now() - ? * interval '1 day')",
                    "retention-" + days,
                    days);
            keyring.change(
                    "insert into erased_subject values (sha256(?::text::bytea), now() - ? * interval '1 day')",
                    "retention-" + days,
                    days);
        }

        assertThat(run("erasures").deleted()).isEqualTo(1);
        assertThat(run("erased-subjects").deleted()).isEqualTo(1);
        keyring.change("delete from erased_subject where subject_ref = sha256('retention-39')");
    }

    @Test
    void aRunIsReportedWithTheOneBefore() throws Throwable {
        RetentionReport first = run("reports");
        RetentionReport second = run("reports");

        assertThat(second.since()).isEqualTo(first.until());
        for (String role : new String[] {"dpo", "auditor"}) {
            given().auth()
                    .oauth2(Tokens.of("reader", role))
                    .get("/v1/profile/retention")
                    .then()
                    .statusCode(200)
                    .body("reports.rule", hasItem("reports"))
                    .body("reports[0].next", notNullValue())
                    .body("reports[0].rule", equalTo("reports"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "security"})
    void nobodyElseReadsReports(String role) {
        given().auth()
                .oauth2(Tokens.of("curious", role))
                .get("/v1/profile/retention")
                .then()
                .statusCode(403);
    }

    private RetentionReport run(String name) throws Throwable {
        var rule = retention.rules().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return VertxContextSupport.subscribeAndAwait(() -> retention.run(rule));
    }

    private void lastSeenMonthsAgo(int months) {
        data.change(
                "update account_activity set seen_in = date_trunc('month', now() at time zone 'utc') - ? * interval '1 month'",
                months);
    }

    private long noticed() {
        return data.number("select count(*) from account_activity where noticed_at is not null");
    }

    private long orders() {
        return data.number("select count(*) from erasure_order where state = 'WAITING'");
    }

    private static void use(String user) {
        given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/profile/consents")
                .then()
                .statusCode(200);
    }

    private static void linked(String user) {
        FakeKeycloak.login(user, "session-of-" + user + "-with-retention", 1);
        given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/profile/sessions")
                .then()
                .statusCode(200);
        use(user);
    }

    private static void ask(String user) {
        given().auth()
                .oauth2(Tokens.of(user))
                .header("Idempotency-Key", "retention-test-" + user)
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"access\",\"residences\":[{\"country\":\"DE\"}]}")
                .post("/v1/profile/requests")
                .then()
                .statusCode(201);
    }
}
