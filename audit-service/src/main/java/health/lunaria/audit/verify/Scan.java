package health.lunaria.audit.verify;

import health.lunaria.safeguards.http.WorkerThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Reads the log from one place to another, a page at a time. Ends early at the first page with something wrong on it, for
 * what lies behind cannot be judged, and when the time of the run is over. Used once, within one transaction.
 */
final class Scan {

    /** A page is some 300 kB, and a few milliseconds of a worker thread. */
    static final int PAGE = 1024;

    private final SqlConnection connection;
    private final LogRows rows;
    private final CheckpointCheck checkpoints;
    private final long published;
    private final long to;
    private final Deadline deadline;
    private Progress progress;
    private List<Finding> findings = List.of();

    Scan(
            SqlConnection connection,
            LogRows rows,
            CheckpointCheck checkpoints,
            long published,
            Progress from,
            long to,
            Deadline deadline) {
        this.connection = connection;
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.published = published;
        this.progress = from;
        this.to = to;
        this.deadline = deadline;
    }

    /** @return this, when it has ended */
    Uni<Scan> run() {
        return Uni.createFrom()
                .deferred(this::readPage)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                .replaceWith(this);
    }

    Progress progress() {
        return progress;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean isComplete() {
        return findings.isEmpty() && progress.size() == to;
    }

    private Uni<Boolean> readPage() {
        if (progress.size() >= to || !findings.isEmpty() || deadline.isOver()) {
            return Uni.createFrom().item(false);
        }
        return rows.page(connection, progress.size(), Math.min(to, progress.size() + PAGE))
                .chain(page -> WorkerThread.run(() -> new PageCheck(progress, page, published, checkpoints).run()))
                .invoke(result -> {
                    progress = result.progress();
                    findings = result.findings();
                })
                .replaceWith(true);
    }
}
