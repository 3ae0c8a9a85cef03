package health.lunaria.audit.drill;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.audit.event.UtcTime;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/** A drill that was held. Its report is kept elsewhere; here stands by which hash it is known. */
@Confidential
record DrillRequest(
        @NotNull(message = "missing") Drill.Kind kind,

        @NotNull(message = "missing") @Pattern(regexp = "[a-z][a-z0-9-]{0,31}", message = "not-a-name")
        String environment,

        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant startedAt,

        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant finishedAt,

        @NotNull(message = "missing") Drill.Outcome outcome,
        @PositiveOrZero(message = "negative") Long recoveryPointSeconds,
        @PositiveOrZero(message = "negative") Long recoveryTimeSeconds,

        @NotNull(message = "missing")
        @Pattern(regexp = "[0-9a-f]{64}", message = "not-a-hash")
        @JsonDeserialize(using = Identifiers.class)
        String reportSha256) {

    /** @throws ProblemException 400 {@code invalid-field} if it ends before it begins, or later than now */
    Drill toDrill(Instant now, SubjectRef by) {
        if (finishedAt.isBefore(startedAt)) {
            throw refused("before-startedAt");
        }
        if (finishedAt.isAfter(now)) {
            throw refused("in-the-future");
        }
        return new Drill(
                UUID.randomUUID(),
                kind,
                environment,
                startedAt,
                finishedAt,
                outcome,
                recoveryPointSeconds,
                recoveryTimeSeconds,
                HexFormat.of().parseHex(reportSha256),
                now.truncatedTo(ChronoUnit.MILLIS),
                by);
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("finishedAt", reason));
    }

    @Override
    public String toString() {
        return "DrillRequest[redacted]";
    }
}
