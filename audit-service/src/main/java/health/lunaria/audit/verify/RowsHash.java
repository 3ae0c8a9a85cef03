package health.lunaria.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chains over rows: {@code SHA-256(chain before ‖ row)}. Two chains are equal when all rows are, in all columns, those that
 * the tree does not cover included. Every part of a row has a fixed length or ends the row.
 */
final class RowsHash {

    static final int LENGTH = 32;

    private RowsHash() {}

    static byte[] ofNone() {
        return new byte[LENGTH];
    }

    static byte[] after(byte[] chain, LeafRow row) {
        byte[] start = ByteBuffer.allocate(LENGTH + 4 * Long.BYTES)
                .put(chain)
                .putLong(row.index())
                .putLong(row.eventId().getMostSignificantBits())
                .putLong(row.eventId().getLeastSignificantBits())
                .putLong(row.integratedAtMicros())
                .array();
        return sha256(start, row.hash());
    }

    static byte[] after(byte[] chain, CheckpointRow row) {
        byte[] start = ByteBuffer.allocate(LENGTH + 2 * Long.BYTES)
                .put(chain)
                .putLong(row.size())
                .putLong(row.publishedAtMicros())
                .array();
        return sha256(start, row.note().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] start, byte[] end) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(start);
            return digest.digest(end);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
