package health.lunaria.safeguards.encryption;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Stands for a row of one subject without saying what it is about: a keyed, truncated MAC of a label such as
 * {@code "2026-11"}. Safe to store and to index. Immutable.
 */
public final class Locator {

    /** For subjects that have one row only. */
    public static final Locator NONE = new Locator(new byte[0]);

    public static final int LENGTH = 16;

    private final byte[] bytes;

    private Locator(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if there are not {@value #LENGTH} bytes */
    public static Locator of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A locator has " + LENGTH + " bytes");
        }
        return new Locator(bytes.clone());
    }

    /** A row that is told apart by a public number (a sequence number, say), big-endian. */
    public static Locator ofNumber(long number) {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[LENGTH - 1 - i] = (byte) (number >>> (Byte.SIZE * i));
        }
        return new Locator(bytes);
    }

    /** A row that is told apart by its random id. */
    public static Locator ofId(UUID id) {
        return new Locator(ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Locator locator && Arrays.equals(bytes, locator.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Locator[" + HexFormat.of().formatHex(bytes) + "]";
    }
}
