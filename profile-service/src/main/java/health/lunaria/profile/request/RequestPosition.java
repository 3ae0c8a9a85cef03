package health.lunaria.profile.request;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** A place in a list of requests, which is ordered by a time and by id. */
record RequestPosition(Instant time, UUID id) {

    /** Before the newest. */
    static final RequestPosition NEWEST = new RequestPosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** Before the earliest. */
    static final RequestPosition EARLIEST = new RequestPosition(Instant.EPOCH, new UUID(0, 0));

    static RequestPosition of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new RequestPosition(
                Instant.ofEpochMilli(buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(time.toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
