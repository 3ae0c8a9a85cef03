package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import java.security.SecureRandom;

/** Keys without a keyring, for benchmarks that seal. */
public final class BenchmarkKeys {

    private BenchmarkKeys() {}

    /** A key that opens nothing but what it sealed, of somebody who does not exist. */
    public static SubjectKey anyone() {
        return new SubjectKey("cycle-service", SubjectRef.of(random(SubjectRef.LENGTH)), 1, material());
    }

    private static KeyMaterial material() {
        return KeyMaterial.takeOver(random(KeyMaterial.LENGTH));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
