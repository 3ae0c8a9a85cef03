package health.lunaria.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells people what is going on while they wait. */
public final class Progress {

    private final PrintStream out;

    /** @param out where to, e.g. {@code System.out} */
    public Progress(PrintStream out) {
        this.out = out;
    }

    public void step(String what) {
        out.println("  … " + what);
    }

    void done(String part, Instant since) {
        out.printf(Locale.ROOT, "  ✓ %-16s ready after %.1f s%n", part, seconds(since));
    }

    void stopped(String part, Instant since) {
        out.printf(Locale.ROOT, "  ✓ %-16s stopped after %.1f s%n", part, seconds(since));
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
