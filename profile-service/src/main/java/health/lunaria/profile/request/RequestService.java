package health.lunaria.profile.request;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A data subject's own requests: each call is one transaction with its audit record in it. */
@ApplicationScoped
class RequestService {

    private static final int MOST_OPEN = 20;
    private static final String READ = "profile.requests.read";
    private static final String WRITE = "profile.requests.write";

    private final Revisions revisions;
    private final RequestRows rows;
    private final QueueRows queue;
    private final RequestStore store;
    private final Auditor auditor;

    RequestService(Revisions revisions, RequestRows rows, QueueRows queue, RequestStore store, Auditor auditor) {
        this.revisions = revisions;
        this.rows = rows;
        this.queue = queue;
        this.store = store;
        this.auditor = auditor;
    }

    /**
     * Takes the request in, or finds the one that was sent before with the same key. Fails with 422 if that asked for something
     * else.
     */
    @WithTransaction
    Uni<StoredRequest> receive(Subject subject, SubjectKey key, IdempotencyKey idempotency, DataRequest request) {
        Locator sent = idempotency.locator(key);
        return revisions
                .next(key.subject())
                .chain(() -> rows.sentWith(key.subject(), sent))
                .chain(found -> found == null ? insert(subject, key, sent, request) : again(key, found, request))
                .call(() -> auditor.record(subject, WRITE));
    }

    @WithTransaction
    Uni<List<StoredRequest>> newestFirst(Subject subject, SubjectKey key, RequestPosition before, int limit) {
        return rows.newestFirst(key.subject(), before, limit)
                .map(found -> found.stream().map(row -> store.open(key, row)).toList())
                .call(() -> auditor.record(subject, READ));
    }

    /** All for an access that records itself. Call it in a {@code @WithTransaction} method. */
    @WithTransaction
    Uni<List<StoredRequest>> inTransaction(SubjectKey key, int limit) {
        return rows.newestFirst(key.subject(), RequestPosition.NEWEST, limit)
                .map(found -> found.stream().map(row -> store.open(key, row)).toList());
    }

    @WithTransaction
    Uni<StoredRequest> get(Subject subject, SubjectKey key, UUID id) {
        return store.find(key, id).call(() -> auditor.record(subject, READ));
    }

    @WithTransaction
    Uni<StoredRequest> withdraw(
            Subject subject, SubjectKey key, UUID id, Precondition precondition, Action withdrawal) {
        return store.change(key, id, precondition, withdrawal).call(() -> auditor.record(subject, WRITE));
    }

    private Uni<StoredRequest> insert(Subject subject, SubjectKey key, Locator sent, DataRequest request) {
        return queue.countOf(key.subject().bytes())
                .invoke(RequestService::failIfTooMany)
                .call(() -> failIfNotAppealable(key, request))
                .chain(() -> store.insert(subject, key, sent, request));
    }

    private Uni<StoredRequest> again(SubjectKey key, RequestRow found, DataRequest request) {
        StoredRequest before = store.open(key, found);
        return before.request().asksTheSameAs(request)
                ? Uni.createFrom().item(before)
                : Uni.createFrom().failure(new ProblemException(ProfileProblem.IDEMPOTENCY_KEY_REUSED));
    }

    /** Whether it is somebody else's or there is none is not told apart. */
    private Uni<Void> failIfNotAppealable(SubjectKey key, DataRequest request) {
        if (request.kind() != Kind.APPEAL) {
            return Uni.createFrom().voidItem();
        }
        return rows.of(key.subject(), request.appealOf())
                .invoke(row -> {
                    if (row == null || store.open(key, row).request().state() != State.REFUSED) {
                        throw new ProblemException(ProfileProblem.REQUEST_APPEAL_NOT_POSSIBLE);
                    }
                })
                .replaceWithVoid();
    }

    private static void failIfTooMany(long open) {
        if (open >= MOST_OPEN) {
            throw new ProblemException(ProfileProblem.TOO_MANY_REQUESTS_OPEN);
        }
    }
}
