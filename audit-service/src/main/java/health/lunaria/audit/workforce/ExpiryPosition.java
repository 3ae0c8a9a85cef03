package health.lunaria.audit.workforce;

import health.lunaria.audit.incident.Position;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A place in the list of what expires: by time and member, and by proof, as two of one member may expire at once.
 *
 * @param proof {@code null} before both
 */
record ExpiryPosition(Position place, Proof.Kind proof) {

    static final ExpiryPosition FIRST = new ExpiryPosition(Position.EARLIEST, null);

    /** As the table has it, and orders it. */
    String proofName() {
        return proof == null ? "" : proof.name().toLowerCase(Locale.ROOT);
    }

    byte[] bytes() {
        byte[] bytes = place.bytes();
        return ByteBuffer.allocate(bytes.length + 1)
                .put(bytes)
                .put((byte) (proof == Proof.Kind.TRAINING ? 1 : 0))
                .array();
    }

    static ExpiryPosition of(byte[] bytes) {
        int last = bytes.length - 1;
        return new ExpiryPosition(
                Position.of(Arrays.copyOf(bytes, last)), bytes[last] == 1 ? Proof.Kind.TRAINING : Proof.Kind.POLICY);
    }
}
