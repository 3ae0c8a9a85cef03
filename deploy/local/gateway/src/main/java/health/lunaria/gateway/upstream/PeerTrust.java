package health.lunaria.gateway.upstream;

import health.lunaria.gateway.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one peer only: its certificate must come from the local authority, fit the host name, and carry the SPIFFE id
 * of the backend as a URI, so that one service cannot stand in for another with its own valid certificate.
 */
final class PeerTrust extends X509ExtendedTrustManager {

    private static final String TRUST_DOMAIN = "spiffe://lunaria.local/";
    private static final int URI_NAME = 6;

    private final X509ExtendedTrustManager authority;
    private final String id;

    private PeerTrust(X509ExtendedTrustManager authority, String id) {
        this.authority = authority;
        this.id = id;
    }

    static PeerTrust of(Path ca, String service) {
        try (InputStream pem = Files.newInputStream(ca)) {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(anchors);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended && number > 0) {
                    return new PeerTrust(extended, TRUST_DOMAIN + service);
                }
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            // Told below.
        }
        throw new ConfigurationException("tls.ca holds no certificate that can be read");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        authority.checkServerTrusted(chain, authType, engine);
        checkId(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        authority.checkServerTrusted(chain, authType, socket);
        checkId(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a connection without a host name is not trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this trust is for backends only");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authority.getAcceptedIssuers();
    }

    private void checkId(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null
                || names.stream()
                        .noneMatch(name ->
                                name.get(0).equals(URI_NAME) && name.get(1).equals(id))) {
            throw new CertificateException("the certificate is not the one of the expected service");
        }
    }
}
