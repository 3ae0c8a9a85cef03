package health.lunaria.audit.keydeletion;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wish of the job that turns epochs to let the KMS key of an emptied one go: for that key, once, with two approvals. Whether
 * a step may be taken, {@link KeyDeletionRules} say; here it is only taken.
 *
 * @param approvals 0 to 2
 * @param refusal {@code null} unless somebody refused it
 * @param usedAt {@code null} until it was used
 * @param useEvent id of the event that its use leaves in the log, fixed at the request: the log takes an id once, so that not
 *     even an older state of the row, put back by hand, can be used again
 */
@Confidential
record KeyDeletion(
        EmptiedKey key, Instant requestedAt, List<Vote> approvals, Vote refusal, Instant usedAt, UUID useEvent) {

    KeyDeletion {
        // What is empty is left out of the sealed form.
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    static KeyDeletion requested(EmptiedKey key, Instant now, UUID useEvent) {
        return new KeyDeletion(key, now, List.of(), null, null, useEvent);
    }

    KeyDeletion approvedBy(Vote approval) {
        List<Vote> all = Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        return new KeyDeletion(key, requestedAt, all, refusal, usedAt, useEvent);
    }

    KeyDeletion refusedBy(Vote vote) {
        return new KeyDeletion(key, requestedAt, approvals, vote, usedAt, useEvent);
    }

    KeyDeletion used(Instant now) {
        return new KeyDeletion(key, requestedAt, approvals, refusal, now, useEvent);
    }

    Set<String> approvers() {
        return approvals.stream().map(Vote::person).collect(Collectors.toSet());
    }

    /** When the last of its steps was taken. */
    Instant lastAt() {
        return Stream.of(
                        Stream.of(requestedAt),
                        approvals.stream().map(Vote::at),
                        Stream.ofNullable(refusal).map(Vote::at),
                        Stream.ofNullable(usedAt))
                .flatMap(times -> times)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "KeyDeletion[redacted]";
    }
}
