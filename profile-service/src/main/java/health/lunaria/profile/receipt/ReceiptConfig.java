package health.lunaria.profile.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of receipts. */
@ConfigMapping(prefix = "lunaria.profile.receipt")
public interface ReceiptConfig {

    /** Id or ARN of the KMS key that signs, of the spec {@code ECC_NIST_EDWARDS25519}. */
    String signingKey();

    Controller controller();

    /** A decision does not wait longer than so for its receipt's signature. */
    @WithDefault("2s")
    Duration patience();

    /**
     * Pause after the first failed attempt in the background; doubles with each further one. Longer than an attempt can take,
     * because until then the receipt belongs to who began the attempt.
     */
    @WithDefault("15s")
    Duration minRetryPause();

    @WithDefault("5m")
    Duration maxRetryPause();

    /** Then a receipt is given up: after some week, as the pauses are. */
    @WithDefault("2000")
    int mostAttempts();

    /** Who is responsible for the data, as receipts name it. */
    interface Controller {

        String name();

        /** An address for questions and rights. */
        String contact();
    }
}
