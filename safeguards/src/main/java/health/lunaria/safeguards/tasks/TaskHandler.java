package health.lunaria.safeguards.tasks;

import io.smallrye.mutiny.Uni;

/**
 * What a service can do later. One {@code @ApplicationScoped} bean per kind.
 *
 * @param <I> what there is to do: a {@code @Confidential} record, sealed as CBOR under the subject's key. Tasks wait across
 *     deployments, so a field is only ever added, and may be {@code null} in an older task.
 */
public interface TaskHandler<I> {

    /** Stands in stored data: never rename one. 1 to 64 of {@code a-z 0-9 . -}, e.g. {@code cycle.import}. */
    String kind();

    Class<I> inputType();

    /**
     * Does the work. It is called outside of any transaction, on a Vert.x context of its own, at least once: after a crash
     * or a failure again, so it must be idempotent, or go on from its {@linkplain TaskRun#checkpoint checkpoint}. It audits
     * what it reads and writes of the subject like any request.
     *
     * @return completes when the task is done (the item does not matter). A {@link TaskRefusedException} ends the task for
     *     good; any other failure is retried later, with growing pauses, until the queue's limit is reached
     */
    Uni<?> run(TaskRun<I> run);
}
