package health.lunaria.profile.request;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.revision.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Requests and their places in the queue, in transactions of the caller, who records the access. */
@ApplicationScoped
class RequestStore {

    private static final SealedColumn<DataRequest> REQUEST =
            SealedColumn.of("data_request", "sealed", 1, DataRequest.class);

    private final Revisions revisions;
    private final RequestRows requests;
    private final QueueRows queue;
    private final QueueSeals seals;
    private final Deadlines deadlines;

    RequestStore(Revisions revisions, RequestRows requests, QueueRows queue, QueueSeals seals, Deadlines deadlines) {
        this.revisions = revisions;
        this.requests = requests;
        this.queue = queue;
        this.seals = seals;
        this.deadlines = deadlines;
    }

    /** Fails with 404 if the key's subject has none of this id. */
    Uni<StoredRequest> find(SubjectKey key, UUID id) {
        return requests.of(key.subject(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblem.NOT_FOUND))
                .map(row -> open(key, row));
    }

    Uni<StoredRequest> insert(Subject subject, SubjectKey key, Locator idempotency, DataRequest request) {
        UUID id = UUID.randomUUID();
        byte[] ref = key.subject().bytes();
        RequestRow row = new RequestRow(id, ref, idempotency.bytes(), request.receivedAt());
        write(key, row, request);
        QueueEntry entry = new QueueEntry(subject.id(), request.kind(), request.regimes());
        QueueRow queued = new QueueRow(id, seals.seal(id, entry));
        show(queued, request);
        return requests.persistAndFlush(row).chain(() -> queue.persist(queued)).replaceWith(() -> open(key, row));
    }

    /** Takes the step; a closed request leaves the queue. Fails with 404 if there is none, with 412 if it was changed. */
    Uni<StoredRequest> change(SubjectKey key, UUID id, Precondition precondition, Action action) {
        return revisions
                .next(key.subject())
                .chain(() -> requests.of(key.subject(), id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblem.NOT_FOUND))
                .invoke(row -> failIfStale(row, precondition))
                .call(row -> change(key, row, action))
                .map(row -> open(key, row));
    }

    StoredRequest open(SubjectKey key, RequestRow row) {
        DataRequest request = REQUEST.open(key, Locator.ofId(row.id), row.version, row.sealed);
        return new StoredRequest(row.id, row.version, request, request.dates(deadlines));
    }

    private Uni<Void> change(SubjectKey key, RequestRow row, Action action) {
        DataRequest changed = open(key, row).request().after(action, deadlines);
        write(key, row, changed);
        if (!changed.state().isOpen()) {
            return queue.remove(row.id).replaceWithVoid();
        }
        return queue.findById(row.id).invoke(queued -> show(queued, changed)).replaceWithVoid();
    }

    private void show(QueueRow queued, DataRequest request) {
        State state = request.state();
        queued.show(state, request.dates(deadlines).next(state, request.isExtended()));
    }

    private static void write(SubjectKey key, RequestRow row, DataRequest request) {
        row.version++;
        row.sealed = REQUEST.seal(key, Locator.ofId(row.id), row.version, request);
    }

    private static void failIfStale(RequestRow row, Precondition precondition) {
        if (row.version != precondition.version()) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }
}
