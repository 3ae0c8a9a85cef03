package health.lunaria.audit.outbox;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What an outbox says of itself; whose it is, the certificate says. The numbers need not fit: that is for the verifier.
 *
 * @param confirms the statement of which the service heard in time that it was taken in; may be missing
 */
record StatementRequest(
        @NotNull(message = "missing") UUID outbox,
        @NotNull(message = "missing") UUID id,
        UUID confirms,

        @NotNull(message = "missing") @Min(value = 0, message = "negative")
        Long recorded,

        @NotNull(message = "missing") @Min(value = 0, message = "negative")
        Long delivered,

        @NotNull(message = "missing") @Min(value = 0, message = "negative")
        Long waiting) {

    @Override
    public String toString() {
        return "StatementRequest[redacted]";
    }
}
