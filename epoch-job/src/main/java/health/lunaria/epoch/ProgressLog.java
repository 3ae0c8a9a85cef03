package health.lunaria.epoch;

import health.lunaria.safeguards.encryption.TurnProgress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Tells how far the turn is, not more often than once a second but for the end of a pass. */
final class ProgressLog implements Consumer<TurnProgress> {

    private static final Logger LOG = Logger.getLogger(ProgressLog.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private long next = System.nanoTime();

    @Override
    public synchronized void accept(TurnProgress progress) {
        long now = System.nanoTime();
        if (progress.left() > 0 && now - next < 0) {
            return;
        }
        next = now + PAUSE;
        LOG.infof(
                "Epoch %d: %d keys moved, %d left, %d do not open%s",
                progress.epoch(),
                progress.rewrapped(),
                progress.left(),
                progress.broken(),
                progress.emptied() ? "; emptied" : "");
    }
}
