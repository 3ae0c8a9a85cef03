package health.lunaria.launcher.tls;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The stack's own certificate authority and one certificate per part, for TLS on this machine: EC P-256. The CA may vouch
 * for localhost, 127.0.0.1 and spiffe://lunaria.local only (RFC 5280, name constraints), so trusting it in a browser
 * costs nothing. A part's certificate lives 90 days and is renewed when less than 30 are left.
 */
public final class Certificates {

    private static final Duration CA_LIFETIME = Duration.ofDays(3650);
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final X500Name CA_NAME = new X500Name("CN=Lunaria local CA");
    private static final String TRUST_DOMAIN = "lunaria.local";

    private final Path directory;
    private final Path caCertificate;
    private final Clock clock;

    /**
     * @param directory for keys and certificates
     * @param caCertificate where the CA's certificate is put for people and clients
     */
    public Certificates(Path directory, Path caCertificate, Clock clock) {
        this.directory = directory;
        this.caCertificate = caCertificate;
        this.clock = clock;
    }

    public Path certificate(String part) {
        return directory.resolve(part + ".crt");
    }

    public Path key(String part) {
        return directory.resolve(part + ".key");
    }

    /** Makes what is missing or about to expire. */
    public void provide(Iterable<String> parts) {
        try {
            if (!Files.exists(caCertificate) || !Files.exists(caKey())) {
                makeCa();
            }
            for (String part : parts) {
                if (needsRenewal(part)) {
                    make(part);
                }
            }
        } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
            throw new LauncherException("The certificates cannot be made: " + failed.getMessage(), failed);
        }
    }

    private boolean needsRenewal(String part) throws GeneralSecurityException, IOException {
        if (!Files.exists(certificate(part)) || !Files.exists(key(part))) {
            return true;
        }
        X509Certificate certificate = read(certificate(part));
        Instant end = certificate.getNotAfter().toInstant();
        boolean fromThisCa = isSignedBy(certificate, read(caCertificate));
        return !fromThisCa || end.isBefore(clock.instant().plus(RENEWED_BEFORE));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate ca) {
        try {
            certificate.verify(ca.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private void makeCa() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair keys = newKeys();
        X509v3CertificateBuilder builder = builder(CA_NAME, keys, CA_LIFETIME)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(Extension.nameConstraints, true, new NameConstraints(permitted(), null));
        PrivateFiles.write(caKey(), pem(keys.getPrivate()));
        PrivateFiles.write(caCertificate, pem(sign(builder, keys.getPrivate())));
    }

    private static GeneralSubtree[] permitted() {
        return new GeneralSubtree[] {
            new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")),
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "127.0.0.1/32")),
            new GeneralSubtree(new GeneralName(GeneralName.uniformResourceIdentifier, TRUST_DOMAIN))
        };
    }

    private void make(String part) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair keys = newKeys();
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://" + TRUST_DOMAIN + "/" + part)
        });
        X509v3CertificateBuilder builder = builder(new X500Name("CN=" + part), keys, LIFETIME)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                }))
                .addExtension(Extension.subjectAlternativeName, false, names);
        PrivateFiles.write(key(part), pem(keys.getPrivate()));
        PrivateFiles.write(certificate(part), pem(sign(builder, readKey(caKey()))));
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair keys, Duration lifetime) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                CA_NAME,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(lifetime)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private Path caKey() {
        return directory.resolve("ca.key");
    }

    public static X509Certificate read(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    static PrivateKey readKey(Path file) throws GeneralSecurityException, IOException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String pem(X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        return text.toString();
    }

    /** PKCS #8, which is what every part reads. */
    private static String pem(PrivateKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
