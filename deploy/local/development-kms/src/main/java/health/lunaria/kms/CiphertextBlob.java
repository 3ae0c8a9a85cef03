package health.lunaria.kms;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What {@code Encrypt} gives: {@code version(1) | key id(16) | AES-256-GCM(key, plaintext)}. Version, key id and the
 * encryption context (sorted, each part with its length before it) are authenticated.
 */
final class CiphertextBlob {

    private static final byte VERSION_1 = 1;
    private static final int HEADER_LENGTH = 1 + 2 * Long.BYTES;

    private CiphertextBlob() {}

    static byte[] encrypt(Key key, byte[] plaintext, Map<String, String> context) {
        byte[] header = header(key.id());
        byte[] sealed = Sealing.seal(key.material(), plaintext, associatedData(header, context));
        return ByteBuffer.allocate(header.length + sealed.length)
                .put(header)
                .put(sealed)
                .array();
    }

    /** @throws KmsException {@code InvalidCiphertextException} if the blob was altered or the context is another one */
    static byte[] decrypt(Key key, byte[] blob, Map<String, String> context) {
        byte[] sealed = Arrays.copyOfRange(blob, HEADER_LENGTH, blob.length);
        return Sealing.open(key.material(), sealed, associatedData(header(key.id()), context))
                .orElseThrow(CiphertextBlob::invalid);
    }

    static UUID keyId(byte[] blob) {
        if (blob.length <= HEADER_LENGTH || blob[0] != VERSION_1) {
            throw invalid();
        }
        ByteBuffer in = ByteBuffer.wrap(blob, 1, HEADER_LENGTH - 1);
        return new UUID(in.getLong(), in.getLong());
    }

    private static byte[] header(UUID keyId) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .put(VERSION_1)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .array();
    }

    private static byte[] associatedData(byte[] header, Map<String, String> context) {
        SortedMap<String, String> sorted = new TreeMap<>(context);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(header);
            for (Map.Entry<String, String> entry : sorted.entrySet()) {
                writePart(out, entry.getKey());
                writePart(out, entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writePart(DataOutputStream out, String part) throws IOException {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static KmsException invalid() {
        return KmsException.of("InvalidCiphertextException", null);
    }
}
