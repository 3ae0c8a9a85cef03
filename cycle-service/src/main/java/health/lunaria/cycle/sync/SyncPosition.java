package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.DayEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * How far a device has read the changes, which are ordered by revision and date.
 *
 * @param revision everything up to this one was read, 0 for nothing
 * @param date if not null, of this revision only the dates up to this one were read
 * @param at when the position was given out
 */
record SyncPosition(long revision, LocalDate date, Instant at) {

    /** Shorter than deleted days are remembered. */
    static final Duration LIFETIME = Duration.ofDays(90);

    static final Comparator<DayEntry> ORDER =
            Comparator.comparingLong(DayEntry::revision).thenComparing(DayEntry::date);

    private static final long WHOLE_REVISION = Long.MIN_VALUE;

    static SyncPosition start(Instant now) {
        return new SyncPosition(0, null, now);
    }

    static SyncPosition after(long revision, Instant now) {
        return new SyncPosition(revision, null, now);
    }

    static SyncPosition after(DayEntry entry, Instant now) {
        return new SyncPosition(entry.revision(), entry.date(), now);
    }

    boolean isExpired(Instant now) {
        return at.plus(LIFETIME).isBefore(now);
    }

    /** The first revision of which something may be unread. */
    long firstUnread() {
        return date == null ? revision + 1 : revision;
    }

    boolean isBefore(DayEntry entry) {
        return entry.revision() > revision
                || entry.revision() == revision && date != null && entry.date().isAfter(date);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(revision)
                .putLong(date == null ? WHOLE_REVISION : date.toEpochDay())
                .putLong(at.getEpochSecond())
                .array();
    }

    static SyncPosition of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long revision = in.getLong();
        long day = in.getLong();
        return new SyncPosition(
                revision,
                day == WHOLE_REVISION ? null : LocalDate.ofEpochDay(day),
                Instant.ofEpochSecond(in.getLong()));
    }

    @Override
    public String toString() {
        return "SyncPosition[redacted]";
    }
}
