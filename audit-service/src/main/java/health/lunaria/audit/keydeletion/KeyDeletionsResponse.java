package health.lunaria.audit.keydeletion;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.audit.keydeletion.DeletionRows.Listed;
import health.lunaria.audit.keydeletion.DeletionRows.ListedStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The latest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
record KeyDeletionsResponse(List<Entry> deletions, String next) {

    /**
     * @param key ARN of the KMS key
     * @param living how many keys the keyring had at the request, all of them below later epochs
     * @param index of the request in the log
     */
    record Entry(
            UUID id,
            String service,
            int epoch,
            String key,
            Instant emptiedAt,
            long living,
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
                    steps.stream()
                            .filter(step -> step.deletion().equals(id))
                            .map(StepTaken::of)
                            .toList(),
                    listed.index());
        }
    }

    /**
     * @param member who took it, by her id in the register; left out for the job
     * @param index in the log
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepTaken(String step, Instant at, UUID member, long index) {

        static StepTaken of(ListedStep step) {
            return new StepTaken(step.step(), step.at(), step.member(), step.index());
        }
    }
}
