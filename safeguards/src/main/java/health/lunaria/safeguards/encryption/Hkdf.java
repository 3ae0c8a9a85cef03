package health.lunaria.safeguards.encryption;

import java.security.GeneralSecurityException;

/** HKDF-SHA256 (RFC 5869) with an empty salt, by Tink: one more key from a key. */
final class Hkdf {

    private Hkdf() {}

    static KeyMaterial derive(KeyMaterial key, byte[] info) {
        return KeyMaterial.takeOver(key.reveal(bytes -> expand(bytes, info)));
    }

    private static byte[] expand(byte[] key, byte[] info) throws GeneralSecurityException {
        return com.google.crypto.tink.subtle.Hkdf.computeHkdf("HMACSHA256", key, new byte[0], info, KeyMaterial.LENGTH);
    }
}
