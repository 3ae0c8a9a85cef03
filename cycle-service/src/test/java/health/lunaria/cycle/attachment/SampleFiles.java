package health.lunaria.cycle.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Files that begin as their type does; the rest is random, so that a plaintext is found wherever it is left. */
final class SampleFiles {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SampleFiles() {}

    static byte[] of(FileType type, int length) {
        byte[] content = new byte[length];
        RANDOM.nextBytes(content);
        byte[] head = head(type);
        System.arraycopy(head, 0, content, 0, Math.min(head.length, length));
        return content;
    }

    static byte[] head(FileType type) {
        return switch (type) {
            case JPEG -> bytes(0xFF, 0xD8, 0xFF, 0xE1);
            case PNG -> bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R');
            case WEBP -> "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1);
            case HEIC ->
                ByteBuffer.allocate(24)
                        .putInt(24)
                        .put("ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1))
                        .array();
            case PDF -> "%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
