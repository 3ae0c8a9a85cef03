package health.lunaria.audit.workforce;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.time.LocalDate;

/** Somebody of the workforce; what there is none of is left out. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberResponse(
        String person,
        Sensitive<String> name,
        StaffRole role,
        Employment employment,
        LocalDate joinedOn,
        LocalDate leftOn,
        Proved training,
        Proved policy) {

    /** @param of which course, or which policies, by name and version */
    record Proved(String of, Instant at, Instant expiresAt) {

        private static Proved from(Proof proof) {
            return proof == null ? null : new Proved(proof.of(), proof.at(), proof.expiresAt());
        }
    }

    static MemberResponse from(Member member) {
        return new MemberResponse(
                member.person(),
                member.name(),
                member.role(),
                member.employment(),
                member.joinedOn(),
                member.leftOn(),
                Proved.from(member.training()),
                Proved.from(member.acknowledgement()));
    }

    @Override
    public String toString() {
        return "MemberResponse[redacted]";
    }
}
