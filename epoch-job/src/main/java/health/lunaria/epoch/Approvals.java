package health.lunaria.epoch;

import health.lunaria.safeguards.encryption.EmptiedEpoch;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whether two people have agreed that the KMS key of an epoch goes. Fails where nobody can be asked: then it stays. */
interface Approvals {

    /**
     * Asks for them, or how far they are.
     *
     * @param state {@code waiting}, {@code approved}, {@code refused}, {@code expired} or {@code used}
     * @param approvals 0 to 2
     */
    record Request(UUID id, String state, int approvals) {

        boolean isApproved() {
            return state.equals("approved");
        }
    }

    /**
     * What became of giving them away.
     *
     * @param receipt place in the transparency log; {@code null} if they were refused
     * @param refusal why; {@code null} if they were not
     */
    record Redemption(String service, Integer epoch, String key, Long receipt, String refusal) {

        /** Whether exactly this key may go. */
        boolean isFor(String expected, EmptiedEpoch one) {
            return receipt != null
                    && expected.equals(service)
                    && epoch != null
                    && epoch == one.number()
                    && one.kmsKeyId().equals(key);
        }
    }

    Uni<Request> request(String service, EmptiedEpoch epoch);

    /** Gives the approvals away, once. */
    Uni<Redemption> redeem(UUID id);
}
