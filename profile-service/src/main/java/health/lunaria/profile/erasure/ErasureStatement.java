package health.lunaria.profile.erasure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.profile.erasure.LogEntriesClient.LogEntry;
import health.lunaria.profile.receipt.ReceiptConfig;
import health.lunaria.safeguards.erasure.Remark;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What the receipt of an erasure states: each step with its place in the public log, and from when on no backup can bring anything
 * back. It names nobody: whoever shows it was erased, and nobody can tell who that was.
 */
final class ErasureStatement {

    /** Verifiers may rely on it: another form is another version. */
    private static final String SCHEMA = "lunaria-erasure-receipt/1";

    private ErasureStatement() {}

    static String of(
            DueErasure erasure,
            Instant completed,
            Instant backupsUnreadable,
            List<LogEntry> entries,
            Collection<Remark> remarks,
            ReceiptConfig.Controller controller) {
        ObjectNode statement = JsonNodeFactory.instance
                .objectNode()
                .put("schema_version", SCHEMA)
                .put("record_id", erasure.id().toString())
                .put("requested_at", erasure.requestedAt().toString())
                .put("completed_at", completed.toString())
                .put("backups_unreadable_at", backupsUnreadable.toString());
        statement.putObject("pii_controller").put("name", controller.name()).put("contact", controller.contact());
        ArrayNode steps = statement.putArray("steps");
        entries.forEach(entry -> steps.addObject()
                .put("action", entry.action())
                .put("time", entry.time().toString())
                .put("log_index", entry.index()));
        ArrayNode kept = statement.putArray("remarks");
        remarks.forEach(remark -> kept.add(remark.slug()));
        return statement.toString();
    }
}
