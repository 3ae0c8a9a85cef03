package health.lunaria.audit.accessreview;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** A place in the list of reviews, which is ordered by time and id. */
record ReviewPosition(Instant openedAt, UUID id) {

    /** Before everything, as the newest come first. */
    static final ReviewPosition START = new ReviewPosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static ReviewPosition of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new ReviewPosition(Instant.ofEpochMilli(buffer.getLong()), new UUID(buffer.getLong(), buffer.getLong()));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(openedAt.toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
