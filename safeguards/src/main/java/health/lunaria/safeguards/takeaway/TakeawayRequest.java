package health.lunaria.safeguards.takeaway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Of whom profile-service wants a service's part of the archive: the body of {@code POST /internal/export}. */
public record TakeawayRequest(
        @NotBlank(message = "missing") @Size(max = 255, message = "too-long")
        String subject) {

    @Override
    public String toString() {
        return "TakeawayRequest[redacted]";
    }
}
