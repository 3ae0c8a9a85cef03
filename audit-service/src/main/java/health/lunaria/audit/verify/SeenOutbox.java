package health.lunaria.audit.verify;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What is remembered of an outbox: none of its numbers ever falls. */
@RegisterForReflection
record SeenOutbox(String service, UUID outbox, long recorded, long delivered, long logged) {

    static SeenOutbox of(OutboxRow row) {
        OutboxRow.Statement statement = row.statement();
        return new SeenOutbox(
                row.service(), row.outbox(), statement.recorded(), statement.delivered(), statement.logged());
    }

    boolean isSameAs(OutboxRow row) {
        return service.equals(row.service()) && outbox.equals(row.outbox());
    }
}
