package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import java.util.Arrays;

/** Keys and subjects that tests can tell apart. */
final class TestKeys {

    static final String SERVICE = "cycle-service";

    private TestKeys() {}

    static byte[] bytes(int value) {
        byte[] bytes = new byte[KeyMaterial.LENGTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static KeyMaterial material(int value) {
        return KeyMaterial.takeOver(bytes(value));
    }

    static SubjectRef subject(int value) {
        return SubjectRef.of(bytes(value));
    }

    static SubjectKey subjectKey(SubjectRef subject, int key) {
        return new SubjectKey(SERVICE, subject, 1, material(key));
    }
}
