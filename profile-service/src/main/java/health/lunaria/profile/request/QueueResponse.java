package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** @param next cursor of the page after this one; left out on the last one */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueResponse(List<Item> requests, String next) {

    /**
     * @param dueAt what comes next: the confirmation where a law asks for it, else the answer
     * @param daysLeft whole ones; negative when it is past
     * @param stage how near it is, as the last sweep found
     */
    @Confidential
    record Item(UUID id, Kind kind, List<Regime> regimes, State state, Instant dueAt, long daysLeft, Stage stage) {

        static Item from(QueuedRequest queued, Instant now) {
            QueueEntry entry = queued.entry();
            long seconds = Duration.between(now, queued.dueAt()).toSeconds();
            return new Item(
                    queued.id(),
                    entry.kind(),
                    entry.regimes(),
                    queued.state(),
                    queued.dueAt(),
                    Math.floorDiv(seconds, Duration.ofDays(1).toSeconds()),
                    queued.stage());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "QueueResponse[redacted]";
    }
}
