package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what takes its time. */
final class Waiting {

    private Waiting() {}

    /**
     * @param complaint what is the matter when the patience is at its end
     * @throws LauncherException if it is
     */
    static void until(BooleanSupplier condition, Duration patience, String complaint) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new LauncherException(complaint);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LauncherException("Interrupted");
            }
        }
    }
}
