package health.lunaria.audit.workforce;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether somebody may work with what is about users: she is there, and her training and her acknowledgement of the policy
 * are not older than 365 days. Days begin and end in UTC.
 *
 * @param role what the register says that she does; {@code null} if it does not know her
 */
@Confidential
public record Standing(StaffRole role, LocalDate joinedOn, LocalDate leftOn, Proof training, Proof acknowledgement) {

    /** Of whoever is not in the register. */
    public static final Standing NONE = new Standing(null, null, null, null, null);

    /** @return what she lacks at that moment; empty if she may work */
    public Optional<AuditProblem> lacks(Instant now) {
        return Optional.ofNullable(presence(now)).or(() -> proofs(now));
    }

    private AuditProblem presence(Instant now) {
        if (role == null) {
            return AuditProblem.WORKFORCE_NOT_REGISTERED;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (joinedOn.isAfter(today)) {
            return AuditProblem.WORKFORCE_NOT_JOINED;
        }
        return leftOn == null || leftOn.isAfter(today) ? null : AuditProblem.WORKFORCE_LEFT;
    }

    private Optional<AuditProblem> proofs(Instant now) {
        if (Proof.isMissing(training, now)) {
            return Optional.of(AuditProblem.WORKFORCE_TRAINING_MISSING);
        }
        if (training.isExpired(now)) {
            return Optional.of(AuditProblem.WORKFORCE_TRAINING_EXPIRED);
        }
        if (Proof.isMissing(acknowledgement, now)) {
            return Optional.of(AuditProblem.WORKFORCE_POLICY_MISSING);
        }
        return acknowledgement.isExpired(now) ? Optional.of(AuditProblem.WORKFORCE_POLICY_EXPIRED) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Standing[redacted]";
    }
}
