package health.lunaria.safeguards.encryption;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES256-GCM-HKDF streaming written a second time, from the documentation of its format
 * (developers.google.com/tink/streaming-aead/aes_gcm_hkdf_streaming) on the JDK's ciphers: header {@code length(1) |
 * salt(32) | nonce prefix(7)}, the file's key {@code HKDF-SHA256(key, salt, associated data)}, each segment AES-GCM with
 * the nonce {@code prefix(7) | number(4) | last(1)}. The header counts as part of the first segment.
 */
final class ReferenceStreaming {

    private static final int SALT = 32;
    private static final int PREFIX = 7;
    private static final int HEADER = 1 + SALT + PREFIX;
    private static final int TAG = 16;

    private final byte[] key;
    private final int segment;

    ReferenceStreaming(byte[] key, int segment) {
        this.key = key;
        this.segment = segment;
    }

    byte[] encrypt(byte[] salt, byte[] prefix, byte[] plaintext, byte[] associatedData) {
        var out = new ByteArrayOutputStream();
        out.write(HEADER);
        out.writeBytes(salt);
        out.writeBytes(prefix);
        byte[] fileKey = ReferenceHkdf.derive(key, salt, associatedData, 32);
        int from = 0;
        int number = 0;
        int room = segment - HEADER - TAG;
        while (plaintext.length - from > room) {
            out.writeBytes(gcm(Cipher.ENCRYPT_MODE, fileKey, prefix, number, false, slice(plaintext, from, room)));
            from += room;
            number++;
            room = segment - TAG;
        }
        byte[] last = slice(plaintext, from, plaintext.length - from);
        out.writeBytes(gcm(Cipher.ENCRYPT_MODE, fileKey, prefix, number, true, last));
        return out.toByteArray();
    }

    byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
        if (ciphertext[0] != HEADER) {
            throw new IllegalArgumentException("The header has another length");
        }
        byte[] salt = slice(ciphertext, 1, SALT);
        byte[] prefix = slice(ciphertext, 1 + SALT, PREFIX);
        byte[] fileKey = ReferenceHkdf.derive(key, salt, associatedData, 32);
        var out = new ByteArrayOutputStream();
        int from = HEADER;
        int end = Math.min(segment, ciphertext.length);
        for (int number = 0; ; number++) {
            boolean last = end == ciphertext.length;
            byte[] part = slice(ciphertext, from, end - from);
            out.writeBytes(gcm(Cipher.DECRYPT_MODE, fileKey, prefix, number, last, part));
            if (last) {
                return out.toByteArray();
            }
            from = end;
            end = Math.min(end + segment, ciphertext.length);
        }
    }

    private static byte[] gcm(int mode, byte[] key, byte[] prefix, int number, boolean last, byte[] input) {
        byte[] nonce = ByteBuffer.allocate(12)
                .put(prefix)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] slice(byte[] bytes, int from, int length) {
        return Arrays.copyOfRange(bytes, from, from + length);
    }
}
