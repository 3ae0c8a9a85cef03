package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** {@code HMAC-SHA256(pseudonym key, length(kind) ‖ kind ‖ identifier)}, the length as 4 bytes. */
@ApplicationScoped
class KeyedPseudonyms implements Pseudonyms {

    private final ServiceKeys keys;

    KeyedPseudonyms(ServiceKeys keys) {
        this.keys = keys;
    }

    @Override
    public SubjectRef of(Subject subject) {
        return SubjectRef.of(of("subject", subject.id()));
    }

    @Override
    public byte[] of(String kind, String identifier) {
        byte[] first = kind.getBytes(StandardCharsets.UTF_8);
        byte[] second = identifier.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
                .putInt(first.length)
                .put(first)
                .put(second)
                .array();
        return keys.get(Purpose.PSEUDONYM).mac(message);
    }
}
