package health.lunaria.epoch;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.encryption.TurnProgress;
import java.util.List;

/**
 * What one run did.
 *
 * @param openEpoch in which new keys are made now
 * @param opened whether this run opened it
 * @param emptied the epoch that it moved keys out of; {@code null} if there was none
 * @param moved how many this run moved
 * @param left how many lie below the old epoch still
 * @param broken how many of them do not open
 * @param keys of emptied epochs, the oldest first
 * @param failure what went wrong at last; {@code null} if nothing did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunReport(
        String service,
        int openEpoch,
        boolean opened,
        Integer emptied,
        long moved,
        long left,
        long broken,
        List<KeyFate> keys,
        String failure) {

    static RunReport of(String service, int openEpoch, boolean opened, TurnProgress progress, List<KeyFate> keys) {
        Integer epoch = progress.epoch() == 0 ? null : progress.epoch();
        return new RunReport(
                service,
                openEpoch,
                opened,
                epoch,
                progress.rewrapped(),
                progress.left(),
                progress.broken(),
                keys,
                progress.emptied() ? null : "Keys are left below the old epoch");
    }

    static RunReport failed(String service, String failure) {
        return new RunReport(service, 0, false, null, 0, 0, 0, List.of(), failure);
    }

    boolean isFailed() {
        return failure != null;
    }
}
