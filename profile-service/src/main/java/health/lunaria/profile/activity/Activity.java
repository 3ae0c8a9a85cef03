package health.lunaria.profile.activity;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * In which month somebody was seen last, and no finer: enough to tell who left, and useless to tell how she lives. In transactions of
 * the caller.
 */
@ApplicationScoped
public class Activity {

    private static final SealedColumn<ActiveSubject> SUBJECT =
            SealedColumn.of("account_activity", "sealed", 1, ActiveSubject.class);
    private static final long ONLY_VERSION = 1;

    private final ActivityRows rows;
    private final ServiceKeys keys;

    Activity(ActivityRows rows, ServiceKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** Whoever asks is here: what was said to her as inactive is forgotten. Writes once a month. */
    public Uni<Void> note(Subject subject, SubjectRef ref) {
        LocalDate month = YearMonth.now(ZoneOffset.UTC).atDay(1);
        return rows.isNoted(ref, month)
                .chain(noted -> noted ? Uni.createFrom().voidItem() : write(subject, ref, month));
    }

    private Uni<Void> write(Subject subject, SubjectRef ref, LocalDate month) {
        UUID id = UUID.randomUUID();
        byte[] sealed = SUBJECT.seal(key(), Locator.ofId(id), ONLY_VERSION, new ActiveSubject(subject.id()));
        return rows.insertOrMove(id, ref, month, sealed);
    }

    /** The month in which she was seen last; empty if that is not known. */
    public Uni<Optional<YearMonth>> lastSeen(SubjectRef ref) {
        return rows.seenIn(ref).map(found -> Optional.ofNullable(found).map(YearMonth::from));
    }

    /** How many were seen last in a month that ended before this day. */
    public Uni<Long> countUnseenSince(LocalDate day) {
        return rows.countUnseenSince(month(day));
    }

    /** Marks people who were seen last in a month that ended before this day, from now on. */
    public Uni<Integer> notice(LocalDate day, Instant now, int most) {
        return rows.notice(month(day), now, most);
    }

    /**
     * Those who were seen last in a month that ended before this day, were marked before that time, and whose account at the provider is
     * known; the longest first.
     */
    public Uni<List<Absent>> absent(LocalDate day, Instant noticedBefore, int most) {
        return rows.absent(month(day), noticedBefore, most)
                .map(found -> found.stream().map(this::open).toList());
    }

    /** Until she is seen again. */
    public Uni<Void> forget(SubjectRef ref) {
        return rows.remove(ref);
    }

    /** Of a month its last day counts: only whole months before that of the day are past. */
    private static LocalDate month(LocalDate day) {
        return YearMonth.from(day).atDay(1);
    }

    private Absent open(ActivityRow row) {
        ActiveSubject active = SUBJECT.open(key(), Locator.ofId(row.id()), ONLY_VERSION, row.sealed());
        return new Absent(new Subject(active.subject()), SubjectRef.of(row.subjectRef()));
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }

    /** Somebody who has not been seen for long. */
    public record Absent(Subject subject, SubjectRef ref) {}
}
