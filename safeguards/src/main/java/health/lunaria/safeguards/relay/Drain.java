package health.lunaria.safeguards.relay;

import health.lunaria.safeguards.problem.Causes;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does steps until nothing is left to do, and after a failure pauses, longer with each one in a row. To be called by a
 * schedule, whose next call is the next try: a failure is logged here and goes no further. Thread-safe.
 */
public final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final String what;
    private final BackOff backOff;
    private final Supplier<Uni<Boolean>> step;

    /**
     * @param what who waits after a failure, for the log, e.g. {@code "Audit events"}
     * @param step tells whether there may be more to do at once
     */
    public Drain(String what, BackOff backOff, Supplier<Uni<Boolean>> step) {
        this.what = what;
        this.backOff = backOff;
        this.step = step;
    }

    /** Completes when nothing is left, or after a failure, or at once while it pauses; never fails. */
    public Uni<Void> run() {
        if (backOff.isPausing()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(step::get)
                .invoke(backOff::reset)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithItem(this::pause);
    }

    private Void pause(Throwable failure) {
        LOG.warnf(
                "%s wait: %s, next try in %d ms",
                what, Causes.describe(failure), backOff.next().toMillis());
        return null;
    }
}
