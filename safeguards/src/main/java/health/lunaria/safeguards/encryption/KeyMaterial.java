package health.lunaria.safeguards.encryption;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 32 secret bytes with a lifetime. There is no getter: code of this package that needs the bytes says {@link #reveal},
 * which is easy to grep for. {@link #destroy} overwrites them; afterwards every use fails.
 *
 * <p>Thread-safe: a use and a destruction never interleave. Limit: copies that the JCA or Tink make inside cannot be
 * overwritten from here; they live as long as the objects that hold them.
 */
final class KeyMaterial {

    static final int LENGTH = 32;

    private static final String HMAC_SHA256 = "HmacSHA256";

    private final byte[] bytes;
    private boolean destroyed;

    /** Takes the array over: the caller must not use it afterwards. */
    private KeyMaterial(byte[] bytes) {
        this.bytes = bytes;
    }

    static KeyMaterial takeOver(byte[] bytes) {
        if (bytes.length != LENGTH) {
            Arrays.fill(bytes, (byte) 0);
            throw new KeysUnavailableException("A key has " + LENGTH + " bytes");
        }
        return new KeyMaterial(bytes);
    }

    interface Use<T> {
        T apply(byte[] bytes) throws GeneralSecurityException;
    }

    /** The one place where raw bytes are handed out. They must not outlive the call. */
    synchronized <T> T reveal(Use<T> use) {
        if (destroyed) {
            throw new IllegalStateException("This key was destroyed");
        }
        try {
            return use.apply(bytes);
        } catch (GeneralSecurityException broken) {
            throw new KeysUnavailableException("The key cannot be used", broken);
        }
    }

    byte[] hmac(byte[] message) {
        return reveal(key -> {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(new SecretKeySpec(key, HMAC_SHA256));
            return mac.doFinal(message);
        });
    }

    KeyMaterial copy() {
        return reveal(key -> new KeyMaterial(key.clone()));
    }

    synchronized boolean isDestroyed() {
        return destroyed;
    }

    synchronized void destroy() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    @Override
    public String toString() {
        return "KeyMaterial[redacted]";
    }
}
