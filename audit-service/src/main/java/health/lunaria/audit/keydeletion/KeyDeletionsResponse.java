package health.lunaria.audit.keydeletion;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.audit.keydeletion.DeletionRows.Listed;
import health.lunaria.audit.keydeletion.DeletionRows.ListedStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The latest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
record KeyDeletionsResponse(List<Entry> deletions, String next) {

    /**
     * @param key ARN of the KMS key; left out, as the two that follow, if what is stored does not open
     * @param living how many keys the keyring had at the request, all of them below later epochs
     * @param index of the request in the log
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "KeyDeletion")
    record Entry(
            UUID id,
            String service,
            int epoch,
            String key,
            Instant emptiedAt,
            Long living,
            State state,
            List<StepTaken> steps,
            long index) {

        static Entry of(Listed listed, KeyDeletion deletion, State state, List<ListedStep> steps) {
            UUID id = listed.deletion().id();
            EmptiedKey about = deletion.key();
            return new Entry(
                    id,
                    about.service(),
                    about.epoch(),
                    about.key(),
                    about.emptiedAt(),
                    about.living(),
                    state,
                    StepTaken.of(id, steps),
                    listed.index());
        }

        static Entry broken(Listed listed, List<ListedStep> steps) {
            StoredDeletion stored = listed.deletion();
            return new Entry(
                    stored.id(),
                    stored.service(),
                    stored.epoch(),
                    null,
                    null,
                    null,
                    State.BROKEN,
                    StepTaken.of(stored.id(), steps),
                    listed.index());
        }
    }

    /**
     * @param member who took it, by her id in the register; left out for the job
     * @param index in the log
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepTaken(String step, Instant at, UUID member, long index) {

        static List<StepTaken> of(UUID deletion, List<ListedStep> all) {
            return all.stream()
                    .filter(step -> step.deletion().equals(deletion))
                    .map(StepTaken::of)
                    .toList();
        }

        private static StepTaken of(ListedStep step) {
            return new StepTaken(step.step(), step.at(), step.member(), step.index());
        }
    }
}
