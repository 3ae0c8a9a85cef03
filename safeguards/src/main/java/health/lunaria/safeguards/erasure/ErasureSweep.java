package health.lunaria.safeguards.erasure;

import health.lunaria.safeguards.encryption.ErasedSubjects;
import health.lunaria.safeguards.problem.Causes;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Comes again after an erasure: a request that had the key in its hands may have written a last row, that nobody can read. None
 * lives as long as {@link #LATE}.
 */
@ApplicationScoped
class ErasureSweep {

    private static final Logger LOG = Logger.getLogger(ErasureSweep.class);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final ErasedSubjects erased;
    private final SubjectErasure erasure;

    ErasureSweep(ErasedSubjects erased, SubjectErasure erasure) {
        this.erased = erased;
        this.erasure = erasure;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return erased.of(LATE)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(erasure::sweep)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Remains of erasures are looked for later: %s", Causes.describe(failure));
                    return null;
                });
    }
}
