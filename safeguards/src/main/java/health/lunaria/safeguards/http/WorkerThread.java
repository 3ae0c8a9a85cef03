package health.lunaria.safeguards.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Takes work that blocks or computes for long off the event loop. */
public final class WorkerThread {

    private WorkerThread() {}

    /** Does the work on a worker thread; the result arrives on the Vert.x context of the caller, which must have one. */
    public static <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }
}
