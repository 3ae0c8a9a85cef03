package health.lunaria.safeguards.aws;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Calls of the AWS SDK's asynchronous clients. */
public final class AwsCalls {

    private AwsCalls() {}

    /** The SDK completes on its own threads: comes back to the context of the caller, which Hibernate is bound to. */
    public static <T> Uni<T> call(Supplier<CompletionStage<T>> call) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(call).emitOn(caller()));
    }

    /** Runs on the Vert.x context of this moment, or where it is called when there is none. */
    public static Executor caller() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }
}
