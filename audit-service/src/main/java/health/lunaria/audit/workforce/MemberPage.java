package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import java.util.UUID;

/**
 * Some of the register.
 *
 * @param last where the next page goes on; {@code null} if there is none
 */
@Confidential
record MemberPage(List<Member> members, UUID last) {

    @Override
    public String toString() {
        return "MemberPage[redacted]";
    }
}
