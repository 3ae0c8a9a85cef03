package health.lunaria.audit.accessreview;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.RosterEntry;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * A member as the register knew her when the review was opened.
 *
 * @param standing {@code good}, or the slug of what she lacked
 */
@Confidential
record ReviewedMember(String person, StaffRole role, String standing) {

    static ReviewedMember of(RosterEntry entry, Instant now) {
        String standing = entry.standing().lacks(now).map(AuditProblem::slug).orElse("good");
        return new ReviewedMember(entry.person(), entry.standing().role(), standing);
    }

    Subject subject() {
        return new Subject(person);
    }

    @Override
    public String toString() {
        return "ReviewedMember[redacted]";
    }
}
