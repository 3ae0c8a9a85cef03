package health.lunaria.audit.verify;

import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What the verifier remembers, in a row that is sealed under a key of the service: who can edit the database can take it
 * away or put an older one in its place, but cannot write one. Both are found as long as the process lives, for it knows
 * what it wrote; a row that is gone is found after a restart as well.
 */
@ApplicationScoped
class VerifiedRecord {

    private static final SealedColumn<Verified> COLUMN =
            SealedColumn.of("log_verification", "sealed", 1, Verified.class);
    private static final String READ = "select revision, sealed from log_verification where id = 1";
    private static final String WRITE = """
            update log_verification set revision = $1, sealed = $2 where id = 1 and revision = $1 - 1
            """;

    private final ServiceKeys keys;
    private volatile Recalled newest = new Recalled(0, Verified.NOTHING, List.of());

    VerifiedRecord(ServiceKeys keys) {
        this.keys = keys;
    }

    /**
     * @param revision raised by every writing; 0 before the first
     * @param findings what is wrong with the record itself
     */
    record Recalled(long revision, Verified verified, List<Finding> findings) {}

    Uni<Recalled> read(SqlConnection connection) {
        return connection.query(READ).execute().map(this::recall);
    }

    /** If another replica was quicker its record stays, which says the same or more. */
    Uni<Void> write(SqlClient client, Recalled before, Verified verified) {
        if (verified.isAsFarAs(before.verified())) {
            return Uni.createFrom().voidItem();
        }
        long revision = before.revision() + 1;
        byte[] sealed = COLUMN.seal(key(), Locator.NONE, revision, verified);
        return client.preparedQuery(WRITE)
                .execute(Tuple.of(revision, Buffer.buffer(sealed)))
                .invoke(written -> remember(written.rowCount(), new Recalled(revision, verified, List.of())))
                .replaceWithVoid();
    }

    private void remember(int written, Recalled record) {
        if (written == 1) {
            newest = record;
        }
    }

    private Recalled recall(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return instead(Kind.RECORD_MISSING);
        }
        Row row = rows.iterator().next();
        long revision = row.getLong("revision");
        var sealed = row.getBuffer("sealed");
        if (revision < newest.revision()) {
            return instead(Kind.RECORD_OLD);
        }
        if (sealed == null) {
            return revision == 0 ? newest : instead(Kind.RECORD_MISSING);
        }
        return open(revision, sealed.getBytes());
    }

    private Recalled open(long revision, byte[] sealed) {
        try {
            return new Recalled(revision, COLUMN.open(key(), Locator.NONE, revision, sealed), List.of());
        } catch (SealBrokenException forged) {
            return instead(Kind.RECORD_FORGED);
        }
    }

    /** The log is still compared with what this process knows. */
    private Recalled instead(Kind kind) {
        return new Recalled(
                newest.revision(),
                newest.verified(),
                List.of(new Finding(kind, newest.verified().published().size())));
    }

    private ServiceKey key() {
        return keys.get(Purpose.VERIFICATION);
    }
}
