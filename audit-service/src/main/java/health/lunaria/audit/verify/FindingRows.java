package health.lunaria.audit.verify;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps findings, each once. */
@ApplicationScoped
class FindingRows {

    private static final String INSERT =
            "insert into log_finding (kind, source, position) values ($1, $2, $3) on conflict do nothing";

    private final Pool pool;

    FindingRows(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keep(Finding finding) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(finding.kind().name(), finding.source(), finding.position()))
                .replaceWithVoid();
    }
}
