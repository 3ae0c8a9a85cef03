package health.lunaria.audit.keydeletion;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.audit.event.UtcTime;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * @param key ARN of the KMS key that is to go
 * @param living how many keys the keyring has, all of them below later epochs
 */
record KeyDeletionRequest(
        @NotNull(message = "missing")
        @Pattern(regexp = "(profile|cycle|billing|audit)-service", message = "not-a-service")
        String service,

        @NotNull(message = "missing")
        @Min(value = 1, message = "out-of-range")
        @Max(value = 1_000_000, message = "out-of-range")
        Integer epoch,

        @NotNull(message = "missing")
        @Pattern(
                regexp = "arn:aws[a-z-]{0,16}:kms:[a-z0-9-]{1,32}:[0-9]{12}:key/[A-Za-z0-9-]{1,64}",
                message = "not-a-key")
        @JsonDeserialize(using = Identifiers.class)
        String key,

        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant emptiedAt,

        @NotNull(message = "missing") @Min(value = 0, message = "out-of-range")
        Long living) {

    EmptiedKey toKey() {
        return new EmptiedKey(service, epoch, key, emptiedAt, living);
    }

    @Override
    public String toString() {
        return "KeyDeletionRequest[redacted]";
    }
}
