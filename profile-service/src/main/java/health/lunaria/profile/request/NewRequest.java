package health.lunaria.profile.request;

import health.lunaria.profile.age.KnownCountry;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What somebody asks for, where she lives (more than one place, if the laws of more apply), and what she has to say to it. */
@Confidential
record NewRequest(
        @NotNull(message = "missing") Kind kind,

        @NotNull(message = "missing") @Size(min = 1, max = 3, message = "wrong-length")
        List<@NotNull(message = "missing") @Valid Place> residences,

        @Size(min = 1, max = 4_000, message = "wrong-length")
        String text,

        @Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "not-an-id")
        String appealOf) {

    /** @param state of the USA, if she says which; every one that matters counts if she does not */
    @Confidential
    record Place(
            @NotNull(message = "missing") @KnownCountry String country,

            @Pattern(
                    regexp =
                            "A[LKZRSP]|C[AOT]|D[EC]|FL|G[AU]|HI|I[DLNA]|K[SY]|LA|M[EDAINSOTP]|N[EVHJMYCD]|O[HKR]|P[AR]|RI"
                                    + "|S[CD]|T[NX]|UT|V[TAI]|W[AVIY]",
                    message = "not-a-state")
            String state) {

        private Residence toResidence() {
            if (state != null && !country.equals("US")) {
                throw refused("residences", "state-outside-of-the-usa");
            }
            return new Residence(country, state);
        }

        @Override
        public String toString() {
            return "Place[redacted]";
        }
    }

    /** @throws ProblemException 400 if the fields do not fit each other */
    DataRequest toRequest(Instant now) {
        if (kind == Kind.APPEAL && appealOf == null) {
            throw refused("appealOf", "missing");
        }
        if (kind != Kind.APPEAL && appealOf != null) {
            throw refused("appealOf", "only-of-an-appeal");
        }
        return DataRequest.received(
                kind,
                residences.stream().map(Place::toResidence).toList(),
                text == null ? null : Sensitive.of(text),
                appealOf == null ? null : UUID.fromString(appealOf),
                now);
    }

    private static ProblemException refused(String field, String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(field, reason));
    }

    @Override
    public String toString() {
        return "NewRequest[redacted]";
    }
}
