package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** One attempt at a task, in the hands of its {@link TaskHandler}. */
@Confidential
public interface TaskRun<I> {

    UUID id();

    Subject subject();

    /** Lent for the time of the run. */
    SubjectKey key();

    I input();

    /** 1 for the first. */
    int attempt();

    /** What the last attempt that stored one left; not what this one stores. */
    <C> Optional<C> checkpoint(Class<C> type);

    /**
     * Stores how far it came, in a transaction of its own, and extends the lease. Call it outside of any transaction, after
     * the work that it tells about was committed.
     *
     * @param done 0 to {@code total}
     * @param checkpoint from where another attempt can go on, sealed at most 1 MiB; {@code null} for from the beginning
     * @return fails with {@link TaskLostException} when the task was cancelled or given to another worker: pass it on
     */
    Uni<Void> progress(int done, int total, Object checkpoint);

    /**
     * What the task leaves for its user, a {@code @Confidential} record, sealed at most 16 MiB. Stored in the transaction
     * that ends the task, done or refused, so each attempt gives it anew; the last call counts.
     */
    Uni<Void> result(Object result);
}
