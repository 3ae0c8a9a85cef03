package health.lunaria.audit.verify;

import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static health.lunaria.audit.incident.Incidents.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verifier inside the running service. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class VerificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aHeadThatWasMovedIsFoundAndToldAndWhenItIsMendedAllIsWell() {
        report("cycle-service", List.of(event(newId(), "alice", "cycle.days.read")));
        data.change("delete from log_finding");
        awaitFindings(0);
        data.change("update log_head set size = size + 1");
        try {
            awaitFindings(1);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(data.number("select count(*) from log_finding where kind = 'HEAD_SIZE'"))
                                    .isEqualTo(1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> security()
                            .get(Incidents.PATH)
                            .then()
                            .body("incidents.title", hasItem("The log is not as it must be: HEAD_SIZE"))
                            .body("incidents.openedBy", hasItem("log-verifier")));
        } finally {
            data.change("update log_head set size = size - 1");
        }
        awaitFindings(0);
        assertThat(meter("succeeded")).isPositive();
    }

    private void awaitFindings(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(meter("succeeded")).isPositive();
            assertThat(meter("findings")).isEqualTo(count);
        });
    }

    private double meter(String name) {
        return meters.get("lunaria.audit.verification." + name).gauge().value();
    }
}
