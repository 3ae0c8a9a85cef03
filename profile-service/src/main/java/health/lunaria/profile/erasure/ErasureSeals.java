package health.lunaria.profile.erasure;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals whom an erasure is about. */
@ApplicationScoped
class ErasureSeals {

    private static final SealedColumn<Whom> WHOM = SealedColumn.of("erasure_order", "subject", 1, Whom.class);
    private static final long ONLY_VERSION = 1;

    private final ServiceKeys keys;

    ErasureSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    @Confidential
    record Whom(String subject) {

        @Override
        public String toString() {
            return "Whom[redacted]";
        }
    }

    byte[] seal(UUID erasure, Subject subject) {
        return WHOM.seal(keys.get(Purpose.REGISTER), Locator.ofId(erasure), ONLY_VERSION, new Whom(subject.id()));
    }

    Subject open(UUID erasure, byte[] sealed) {
        return new Subject(WHOM.open(keys.get(Purpose.REGISTER), Locator.ofId(erasure), ONLY_VERSION, sealed)
                .subject());
    }
}
