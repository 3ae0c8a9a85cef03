package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parts are away for a while: what needs them says so, what does not goes on, and nothing opens. */
class OutageTest {

    private final Suite suite = Suite.running();

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @Test
    void withoutKeyManagementWarmUsersGoOnAndColdOnesWait() {
        Api warm = suite.asConsenting("warm");
        warm.get("/v1/cycle/cycles").expect(200);
        // Users whose shard keys nobody used yet are cold; of 40 some are, whoever was here before.
        List<Api> strangers =
                IntStream.range(0, 40).mapToObj(i -> suite.as("stranger-" + i)).toList();

        suite.kill("kms");
        List<Api.Answer> answers = strangers.stream()
                .map(api -> api.get("/v1/billing/entitlements"))
                .toList();

        assertThat(answers).extracting(Api.Answer::status).isSubsetOf(200, 503).contains(503);
        answers.stream()
                .filter(answer -> answer.status() == 503)
                .forEach(answer -> answer.problem(503, "keys-unavailable"));
        warm.get("/v1/cycle/cycles").expect(200);
        warm.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-02-02\",\"flow\":\"light\"}]}")
                .expect(200);

        suite.up();
        strangers.forEach(api -> api.get("/v1/billing/entitlements").expect(200));
    }

    @Test
    void withoutAnAnswerAboutTheConsentNothingIsGiven() {
        Api api = suite.asConsenting("unasked");

        suite.kill("profile-service");

        api.get("/v1/cycle/cycles").problem(503, "consent-unknown");
        suite.up();
        api.get("/v1/cycle/cycles").expect(200);
    }

    @Test
    void withoutItsDatabaseAServiceSaysThatItIsAway() {
        Api api = suite.asConsenting("no-database");
        api.get("/v1/cycle/cycles").expect(200);

        suite.kill("postgres");

        Api.Answer answer = api.get("/v1/cycle/cycles");
        assertThat(answer.status()).isIn(502, 503);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        suite.up();
        api.get("/v1/cycle/cycles").expect(200);
    }

    /** Events wait in the outboxes meanwhile. */
    @Test
    void withoutAuditServiceWorkGoesOnAndIsInTheLogAfterwards() {
        Api api = suite.asConsenting("patient");

        suite.kill("audit-service");
        api.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-02-02\",\"flow\":\"light\"}]}")
                .expect(200);
        suite.up();

        AccessLog.awaitEntries(api, "cycle.days.write", 1);
    }
}
