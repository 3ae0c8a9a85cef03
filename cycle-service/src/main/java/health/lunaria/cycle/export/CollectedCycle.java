package health.lunaria.cycle.export;

import health.lunaria.cycle.attachment.Attachment;
import health.lunaria.cycle.calendar.CalendarResponse;
import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.mode.Phases;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import java.util.Optional;

/** Everything of a person's that this service keeps, as far as it was collected. */
@Confidential
record CollectedCycle(
        ExportData days, Corrections corrections, Phases phases, CalendarFeeds calendar, List<Attachment> attachments) {

    static CollectedCycle of(ExportData days) {
        return new CollectedCycle(days, Corrections.NONE, Phases.NONE, new CalendarFeeds(List.of()), List.of());
    }

    /** @param feeds one at most; not its address, which is a secret of which only a reference is stored */
    @Confidential
    record CalendarFeeds(List<CalendarResponse> feeds) {

        @Override
        public String toString() {
            return "CalendarFeeds[redacted]";
        }
    }

    CollectedCycle with(Corrections found) {
        return new CollectedCycle(days, found, phases, calendar, attachments);
    }

    CollectedCycle with(Phases found) {
        return new CollectedCycle(days, corrections, found, calendar, attachments);
    }

    CollectedCycle with(Optional<CalendarResponse> found) {
        CalendarFeeds feeds = new CalendarFeeds(found.stream().toList());
        return new CollectedCycle(days, corrections, phases, feeds, attachments);
    }

    CollectedCycle with(List<Attachment> found) {
        return new CollectedCycle(days, corrections, phases, calendar, found);
    }

    @Override
    public String toString() {
        return "CollectedCycle[redacted]";
    }
}
