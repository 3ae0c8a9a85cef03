package health.lunaria.audit.keydeletion;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.Standing;
import health.lunaria.audit.workforce.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a step may be taken. Two different people of security approve, each at most {@link #VALID} before the use, and both in
 * good {@link Standing} at the use still; one who refuses is enough to stop it; it is used once. That the one who votes is of
 * security and in good standing herself was asked before. Each method returns the first condition that fails; empty if none
 * does. Terms include their last instant.
 */
final class KeyDeletionRules {

    static final Duration VALID = Duration.ofHours(48);

    /** So long after a refusal nobody is asked again. */
    static final Duration REST = Duration.ofHours(24);

    static final int APPROVALS = 2;

    private KeyDeletionRules() {}

    static State state(KeyDeletion deletion, Instant now) {
        if (deletion.refusal() != null) {
            return State.REFUSED;
        }
        if (deletion.usedAt() != null) {
            return State.USED;
        }
        if (isExpired(deletion, now)) {
            return State.EXPIRED;
        }
        return deletion.approvals().size() == APPROVALS ? State.APPROVED : State.WAITING;
    }

    /** Whether a request for the same epoch is another one, and not this one once more. */
    static boolean isOver(KeyDeletion deletion, Instant now) {
        return switch (state(deletion, now)) {
            case WAITING, APPROVED -> false;
            case REFUSED -> now.isAfter(deletion.refusal().at().plus(REST));
            case EXPIRED, USED, BROKEN -> true;
        };
    }

    static Optional<AuditProblem> ofApproval(KeyDeletion deletion, String person, Instant now) {
        return ofState(deletion, now).or(() -> {
            if (deletion.approvers().contains(person)) {
                return Optional.of(AuditProblem.KEY_DELETION_APPROVED_BY_YOU);
            }
            return deletion.approvals().size() < APPROVALS
                    ? Optional.empty()
                    : Optional.of(AuditProblem.KEY_DELETION_APPROVALS_COMPLETE);
        });
    }

    /** By anybody of security, also by one who approved it before. */
    static Optional<AuditProblem> ofRefusal(KeyDeletion deletion, Instant now) {
        return ofState(deletion, now);
    }

    /** @param standings of those who approved */
    static Optional<AuditProblem> ofUse(KeyDeletion deletion, Standings standings, Instant now) {
        return ofState(deletion, now).or(() -> {
            if (deletion.approvals().size() < APPROVALS) {
                return Optional.of(AuditProblem.KEY_DELETION_NOT_APPROVED);
            }
            return deletion.approvers().stream().allMatch(person -> mayApprove(standings.of(person), now))
                    ? Optional.empty()
                    : Optional.of(AuditProblem.KEY_DELETION_APPROVER_STANDING);
        });
    }

    private static boolean mayApprove(Standing standing, Instant now) {
        return standing.lacks(now).isEmpty() && standing.role() == StaffRole.SECURITY;
    }

    /** A clock that runs backwards would make every term longer. */
    private static Optional<AuditProblem> ofState(KeyDeletion deletion, Instant now) {
        return switch (state(deletion, now)) {
            case REFUSED -> Optional.of(AuditProblem.KEY_DELETION_REFUSED);
            case USED -> Optional.of(AuditProblem.KEY_DELETION_USED);
            case EXPIRED -> Optional.of(AuditProblem.KEY_DELETION_EXPIRED);
            case BROKEN -> throw new IllegalStateException("What does not open has no rules");
            case WAITING, APPROVED ->
                now.isBefore(deletion.lastAt()) ? Optional.of(AuditProblem.KEY_DELETION_CLOCK) : Optional.empty();
        };
    }

    private static boolean isExpired(KeyDeletion deletion, Instant now) {
        return deletion.approvals().stream()
                .anyMatch(approval -> now.isAfter(approval.at().plus(VALID)));
    }
}
