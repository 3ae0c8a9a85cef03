package health.lunaria.audit.workforce;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Who somebody of the workforce is.
 *
 * @param leftOn the first day on which she is no longer there; left out while she is
 */
@Confidential
record MemberRequest(
        @NotBlank(message = "missing")
        @Size(max = 255, message = "too-long")
        @JsonDeserialize(using = Identifiers.class)
        String person,

        @NotBlank(message = "missing") @Size(max = 100, message = "too-long")
        String name,

        @NotNull(message = "missing") StaffRole role,
        @NotNull(message = "missing") Employment employment,
        @NotNull(message = "missing") LocalDate joinedOn,
        LocalDate leftOn) {

    /** @throws ProblemException 400 {@code invalid-field} if she would leave before she joins */
    Member toMember() {
        if (leftOn != null && leftOn.isBefore(joinedOn)) {
            throw new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("leftOn", "before-joining"));
        }
        return new Member(person, Sensitive.of(name), role, employment, joinedOn, leftOn, null, null);
    }

    @Override
    public String toString() {
        return "MemberRequest[redacted]";
    }
}
