package health.lunaria.epoch;

import health.lunaria.safeguards.encryption.EmptiedEpoch;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Approvals as audit-service gives them: a request that was used or refused is not asked again, another one is. */
final class People implements Approvals {

    final List<EmptiedEpoch> asked = new ArrayList<>();
    int approvals;
    String state = "waiting";
    Runnable beforeAnswer = () -> {};
    Runnable afterRedemption = () -> {};
    String otherKey;

    private UUID id = UUID.randomUUID();
    private EmptiedEpoch about;

    void agree() {
        approvals = 2;
        state = "approved";
    }

    @Override
    public Uni<Request> request(String service, EmptiedEpoch epoch) {
        return Uni.createFrom().item(() -> {
            beforeAnswer.run();
            asked.add(epoch);
            if (state.equals("used")) {
                id = UUID.randomUUID();
                approvals = 0;
                state = "waiting";
            }
            about = epoch;
            return new Request(id, state, approvals);
        });
    }

    @Override
    public Uni<Redemption> redeem(UUID redeemed) {
        return Uni.createFrom().item(() -> {
            if (!redeemed.equals(id) || !state.equals("approved")) {
                return new Redemption(null, null, null, null, "key-deletion-" + state);
            }
            state = "used";
            afterRedemption.run();
            String key = otherKey == null ? about.kmsKeyId() : otherKey;
            return new Redemption("cycle-service", about.number(), key, 17L, null);
        });
    }
}
