package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** A run whose progress stands in the task's row. */
@Confidential
final class StoredRun<I> implements TaskRun<I> {

    private final Claim claim;
    private final SubjectKey key;
    private final TaskSeals seals;
    private final Subject subject;
    private final I input;
    private final TaskLeases leases;
    private volatile long revision;
    private volatile byte[] result;
    private volatile boolean lost;

    /** @throws health.lunaria.safeguards.encryption.SealBrokenException if the row was tampered with */
    StoredRun(Claim claim, SubjectKey key, Class<I> type, TaskLeases leases) {
        this.claim = claim;
        this.key = key;
        this.seals = claim.seals(key);
        this.subject = seals.subject(claim.subject());
        this.input = seals.input(type, claim.input());
        this.leases = leases;
        this.revision = claim.revision();
    }

    @Override
    public UUID id() {
        return claim.id();
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public SubjectKey key() {
        return key;
    }

    @Override
    public I input() {
        return input;
    }

    @Override
    public int attempt() {
        return claim.attempt();
    }

    @Override
    public <C> Optional<C> checkpoint(Class<C> type) {
        return Optional.ofNullable(claim.checkpoint()).map(bytes -> seals.checkpoint(type, claim.revision(), bytes));
    }

    @Override
    public Uni<Void> progress(int done, int total, Object checkpoint) {
        return Uni.createFrom().deferred(() -> {
            failIfLost();
            long next = revision + 1;
            byte[] progress = seals.progress(next, new TaskSeals.Progress(done, total));
            return leases.progress(id(), attempt(), next, progress, seals.checkpoint(next, checkpoint))
                    .invoke(stored -> advance(stored, next))
                    .replaceWithVoid();
        });
    }

    private void advance(boolean stored, long next) {
        lost |= !stored;
        failIfLost();
        revision = next;
    }

    @Override
    public Uni<Void> result(Object content) {
        return Uni.createFrom().deferred(() -> {
            result = seals.result(attempt(), content);
            return Uni.createFrom().voidItem();
        });
    }

    /** From now on it must not write. */
    void lose() {
        lost = true;
    }

    private void failIfLost() {
        if (lost) {
            throw new TaskLostException();
        }
    }

    Uni<Boolean> complete() {
        return leases.complete(id(), attempt(), result);
    }

    Uni<Boolean> refuse(String slug) {
        return leases.refuse(id(), attempt(), result, seals.problem(attempt(), slug));
    }

    @Override
    public String toString() {
        return "StoredRun[redacted]";
    }
}
