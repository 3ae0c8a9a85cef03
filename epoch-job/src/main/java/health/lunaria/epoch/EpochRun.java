package health.lunaria.epoch;

import health.lunaria.safeguards.encryption.EmptiedEpoch;
import health.lunaria.safeguards.encryption.JobKeyring;
import health.lunaria.safeguards.encryption.OpenEpoch;
import health.lunaria.safeguards.encryption.TurnProgress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run for one keyring: opens an epoch if it is time, empties the one before, and lets the KMS keys of emptied ones go as far
 * as that is approved. It remembers nothing: what is to be done stands in the keyring, in KMS and in audit-service, so that it
 * goes on after a crash wherever that was, and does nothing when nothing is to be done.
 */
final class EpochRun {

    private final String service;
    private final Duration length;
    private final Clock clock;
    private final JobKeyring keyring;
    private final Approvals approvals;
    private final Consumer<TurnProgress> told;

    /** @param length an open epoch that is older is closed */
    EpochRun(
            String service,
            Duration length,
            Clock clock,
            JobKeyring keyring,
            Approvals approvals,
            Consumer<TurnProgress> told) {
        this.service = service;
        this.length = length;
        this.clock = clock;
        this.keyring = keyring;
        this.approvals = approvals;
        this.told = told;
    }

    /** Fails if a step does; what was done before it stays done. */
    Uni<RunReport> run() {
        return keyring.alone(() -> openIfDue()
                .chain(opened -> keyring.empty(told)
                        .chain(progress -> letGo().chain(keys -> report(opened, progress, keys)))));
    }

    private Uni<RunReport> report(boolean opened, TurnProgress progress, List<KeyFate> keys) {
        return keyring.openEpoch().map(open -> RunReport.of(service, open.number(), opened, progress, keys));
    }

    /** @return whether a new one was opened: not while the one before is not emptied */
    private Uni<Boolean> openIfDue() {
        return keyring.isTurning()
                .chain(turning -> turning
                        ? Uni.createFrom().item(false)
                        : keyring.openEpoch().chain(open -> openIfDue(open)));
    }

    private Uni<Boolean> openIfDue(OpenEpoch open) {
        return open.openedAt().plus(length).isAfter(clock.instant())
                ? Uni.createFrom().item(false)
                : keyring.openAfter(open).replaceWith(true);
    }

    private Uni<List<KeyFate>> letGo() {
        return keyring.emptiedWithKey()
                .onItem()
                .transformToMulti(epochs -> Multi.createFrom().iterable(epochs))
                .onItem()
                .transformToUniAndConcatenate(this::letGo)
                .collect()
                .asList();
    }

    /** A key that KMS has taken already needs no approval: a run ended between that and writing it down. */
    private Uni<KeyFate> letGo(EmptiedEpoch epoch) {
        return keyring.alreadyScheduled(epoch)
                .chain(gone -> gone.isPresent()
                        ? Uni.createFrom()
                                .item(KeyFate.scheduled(epoch.number(), epoch.kmsKeyId(), gone.get()))
                        : approvals.request(service, epoch).chain(request -> letGo(epoch, request)));
    }

    private Uni<KeyFate> letGo(EmptiedEpoch epoch, Approvals.Request request) {
        return request.isApproved()
                ? approvals.redeem(request.id()).chain(redemption -> letGo(epoch, request, redemption))
                : Uni.createFrom().item(KeyFate.waiting(epoch.number(), epoch.kmsKeyId(), request));
    }

    private Uni<KeyFate> letGo(EmptiedEpoch epoch, Approvals.Request request, Approvals.Redemption redemption) {
        if (redemption.isFor(service, epoch)) {
            return keyring.scheduleKeyDeletion(epoch)
                    .map(gone -> KeyFate.scheduled(epoch.number(), epoch.kmsKeyId(), gone));
        }
        String refusal = redemption.refusal() == null ? "another-key" : redemption.refusal();
        return Uni.createFrom().item(KeyFate.refused(epoch.number(), epoch.kmsKeyId(), request, refusal));
    }
}
