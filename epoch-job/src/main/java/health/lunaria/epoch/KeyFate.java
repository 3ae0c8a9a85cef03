package health.lunaria.epoch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * What becomes of the KMS key of an emptied epoch.
 *
 * @param request by which it is found in audit-service; {@code null} if none is needed any more
 * @param approvals how many of the two there are
 * @param goneAt {@code null} while it is not on its way out
 * @param refusal why the approvals did not count, if they did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyFate(int epoch, String key, Fate fate, UUID request, Integer approvals, Instant goneAt, String refusal) {

    /** The names stand in what the job prints: never rename one. */
    enum Fate {
        @JsonProperty("waiting-for-approval")
        WAITING,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("scheduled")
        SCHEDULED
    }

    static KeyFate scheduled(int epoch, String key, Instant goneAt) {
        return new KeyFate(epoch, key, Fate.SCHEDULED, null, null, goneAt, null);
    }

    static KeyFate waiting(int epoch, String key, Approvals.Request request) {
        Fate fate = request.state().equals("refused") ? Fate.REFUSED : Fate.WAITING;
        return new KeyFate(epoch, key, fate, request.id(), request.approvals(), null, null);
    }

    static KeyFate refused(int epoch, String key, Approvals.Request request, String refusal) {
        return new KeyFate(epoch, key, Fate.REFUSED, request.id(), request.approvals(), null, refusal);
    }
}
