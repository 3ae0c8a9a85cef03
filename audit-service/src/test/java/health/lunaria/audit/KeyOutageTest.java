package health.lunaria.audit;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestKms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** While KMS is away, what is about warm users goes on, the rest gets 503 and is sent again; nothing is kept in clear. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class KeyOutageTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void warmUsersGoOnAndColdOnesAreToldToWait() {
        report(event(newId(), "warm", "cycle.days.read")).statusCode(204);
        String[] refused = new String[2];

        TestKms.start().whileAway(() -> {
            report(event(newId(), "warm", "cycle.days.write")).statusCode(204);
            accessLog("warm").statusCode(200).body("entries", hasSize(2));

            String cold = userOfAColdShard();
            unavailable(accessLog(cold));
            refused[0] = event(newId(), "warm", "cycle.days.delete");
            refused[1] = event(newId(), cold, "cycle.days.read");
            long before = size();
            unavailable(report(refused));
            assertThat(size()).isEqualTo(before);
        });

        report(refused).statusCode(204);
        accessLog("warm").body("entries", hasSize(3));
    }

    /** Shards are warmed by other tests, too: of 200 new users, many fall on one that is not. */
    private static String userOfAColdShard() {
        for (int i = 0; i < 200; i++) {
            String user = "cold-" + i;
            if (accessLog(user).extract().statusCode() == 503) {
                return user;
            }
        }
        throw new AssertionError("Every shard is warm");
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("keys-unavailable"));
    }

    private long size() {
        return data.number("select size from log_head");
    }
}
