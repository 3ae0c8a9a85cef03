package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.lunaria.launcher.EpochTurned;
import health.lunaria.launcher.EpochTurned.OldKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The epochs of all four keyrings turn while people use the suite, and the old keys go when two have agreed. */
class EpochTest {

    private static final List<String> KEYRINGS =
            List.of("profile_keyring", "cycle_keyring", "billing_keyring", "audit_keyring");
    private static final List<String> FORBIDDEN = List.of(
            "insert into subject_key select * from subject_key",
            "delete from subject_key",
            "update subject_key set subject_ref = subject_ref",
            "delete from epoch",
            "update shard_key set wrapped = wrapped",
            "create table intruder (id integer)",
            "select 1 from flyway_schema_history");
    private static final int WRITERS = 3;
    private static final int REQUESTS = 10;
    private static final int PAUSE = 100;
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

    private final Suite suite = Suite.running();
    private final SuiteDatabases databases = new SuiteDatabases(suite);
    private final String run = Long.toString(System.nanoTime(), 36);
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @Test
    void noRequestFailsWhileTheEpochsTurnAndTheOldKeysGoWithTwoApprovals() throws Exception {
        Staff staff = new Staff(suite);
        Api first = staff.member("first-" + run, "security");
        Api second = staff.member("second-" + run, "security");
        List<EpochTurned> turned = whilePeopleWrite(() -> {
            List<EpochTurned> closed = suite.stack().epoch().run(true);
            assertThat(closed).hasSize(KEYRINGS.size()).allSatisfy(EpochTest::waits);
            KeyDeletions.approveAll(first);
            KeyDeletions.approveAll(second);
            return suite.stack().epoch().run(false);
        });

        assertThat(turned).allSatisfy(one -> {
            assertThat(one.failure()).isNull();
            assertThat(one.keys()).singleElement().satisfies(EpochTest::isOnItsWayOut);
        });
        for (String keyring : KEYRINGS) {
            assertThat(databases.number(keyring, "select count(*) from epoch where key_gone_at is not null"))
                    .isPositive();
            assertThat(databases.number(
                            keyring,
                            "select (select count(*) from subject_key k join epoch e using (epoch) where e.closed_at is"
                                    + " not null) + (select count(*) from service_key k join epoch e using (epoch) where"
                                    + " e.closed_at is not null)"))
                    .isZero();
        }
        assertThat(KeyDeletions.of(first))
                .filteredOn(deletion -> deletion.path("state").textValue().equals("used"))
                .hasSizeGreaterThanOrEqualTo(KEYRINGS.size());
        openAfterARestart(first);
    }

    @Test
    void theJobReachesAndDoesNoMoreThanItNeeds() throws SQLException {
        suite.stack().epoch().run(false);

        try (Connection connection = databases.connect("epoch_job", "cycle_keyring");
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from subject_key").close();
            for (String sql : FORBIDDEN) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
        for (String database : List.of("profile", "cycle", "billing", "audit", "keycloak", "postgres")) {
            assertThatThrownBy(() -> databases.connect("epoch_job", database))
                    .as(database)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> databases.connect("cycle", "profile_keyring")).isInstanceOf(SQLException.class);
    }

    @Test
    void onlyTheJobsCertificateAsksForDeletions() {
        String request = "{\"service\":\"cycle-service\",\"epoch\":999,\"key\":"
                + "\"arn:aws:kms:eu-west-1:000000000000:key/x\",\"emptiedAt\":\"2026-11-27T00:00:00Z\",\"living\":0}";

        for (String part : List.of("cycle-service", "gateway", "profile-service")) {
            suite.directly("audit-service", part, null)
                    .post("/internal/key-deletions", request)
                    .expect(403);
        }
        suite.withToken(null).post("/internal/key-deletions", request).expect(404);
    }

    /** What the services have in memory helps them no more. */
    private void openAfterARestart(Api staff) {
        Api user = suite.as(writer(0));
        suite.kill("cycle-service");
        suite.kill("audit-service");
        suite.up();
        assertThat(user.post("/v1/cycle/days/search", "{\"from\":\"2019-01-01\",\"to\":\"2019-12-31\"}")
                        .expect(200)
                        .json()
                        .path("days"))
                .isNotEmpty();
        user.get("/v1/profile").expect(200);
        user.get("/v1/billing/entitlements").expect(200);
        user.get("/v1/audit/access-log").expect(200);
        KeyDeletions.of(staff);
    }

    private interface Turning {
        List<EpochTurned> run();
    }

    private List<EpochTurned> whilePeopleWrite(Turning turning) throws InterruptedException {
        ScheduledExecutorService pace = Executors.newScheduledThreadPool(WRITERS + 1);
        try {
            for (int i = 0; i < WRITERS; i++) {
                Api api = suite.asConsenting(writer(i));
                pace.scheduleWithFixedDelay(() -> requests(() -> write(api)), 0, PAUSE, TimeUnit.MILLISECONDS);
            }
            // Each needs keys of her own, in whatever epoch is open at that moment.
            pace.scheduleWithFixedDelay(
                    () -> requests(() -> suite.asConsenting("newcomer-" + run + "-" + requests)),
                    0,
                    PAUSE,
                    TimeUnit.MILLISECONDS);
            awaitMoreRequests();
            List<EpochTurned> turned = turning.run();
            awaitMoreRequests();
            return turned;
        } finally {
            pace.shutdown();
            assertThat(pace.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(failures).isEmpty();
        }
    }

    private void awaitMoreRequests() {
        int before = requests.get();
        await().atMost(Duration.ofSeconds(60)).until(() -> !failures.isEmpty() || requests.get() > before + REQUESTS);
    }

    private void requests(Runnable some) {
        try {
            some.run();
            requests.incrementAndGet();
        } catch (RuntimeException | AssertionError failed) {
            failures.add(failed);
        }
    }

    private void write(Api api) {
        LocalDate date = FIRST.plusDays(requests.get() % 360);
        api.put("/v1/cycle/days", "{\"days\":[{\"date\":\"" + date + "\",\"flow\":\"light\"}]}")
                .expect(200);
        api.get("/v1/profile").expect(200);
        api.get("/v1/billing/entitlements").expect(200);
        api.get("/v1/audit/access-log?limit=1").expect(200);
    }

    private static void waits(EpochTurned one) {
        assertThat(one.failure()).isNull();
        assertThat(one.left()).isZero();
        assertThat(one.keys()).extracting(OldKey::fate).contains("waiting-for-approval");
    }

    private static void isOnItsWayOut(OldKey key) {
        assertThat(key.fate()).isEqualTo("scheduled");
        assertThat(Instant.parse(key.goneAt())).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    private String writer(int number) {
        return "writer-" + run + "-" + number;
    }
}
