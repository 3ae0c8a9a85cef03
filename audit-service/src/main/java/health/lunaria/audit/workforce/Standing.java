package health.lunaria.audit.workforce;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody may work with what is about users: she is there, her training and her acknowledgement of the policies are
 * not older than 365 days, and the policies have not changed since, or not long ago. Days begin and end in UTC.
 *
 * @param role what the register says that she does; {@code null} if it does not know her
 * @param outdatedAt from when on what she acknowledged counts no more; {@code null} while that is not known
 */
@Confidential
public record Standing(
        StaffRole role,
        LocalDate joinedOn,
        LocalDate leftOn,
        Proof training,
        Proof acknowledgement,
        Instant outdatedAt) {

    /** Of whoever is not in the register. */
    public static final Standing NONE = new Standing(null, null, null, null, null, null);

    /** @return what she lacks at that moment; empty if she may work */
    public Optional<AuditProblem> lacks(Instant now) {
        return Optional.ofNullable(presence(now)).or(() -> proofs(now));
    }

    /**
     * @param roles those of the staff that her token has
     * @return what she lacks at that moment, or what is wrong with her token; empty if she may work
     */
    public Optional<AuditProblem> lacks(Set<String> roles, Instant now) {
        return lacks(now).or(() -> {
            if (!roles.contains(role.token())) {
                return Optional.of(AuditProblem.WORKFORCE_ROLE_MISSING);
            }
            return roles.size() == 1 ? Optional.empty() : Optional.of(AuditProblem.WORKFORCE_ROLE_FOREIGN);
        });
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
        if (acknowledgement.isExpired(now)) {
            return Optional.of(AuditProblem.WORKFORCE_POLICY_EXPIRED);
        }
        return outdatedAt == null || now.isBefore(outdatedAt)
                ? Optional.empty()
                : Optional.of(AuditProblem.WORKFORCE_POLICY_OUTDATED);
    }

    @Override
    public String toString() {
        return "Standing[redacted]";
    }
}
