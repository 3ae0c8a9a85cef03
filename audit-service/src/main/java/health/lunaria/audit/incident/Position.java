package health.lunaria.audit.incident;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** A place in a list that is ordered by time, to the millisecond, and id. */
public record Position(Instant at, UUID id) {

    /** Before everything, as the newest come first. */
    static final Position START = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** Before everything where the earliest come first. */
    public static final Position EARLIEST = new Position(Instant.EPOCH, new UUID(0, 0));

    private static final int LENGTH = 3 * Long.BYTES;

    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(at.toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static Position of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Position(Instant.ofEpochMilli(buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
    }
}
