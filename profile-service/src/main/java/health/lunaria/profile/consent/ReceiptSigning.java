package health.lunaria.profile.consent;

import health.lunaria.profile.receipt.ReceiptSigner;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Signs the receipts that could not be signed when they were made. */
@ApplicationScoped
class ReceiptSigning {

    private static final Logger LOG = Logger.getLogger(ReceiptSigning.class);

    private final WaitingReceipts waiting;
    private final SubjectKeys keys;
    private final ReceiptSigner signer;
    private final Receipts receipts;
    private final Drain drain;

    ReceiptSigning(WaitingReceipts waiting, SubjectKeys keys, ReceiptSigner signer, Receipts receipts) {
        this.waiting = waiting;
        this.keys = keys;
        this.signer = signer;
        this.receipts = receipts;
        this.drain = new Drain(
                "Consent receipts", new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30)), this::signOne);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> drain() {
        return drain.run();
    }

    /** A receipt that cannot be signed does not hold up the others. */
    private Uni<Boolean> signOne() {
        return waiting.take()
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(false)
                        : sign(taken.get()).replaceWith(true));
    }

    /** Nothing is done for somebody who has no key any more: she was erased, and her receipts are unreadable. */
    private Uni<Void> sign(WaitingReceipts.Taken taken) {
        return keys.usingExisting(taken.subject(), key -> sign(key, taken))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> report(taken, failure));
    }

    private Uni<Void> sign(SubjectKey key, WaitingReceipts.Taken taken) {
        Receipts.Unsigned unsigned = receipts.open(key, taken);
        return signer.sign(ReceiptSigner.Kind.CONSENT, unsigned.statement())
                .chain(jws -> receipts.complete(key, taken, new Subject(unsigned.subject()), jws));
    }

    private static Void report(WaitingReceipts.Taken taken, Throwable failure) {
        if (taken.last()) {
            LOG.errorf("A consent receipt could not be signed and was given up: %s", Causes.describe(failure));
        } else {
            LOG.warnf("A consent receipt could not be signed and is tried again: %s", Causes.describe(failure));
        }
        return null;
    }
}
