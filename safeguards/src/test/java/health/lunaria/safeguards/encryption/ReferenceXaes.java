package health.lunaria.safeguards.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The stored format written a second time, from its specification and <a href="https://c2sp.org/XAES-256-GCM">C2SP
 * XAES-256-GCM</a>, with nothing but the JDK: what the product seals must open here, and the other way round.
 */
final class ReferenceXaes {

    static final int NONCE_LENGTH = 24;

    private static final int BLOCK = 16;

    private ReferenceXaes() {}

    /** {@code version(1) | key version(4) | commitment(32) | nonce(24) | ciphertext | tag(16)}. */
    static byte[] sealedRecord(byte[] key, int keyVersion, byte[] nonce, byte[] plaintext, byte[] associatedData) {
        byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, key, nonce, plaintext, associatedData);
        return ByteBuffer.allocate(1 + 4 + 32 + NONCE_LENGTH + encrypted.length)
                .put((byte) 1)
                .putInt(keyVersion)
                .put(commitment(key))
                .put(nonce)
                .put(encrypted)
                .array();
    }

    static byte[] commitment(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal("lunaria.commit.v1".getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] input, byte[] associatedData) {
        try {
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(
                    mode,
                    new SecretKeySpec(derivedKey(key, nonce), "AES"),
                    new GCMParameterSpec(128, nonce, NONCE_LENGTH / 2, NONCE_LENGTH / 2));
            gcm.updateAAD(associatedData);
            return gcm.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    /** Steps 1 to 5 of the specification's detailed algorithm. */
    static byte[] derivedKey(byte[] key, byte[] nonce) {
        byte[] subkey = doubled(aes(key, new byte[BLOCK]));
        return ByteBuffer.allocate(2 * BLOCK)
                .put(aes(key, xor(subkey, counterBlock(1, nonce))))
                .put(aes(key, xor(subkey, counterBlock(2, nonce))))
                .array();
    }

    private static byte[] counterBlock(int counter, byte[] nonce) {
        return ByteBuffer.allocate(BLOCK)
                .putShort((short) counter)
                .put((byte) 'X')
                .put((byte) 0)
                .put(nonce, 0, NONCE_LENGTH / 2)
                .array();
    }

    /** Doubling in GF(2^128), as for CMAC subkeys (NIST SP 800-38B, section 6.1). */
    private static byte[] doubled(byte[] block) {
        byte[] shifted = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int carry = i + 1 < BLOCK ? Byte.toUnsignedInt(block[i + 1]) >>> 7 : 0;
            shifted[i] = (byte) (block[i] << 1 | carry);
        }
        if (block[0] < 0) {
            shifted[BLOCK - 1] ^= (byte) 0x87;
        }
        return shifted;
    }

    private static byte[] xor(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length);
        for (int i = 0; i < result.length; i++) {
            result[i] ^= second[i];
        }
        return result;
    }

    private static byte[] aes(byte[] key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
