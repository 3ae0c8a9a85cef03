package health.lunaria.audit.workforce;

import health.lunaria.audit.policy.Policies;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody of the workforce, as the register knows her.
 *
 * @param person the subject of her access tokens
 * @param leftOn the first day on which she is no longer there; {@code null} while she is
 * @param training the last one, or {@code null}
 * @param acknowledgement of the policies, the last one, or {@code null}
 */
@Confidential
record Member(
        String person,
        Sensitive<String> name,
        StaffRole role,
        Employment employment,
        LocalDate joinedOn,
        LocalDate leftOn,
        Proof training,
        Proof acknowledgement) {

    Subject subject() {
        return new Subject(person);
    }

    Standing standing(Policies policies) {
        Instant outdatedAt = acknowledgement == null ? null : policies.outdatedAt(acknowledgement.of());
        return new Standing(role, joinedOn, leftOn, training, acknowledgement, outdatedAt);
    }

    Proof proof(Proof.Kind kind) {
        return kind == Proof.Kind.TRAINING ? training : acknowledgement;
    }

    Member with(Proof.Kind kind, Proof proof) {
        boolean trained = kind == Proof.Kind.TRAINING;
        return new Member(
                person,
                name,
                role,
                employment,
                joinedOn,
                leftOn,
                trained ? proof : training,
                trained ? acknowledgement : proof);
    }

    /** What she proved until now goes with her when the rest is written anew. */
    Member withProofsOf(Member before) {
        return new Member(person, name, role, employment, joinedOn, leftOn, before.training, before.acknowledgement);
    }

    @Override
    public String toString() {
        return "Member[redacted]";
    }
}
