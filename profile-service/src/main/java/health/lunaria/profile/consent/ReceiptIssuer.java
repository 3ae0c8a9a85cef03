package health.lunaria.profile.consent;

import health.lunaria.profile.receipt.ReceiptConfig;
import health.lunaria.profile.receipt.ReceiptSigner;
import health.lunaria.safeguards.aws.AwsCalls;
import health.lunaria.safeguards.policy.Policy;
import health.lunaria.safeguards.problem.Causes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes the receipt of a decision before it is stored: no transaction waits for a signature. */
@ApplicationScoped
class ReceiptIssuer {

    private static final Logger LOG = Logger.getLogger(ReceiptIssuer.class);

    private final ReceiptSigner signer;
    private final ReceiptConfig config;

    ReceiptIssuer(ReceiptSigner signer, ReceiptConfig config) {
        this.signer = signer;
        this.config = config;
    }

    /**
     * Without a signature if there is none in time: a decision never fails because its receipt cannot be signed now. The result
     * arrives on the caller's context.
     */
    Uni<Receipt> issue(Decision decision, Policy shown) {
        UUID id = UUID.randomUUID();
        String statement = ReceiptStatement.of(id, decision, shown, config.controller());
        return signer.sign(ReceiptSigner.Kind.CONSENT, statement)
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure()
                .invoke(ReceiptIssuer::report)
                .onFailure()
                .recoverWithNull()
                .emitOn(AwsCalls.caller())
                .map(jws -> new Receipt(id, statement, jws));
    }

    private static void report(Throwable failure) {
        LOG.warnf("A receipt is signed later: %s", Causes.describe(failure));
    }
}
