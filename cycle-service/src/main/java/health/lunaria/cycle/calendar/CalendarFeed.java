package health.lunaria.cycle.calendar;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One person's calendar feed.
 *
 * @param owner her, because a calendar app comes without a token and still stands in her access log
 * @param created when it got its present address
 * @param periodUid what calendar apps know the event of the next period by, random
 * @param fertileUid what they know the event of the fertile window by, random
 */
@Confidential
record CalendarFeed(String owner, Detail detail, Instant created, UUID periodUid, UUID fertileUid) {

    static CalendarFeed newOf(Subject owner, Detail detail) {
        return new CalendarFeed(
                owner.id(),
                detail,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                UUID.randomUUID(),
                UUID.randomUUID());
    }

    Subject subject() {
        return new Subject(owner);
    }

    @Override
    public String toString() {
        return "CalendarFeed[redacted]";
    }
}
