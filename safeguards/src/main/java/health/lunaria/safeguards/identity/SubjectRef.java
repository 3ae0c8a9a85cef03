package health.lunaria.safeguards.identity;

import java.util.Arrays;

/**
 * The pseudonym under which one service knows a {@link Subject}: 32 bytes, different in every service, so that the
 * services' databases cannot be joined. Safe to store; {@code toString} is redacted all the same, because a pseudonym
 * in a log would let its lines be correlated. Immutable.
 */
public final class SubjectRef {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    private SubjectRef(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if there are not {@value #LENGTH} bytes */
    public static SubjectRef of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A subject ref has " + LENGTH + " bytes");
        }
        return new SubjectRef(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Which of 256 shard keys wraps this subject's key: uniform, because the ref is the output of a MAC. */
    public int shard() {
        return Byte.toUnsignedInt(bytes[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectRef ref && Arrays.equals(bytes, ref.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SubjectRef[redacted]";
    }
}
