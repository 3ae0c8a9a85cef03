package health.lunaria.profile.erasure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an erasure is wanted. */
@Schema(name = "ErasureOrderRequest")
record ErasureOrderRequest(
        @Schema(description = "For how many hours it can be cancelled; 0 for none, left out for the usual 72")
        @Min(value = 0, message = "out-of-range")
        @Max(value = 720, message = "out-of-range")
        Integer coolingOffHours) {

    /** {@code null} for the usual time. */
    Duration coolingOff() {
        return coolingOffHours == null ? null : Duration.ofHours(coolingOffHours);
    }

    @Override
    public String toString() {
        return "ErasureOrderRequest[redacted]";
    }
}
