package health.lunaria.safeguards.encryption;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Hides how long a plaintext is: {@code length(4) | plaintext | zeros} up to 256, 512, 1024 or 1792 bytes (sealed still
 * below PostgreSQL's TOAST threshold of about 2 kB), then to the next multiple of 2 KiB.
 */
final class Padding {

    private static final int[] SMALL_SIZES = {256, 512, 1024, 1792};
    private static final int STEP = 2048;

    private Padding() {}

    static byte[] pad(byte[] plaintext) {
        int needed = Integer.BYTES + plaintext.length;
        return ByteBuffer.allocate(paddedSize(needed))
                .putInt(plaintext.length)
                .put(plaintext)
                .array();
    }

    static byte[] unpad(byte[] padded) {
        if (padded.length < Integer.BYTES) {
            throw new SealBrokenException("The padding is damaged");
        }
        int length = ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - Integer.BYTES) {
            throw new SealBrokenException("The padding is damaged");
        }
        return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
    }

    private static int paddedSize(int needed) {
        for (int size : SMALL_SIZES) {
            if (needed <= size) {
                return size;
            }
        }
        return (needed + STEP - 1) / STEP * STEP;
    }
}
