package health.lunaria.safeguards.restoration;

import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.restoration.RestorationRows.Restored;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings a database up to date that was restored from a backup, before anybody is served from it: see {@link Replay}. A process
 * that has not looked yet is not ready. Databases are restored while no process of their service runs; where one did run, it serves
 * nobody from the moment on when it sees the restore.
 */
@ApplicationScoped
class Restorations {

    private static final Logger LOG = Logger.getLogger(Restorations.class);

    private final RestorationRows rows;
    private final List<Replay> replays;
    private final MeterRegistry meters;
    private volatile boolean upToDate;

    Restorations(RestorationRows rows, @All List<Replay> replays, MeterRegistry meters) {
        this.rows = rows;
        this.replays = replays;
        this.meters = meters;
    }

    boolean areReplayed() {
        return upToDate;
    }

    /** Looks for what was restored, and closes the door at once when there is something. Never fails. */
    @Scheduled(every = "${lunaria.restoration.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> replay() {
        return rows.open()
                .invoke(found -> upToDate = found.isEmpty())
                .chain(this::replayAll)
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        "What was restored is not known to be up to date; tried again: %s", Causes.describe(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** One after the other, in no particular order: a withdrawal of somebody who was erased finds no key. */
    private Uni<Void> replayAll(List<Restored> restored) {
        if (restored.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(replays)
                .onItem()
                .transformToUniAndConcatenate(replay -> replay.run().invoke(count -> tell(replay, count)))
                .onItem()
                .ignoreAsUni()
                .chain(() -> rows.end(restored))
                .invoke(() -> restored.forEach(Restorations::tell))
                .invoke(() -> upToDate = true);
    }

    private void tell(Replay replay, long count) {
        meters.counter("lunaria.restoration.replayed", "what", replay.name()).increment(count);
        LOG.infof("After a restore: %d %s were replayed", count, replay.name());
    }

    private static void tell(Restored restored) {
        LOG.infof("The backup of %s (%s) is restored and up to date", restored.takenAt(), restored.kind());
    }
}
