package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.LoggableDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much is read at most.
 *
 * @param fileBytes of the file as it was uploaded
 * @param expandedBytes of all entries of an archive together
 * @param ratio how many times longer than itself an archive may unpack to
 * @param entries of an archive
 * @param csvBytes of a CSV file, which is decoded as a whole
 * @param days that one file may fill
 * @param textBytes of all notes, tags and medications together, in UTF-8
 * @param clock says what is the future: dates of it are skipped
 */
public record ImportLimits(
        long fileBytes,
        long expandedBytes,
        int ratio,
        int entries,
        int csvBytes,
        int days,
        long textBytes,
        Clock clock) {

    private static final int MIB = 1 << 20;

    /** The limits for everybody. */
    public static final ImportLimits DEFAULT =
            new ImportLimits(256L * MIB, 2048L * MIB, 200, 10_000, 16 * MIB, 20_000, 8L * MIB, Clock.systemUTC());

    boolean contains(LocalDate date) {
        return LoggableDate.Validator.isLoggable(date, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }
}
