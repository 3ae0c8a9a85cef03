package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.LIMITS;

import com.code_intelligence.jazzer.junit.FuzzTest;
import health.lunaria.cycle.day.Day;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;

/**
 * Whatever bytes come, a format reads days that an app could have logged, or throws an {@link ImportException}. The ordinary
 * test run tries the seeds beside this class; {@code JAZZER_FUZZ=1 mvn test -Djazzer.hooks=true -pl cycle-service -am
 * -Dtest='ImportFuzzTest#appleHealth' -Dsurefire.failIfNoSpecifiedTests=false} makes up more, one method at a time.
 */
class ImportFuzzTest {

    private static final String BRIEFLY = "20s";

    @FuzzTest(maxDuration = BRIEFLY)
    void lunariaCsv(byte[] file) {
        read(new LunariaCsv(), file);
    }

    @FuzzTest(maxDuration = BRIEFLY)
    void dripCsv(byte[] file) {
        read(new DripCsv(), file);
    }

    @FuzzTest(maxDuration = BRIEFLY)
    void clueJson(byte[] file) {
        read(new ClueJson(), file);
    }

    @FuzzTest(maxDuration = BRIEFLY)
    void floJson(byte[] file) {
        read(new FloJson(), file);
    }

    @FuzzTest(maxDuration = BRIEFLY)
    void appleHealth(byte[] file) {
        read(new AppleHealthXml(), file);
    }

    @FuzzTest(maxDuration = BRIEFLY)
    void archive(byte[] file) {
        try {
            check(ImportFiles.read(new ByteArrayInputStream(file), LIMITS));
        } catch (ImportException refused) {
            // As it should be.
        }
    }

    private static void read(ImportFormat format, byte[] file) {
        format.recognises(file);
        try {
            check(format.read(new ByteArrayInputStream(file), LIMITS));
        } catch (ImportException refused) {
            // As it should be.
        }
    }

    private static void check(ImportedDays imported) {
        LocalDate before = LocalDate.MIN;
        for (Day day : imported.days()) {
            if (!day.date().isAfter(before) || !LIMITS.contains(day.date())) {
                throw new AssertionError("A day is out of order or out of range");
            }
            before = day.date();
            LoggableDay.check(day);
        }
    }
}
