package health.lunaria.launcher.tls;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS for a caller of the stack, who trusts its CA and nobody else. */
public final class Trust {

    private Trust() {}

    /**
     * @param ca the CA's certificate, PEM
     * @param identity who is calling; nothing for a caller without a certificate
     * @throws LauncherException if the certificate cannot be read
     */
    public static SSLContext inOnly(Path ca, KeyManager... identity) {
        try (InputStream in = Files.newInputStream(ca)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new LauncherException("The stack's certificate cannot be read: " + failed.getMessage(), failed);
        }
    }
}
