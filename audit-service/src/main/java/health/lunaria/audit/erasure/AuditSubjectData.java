package health.lunaria.audit.erasure;

import health.lunaria.safeguards.erasure.Remark;
import health.lunaria.safeguards.erasure.SubjectData;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What opens the log's commitments is deleted; the commitments stay, and every proof with them. Steps of the staff stay as evidence
 * about the staff: what they were about is sealed under the key that is gone.
 */
@ApplicationScoped
class AuditSubjectData implements SubjectData {

    private final Pseudonyms pseudonyms;
    private final Pool pool;

    AuditSubjectData(Pseudonyms pseudonyms, Pool pool) {
        this.pseudonyms = pseudonyms;
        this.pool = pool;
    }

    @Override
    public List<String> tables() {
        return List.of("access_event", "break_glass_notice", "revision");
    }

    @Override
    public Uni<List<Remark>> remarks(Subject subject) {
        return pool.preparedQuery("select 1 from break_glass where subject_ref = $1 limit 1")
                .execute(Tuple.of(Buffer.buffer(pseudonyms.of(subject).bytes())))
                .map(found -> found.size() > 0
                        ? List.of(Remark.LOG_KEEPS_COMMITMENTS, Remark.STAFF_STEPS_KEPT)
                        : List.of(Remark.LOG_KEEPS_COMMITMENTS));
    }
}
