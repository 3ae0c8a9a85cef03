package health.lunaria.audit.incident;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** A place in the list of incidents, which is ordered by time and id. */
record Position(Instant openedAt, UUID id) {

    /** Before everything, as the newest come first. */
    static final Position START = new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private static final int LENGTH = 3 * Long.BYTES;

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(openedAt.toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static Position of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Position(Instant.ofEpochMilli(buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
    }
}
