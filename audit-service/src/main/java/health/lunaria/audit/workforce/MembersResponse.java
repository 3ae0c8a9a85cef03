package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * Some of the workforce.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
@Confidential
record MembersResponse(List<MemberResponse> members, String next) {

    @Override
    public String toString() {
        return "MembersResponse[redacted]";
    }
}
