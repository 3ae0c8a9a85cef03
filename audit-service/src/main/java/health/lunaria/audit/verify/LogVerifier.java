package health.lunaria.audit.verify;

import health.lunaria.audit.verify.CheckpointCheck.Signatures;
import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.audit.verify.note.VerifierKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the log as it is stored against itself, against the log's key, against what the services' outboxes say, and
 * against what was seen of it before. Shares no code with what writes the log, so that one mistake is not made twice.
 */
final class LogVerifier {

    private final LogRows rows = new LogRows();
    private final OutboxCheck outboxCheck;

    LogVerifier(OutboxCheck outboxCheck) {
        this.outboxCheck = outboxCheck;
    }

    /**
     * @param connection in a transaction that sees all tables at one moment
     * @param known what was verified before
     * @param key the log's
     * @param again how many leaves that were verified before are read once more
     */
    Uni<Verdict> verify(SqlConnection connection, Verified known, VerifierKey key, long again, Deadline deadline) {
        return rows.sizes(connection)
                .chain(sizes -> rows.outboxes(connection)
                        .chain(outboxes -> new Run(connection, known, key, sizes, outboxes, deadline).verify(again)));
    }

    private final class Run {

        private final SqlConnection connection;
        private final Verified known;
        private final VerifierKey key;
        private final LogSizes sizes;
        private final List<SeenOutbox> outboxes;
        private final Deadline deadline;
        private final List<Finding> findings;

        Run(
                SqlConnection connection,
                Verified known,
                VerifierKey key,
                LogSizes sizes,
                List<OutboxRow> stored,
                Deadline deadline) {
            this.connection = connection;
            this.known = known;
            this.key = key;
            this.sizes = sizes;
            this.deadline = deadline;
            this.outboxes = outboxCheck.remember(known.outboxes(), stored);
            this.findings = new ArrayList<>(sizes.check(known.published().size()));
            findings.addAll(outboxCheck.check(known.outboxes(), stored));
        }

        Uni<Verdict> verify(long again) {
            return readNew()
                    .chain(now -> readAgain(again).map(old -> new Verdict(new Verified(now, old, outboxes), findings)));
        }

        /** Signatures are not checked again: if a note had changed, the chain over the checkpoints would not fit. */
        private Uni<Progress> readAgain(long count) {
            Progress from = known.again();
            long to = Math.min(from.size() + count, known.published().size());
            return scan(Signatures.KNOWN, from, to)
                    .map(scan -> scan.progress().size() == known.published().size()
                            ? compare(scan.progress())
                            : scan.progress());
        }

        /** @return where to read again next: from the beginning */
        private Progress compare(Progress old) {
            if (!old.hasSameLeavesAs(known.published())) {
                findings.add(new Finding(Kind.LEAVES_CHANGED, old.size()));
            }
            if (!old.hasSameCheckpointsAs(known.published())) {
                findings.add(new Finding(Kind.CHECKPOINTS_CHANGED, old.size()));
            }
            return Progress.NONE;
        }

        /** Only what is published is remembered: further checkpoints of it cannot come any more. */
        private Uni<Progress> readNew() {
            return scan(Signatures.CHECK, known.published(), sizes.published())
                    .call(scan -> scan.isComplete() ? readUnpublished(scan.progress()) : nothing())
                    .map(Scan::progress);
        }

        private Uni<?> readUnpublished(Progress published) {
            return scan(Signatures.CHECK, published, sizes.leaves());
        }

        private Uni<Scan> scan(Signatures signatures, Progress from, long to) {
            CheckpointCheck checkpoints = new CheckpointCheck(key, signatures);
            return new Scan(connection, rows, checkpoints, sizes.published(), from, to, deadline)
                    .run()
                    .invoke(scan -> findings.addAll(scan.findings()));
        }

        private static Uni<Void> nothing() {
            return Uni.createFrom().voidItem();
        }
    }
}
