package health.lunaria.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Without these, a figure says nothing.
 *
 * @param machine what it was measured on
 * @param commit what was measured
 * @param date of the measurement
 */
record Circumstances(String machine, String commit, String date) {

    static Circumstances present() {
        return new Circumstances(
                Machine.describe(),
                System.getProperty("lunaria.commit", "unknown"),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    /** The first lines of a page. */
    String writtenBy(String command) {
        return "Written by `%s` on %s, commit `%s`.\nMachine: %s.".formatted(command, date, commit, machine);
    }
}
