package health.lunaria.safeguards.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** The way back from a blocking method to the event loop of its request, where database sessions live. */
public final class EventLoop {

    private EventLoop() {}

    /** Begins the work on the event loop of the current request; it ends there, too. */
    public static <T> Uni<T> run(Supplier<Uni<T>> work) {
        Context request = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .emitOn(task -> request.runOnContext(ignored -> task.run()))
                .chain(nothing -> work.get());
    }
}
