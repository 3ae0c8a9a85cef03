package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;

/** Which policies the caller has read and acknowledges: all that are in force, each in the version that is. */
@Confidential
record AcknowledgementRequest(
        @NotNull(message = "missing") @Size(min = 1, max = 32, message = "wrong-count")
        List<@NotNull(message = "missing") @Valid Read> policies) {

    /** A version of a policy. */
    record Read(
            @NotNull(message = "missing") @Pattern(regexp = NAME, message = "not-a-name")
            String name,

            @NotNull(message = "missing") @Pattern(regexp = NAME, message = "not-a-name")
            String version) {

        private static final String NAME = "[a-z0-9][a-z0-9.-]{0,31}";
    }

    /** Their ids in one text, as {@link health.lunaria.audit.policy.Policies} writes those in force. */
    String toSet() {
        return policies.stream()
                .map(read -> read.name() + "/" + read.version())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "AcknowledgementRequest[redacted]";
    }
}
