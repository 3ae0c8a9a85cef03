package health.lunaria.safeguards.encryption;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF-SHA256 written a second time, from RFC 5869. {@link Hkdf} takes and gives 32 bytes and has no salt, which none of
 * the RFC's vectors does: so those prove this one, and this one proves the product.
 */
final class ReferenceHkdf {

    private ReferenceHkdf() {}

    static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
        byte[] extracted = hmac(salt.length == 0 ? new byte[32] : salt, key);
        var output = new ByteArrayOutputStream();
        byte[] block = new byte[0];
        for (int counter = 1; output.size() < length; counter++) {
            var message = new ByteArrayOutputStream();
            message.writeBytes(block);
            message.writeBytes(info);
            message.write(counter);
            block = hmac(extracted, message.toByteArray());
            output.writeBytes(block);
        }
        return Arrays.copyOf(output.toByteArray(), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
