package health.lunaria.profile.retention;

import health.lunaria.safeguards.retention.RetentionRule;
import health.lunaria.safeguards.retention.RetentionRule.Terms;
import health.lunaria.safeguards.retention.SqlRule;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

class ProfileRules {

    private static final String CLOSED = """
             from data_request where received_at < $1
            and not exists (select from data_request_queue where data_request_queue.id = data_request.id)
            """;

    private final ProfileRetentionConfig config;

    ProfileRules(ProfileRetentionConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    RetentionRule closedRequests(Pool pool) {
        Terms terms = new Terms(
                "Requests of data subjects that are closed, with their idempotency keys",
                config.closedRequests(),
                "lunaria.profile.retention.closed-requests",
                "GDPR 5(2) and 82: to show that it was answered while a claim can be made, 3 years after the end",
                null);
        return new SqlRule(
                "closed-requests",
                terms,
                pool,
                "select count(*)" + CLOSED,
                "delete from data_request where id in (select id" + CLOSED
                        + " order by received_at limit $2 for update skip locked)");
    }

    /** What a law's time is over for is not made to disappear: it is counted, and the queue says so to the officer. */
    @Produces
    @Singleton
    RetentionRule overdueRequests(Pool pool) {
        Terms terms = new Terms(
                "Open requests past their date",
                Duration.ZERO,
                "none: the law of each request",
                "never deleted while open",
                "the data protection officer, who answers them");
        return new SqlRule(
                "overdue-requests", terms, pool, "select count(*) from data_request_queue where due_at < $1", null);
    }
}
