package health.lunaria.profile.request;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Open requests as the data protection officer sees them. Each of them that is listed, read or changed is recorded about its
 * subject. Closed ones cannot be reached here.
 */
@ApplicationScoped
class QueueService {

    private static final Actor DPO = Actor.staff(Roles.DPO);
    private static final String READ = "profile.requests.read";
    private static final String WRITE = "profile.requests.write";

    private final QueueRows rows;
    private final QueueSeals seals;
    private final RequestStore store;
    private final Auditor auditor;

    QueueService(QueueRows rows, QueueSeals seals, RequestStore store, Auditor auditor) {
        this.rows = rows;
        this.seals = seals;
        this.store = store;
        this.auditor = auditor;
    }

    /** One more than the limit, if there are more; that one is not shown and not recorded. */
    @WithTransaction
    Uni<List<QueuedRequest>> earliestFirst(RequestPosition after, int limit) {
        return rows.earliestFirst(after, limit + 1)
                .map(found -> found.stream().map(this::queued).toList())
                .call(found -> recordEach(found.stream().limit(limit).toList()));
    }

    /** Whose request this is. Fails with 404 if it is not in the queue. What follows has to be recorded. */
    @WithTransaction
    Uni<Subject> subjectOf(UUID id) {
        return rows.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(CommonProblem.NOT_FOUND))
                .map(row -> seals.open(row).about());
    }

    @WithTransaction
    Uni<StoredRequest> get(Subject subject, SubjectKey key, UUID id) {
        return store.find(key, id).call(() -> auditor.record(subject, DPO, READ));
    }

    @WithTransaction
    Uni<StoredRequest> take(Subject subject, SubjectKey key, UUID id, Precondition precondition, Action action) {
        return store.change(key, id, precondition, action).call(() -> auditor.record(subject, DPO, WRITE));
    }

    /**
     * Marks what has come near its date or past it; the most urgent stage first, so that no request passes through two at once.
     * Nobody's entry is opened.
     */
    @WithTransaction
    Uni<Map<Stage, Integer>> escalate(Instant now) {
        return inTurn(List.of(Stage.OVERDUE, Stage.TWO_DAYS, Stage.SEVEN_DAYS), stage -> rows.escalate(stage, now));
    }

    @WithTransaction
    Uni<Map<Stage, Integer>> counts() {
        return inTurn(List.of(Stage.values()), stage -> rows.countAt(stage).map(Math::toIntExact));
    }

    private static Uni<Map<Stage, Integer>> inTurn(List<Stage> stages, Function<Stage, Uni<Integer>> work) {
        Map<Stage, Integer> numbers = new EnumMap<>(Stage.class);
        return Multi.createFrom()
                .iterable(stages)
                .onItem()
                .transformToUniAndConcatenate(stage -> work.apply(stage).invoke(number -> numbers.put(stage, number)))
                .collect()
                .last()
                .replaceWith(numbers);
    }

    private QueuedRequest queued(QueueRow row) {
        return new QueuedRequest(row.id, row.state, row.dueAt, row.stage, seals.open(row));
    }

    private Uni<Void> recordEach(List<QueuedRequest> listed) {
        return Multi.createFrom()
                .iterable(listed)
                .onItem()
                .transformToUniAndConcatenate(
                        request -> auditor.record(request.entry().about(), DPO, READ))
                .onItem()
                .ignoreAsUni();
    }
}
