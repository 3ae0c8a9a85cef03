package health.lunaria.safeguards.encryption;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way to damage a sealed record a little. */
final class Damage {

    private Damage() {}

    /** The record once for each of its bits, with that bit flipped. */
    static Stream<byte[]> everyBitFlipped(byte[] record) {
        return IntStream.range(0, record.length * Byte.SIZE).mapToObj(bit -> {
            byte[] damaged = record.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            return damaged;
        });
    }

    /** Every proper prefix of the record, the empty one included. */
    static Stream<byte[]> everyTruncation(byte[] record) {
        return IntStream.range(0, record.length).mapToObj(length -> Arrays.copyOf(record, length));
    }

    /** The record without its first byte, without its first two, and so on. */
    static Stream<byte[]> everyBeheading(byte[] record) {
        return IntStream.range(1, record.length).mapToObj(from -> Arrays.copyOfRange(record, from, record.length));
    }
}
