package health.lunaria.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> PARTS = List.of("gateway", "cycle-service");

    @TempDir
    Path directory;

    private Certificates certificates;

    @BeforeEach
    void provide() {
        certificates = at(NOW);
        certificates.provide(PARTS);
    }

    @Test
    void theChainIsValidForWhoeverTrustsTheCa() throws GeneralSecurityException, IOException {
        for (String part : PARTS) {
            validate(read(part), NOW);
        }
    }

    @Test
    void afterItsTimeItIsNot() throws GeneralSecurityException, IOException {
        X509Certificate certificate = read("gateway");

        assertThatThrownBy(() -> validate(certificate, NOW.plus(Duration.ofDays(91))))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aPartIsCalledLocalhostAndByItsOwnName() throws GeneralSecurityException, IOException {
        assertThat(read("cycle-service").getSubjectAlternativeNames())
                .extracting(name -> (String) name.get(1))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "spiffe://lunaria.local/cycle-service");
    }

    @Test
    void aPartsCertificateCannotVouchForOthers() throws GeneralSecurityException, IOException {
        assertThat(read("gateway").getBasicConstraints()).isEqualTo(-1);
        assertThat(Certificates.read(ca()).getBasicConstraints()).isZero();
    }

    @Test
    void keyAndCertificateBelongTogether() throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key("gateway"));
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();

        signature.initVerify(read("gateway"));
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
        signature.initVerify(read("cycle-service"));
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isFalse();
    }

    @Test
    void onlyTheOwnerCanReadKeys() throws IOException {
        for (Path key : List.of(certificates.key("gateway"), directory.resolve("ca.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .as("%s", key)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsGoodIsKept() throws GeneralSecurityException, IOException {
        X509Certificate before = read("gateway");
        at(NOW.plus(Duration.ofDays(59))).provide(PARTS);

        assertThat(read("gateway")).isEqualTo(before);
    }

    @Test
    void whatIsAboutToExpireIsRenewedUnderTheSameCa() throws GeneralSecurityException, IOException {
        X509Certificate before = read("gateway");
        X509Certificate caBefore = Certificates.read(ca());
        Instant later = NOW.plus(Duration.ofDays(61));
        at(later).provide(PARTS);

        assertThat(read("gateway")).isNotEqualTo(before);
        assertThat(Certificates.read(ca())).isEqualTo(caBefore);
        validate(read("gateway"), later);
    }

    @Test
    void withAnotherCaEverythingIsMadeAnew() throws GeneralSecurityException, IOException {
        X509Certificate before = read("gateway");
        Files.delete(directory.resolve("ca.key"));
        certificates.provide(PARTS);

        assertThat(read("gateway")).isNotEqualTo(before);
        validate(read("gateway"), NOW);
    }

    @Test
    void aCertificateThatIsNoneIsAnErrorAndNotReplacedSilently() throws IOException {
        Files.writeString(certificates.certificate("gateway"), "not a certificate");

        assertThatThrownBy(() -> certificates.provide(PARTS)).isInstanceOf(LauncherException.class);
    }

    @Test
    void thereIsNoTrustInAFileThatIsNoCertificate() throws IOException {
        Path nonsense = Files.writeString(directory.resolve("nonsense.pem"), "nonsense");

        assertThatThrownBy(() -> Trust.inOnly(nonsense)).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> Trust.inOnly(directory.resolve("missing.pem"))).isInstanceOf(LauncherException.class);
        assertThat(Trust.inOnly(ca()).getProtocol()).isEqualTo("TLS");
    }

    /** By the JDK's own path validation, which heeds the CA's name constraints as well. */
    private void validate(X509Certificate certificate, Instant when) throws GeneralSecurityException, IOException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(Certificates.read(ca()), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
    }

    private Certificates at(Instant now) {
        return new Certificates(directory, ca(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path ca() {
        return directory.resolve("ca.pem");
    }

    private X509Certificate read(String part) throws GeneralSecurityException, IOException {
        return Certificates.read(certificates.certificate(part));
    }

    private PrivateKey key(String part) throws GeneralSecurityException, IOException {
        String base64 = Files.readString(certificates.key(part)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
