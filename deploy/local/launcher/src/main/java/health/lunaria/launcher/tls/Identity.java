package health.lunaria.launcher.tls;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Who a caller of the stack is: a part's certificate and key. */
public final class Identity {

    private static final char[] NO_PASSWORD = {};

    private Identity() {}

    /**
     * What a TLS handshake needs to show the certificate.
     *
     * @param certificate PEM
     * @param key PEM, PKCS #8
     * @throws LauncherException if one of them cannot be read
     */
    public static KeyManager[] of(Path certificate, Path key) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            Certificate[] chain = {Certificates.read(certificate)};
            keys.setKeyEntry("identity", Certificates.readKey(key), NO_PASSWORD, chain);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, NO_PASSWORD);
            return managers.getKeyManagers();
        } catch (IOException | GeneralSecurityException failed) {
            throw new LauncherException("The certificate cannot be used: " + failed.getMessage(), failed);
        }
    }
}
