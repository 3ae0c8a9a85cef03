package health.lunaria.profile.erasure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An erasure that is open. */
@Schema(name = "Erasure")
record ErasureOrderResponse(
        @Schema(description = "Keep it: whoever knows it can fetch the receipt when there is no account any more")
        UUID id,

        ErasureState state,
        Instant requestedAt,

        @Schema(description = "Until then it can be cancelled")
        Instant startsAt) {

    static ErasureOrderResponse from(ErasureOrder order) {
        return new ErasureOrderResponse(order.id(), order.state(), order.requestedAt(), order.startsAt());
    }
}
