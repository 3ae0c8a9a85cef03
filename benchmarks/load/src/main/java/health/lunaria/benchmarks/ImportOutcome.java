package health.lunaria.benchmarks;

import health.lunaria.cycle.testing.AppleHealthFile;
import health.lunaria.launcher.ServicePart;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How the import of a large file ended.
 *
 * @param end a state of the API, with the problem where it tells one, or "the service ended"
 * @param days that were added
 * @param seconds from the beginning of the upload
 * @param before MB of the service's resident memory before; empty where the system does not tell
 * @param most the same, at most, from then on
 */
record ImportOutcome(String end, int days, double seconds, OptionalLong before, OptionalLong most) {

    static final String DONE = "done";

    /**
     * Whether everything was imported in bounded memory. The heap has its limit in any case; here all that the service took for
     * the import, outside of the heap as well, has to stay below it.
     */
    boolean isAsWanted() {
        return end.equals(DONE)
                && days >= AppleHealthFile.DAYS
                && (most.isEmpty()
                        || before.isEmpty()
                        || most.getAsLong() - before.getAsLong() < ServicePart.HEAP_MEGABYTES);
    }

    String text() {
        String memory = most.isEmpty() || before.isEmpty()
                ? "this system does not tell the memory"
                : "resident memory %d MB before, %d MB at most".formatted(before.getAsLong(), most.getAsLong());
        return String.format(
                Locale.ROOT, "%s, %d of %d days after %.1f s; %s", end, days, AppleHealthFile.DAYS, seconds, memory);
    }
}
