package health.lunaria.kms;

import static health.lunaria.kms.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;

/** Signatures and MACs. */
class SigningTest {

    private static final SdkBytes MESSAGE = SdkBytes.fromUtf8String("a checkpoint");
    private static final SdkBytes OTHER = SdkBytes.fromUtf8String("a checkpoinT");
    private static final String ED25519 = "ED25519_SHA_512";

    @TempDir
    static Path directory;

    private static TestKms kms;
    private static KmsClient client;
    private static String signingKey;
    private static String macKey;

    @BeforeAll
    static void start() {
        kms = TestKms.start(directory);
        client = kms.as(TestKms.CYCLE);
        signingKey = newKey("ECC_NIST_EDWARDS25519", "SIGN_VERIFY");
        macKey = newKey("HMAC_256", "GENERATE_VERIFY_MAC");
    }

    @AfterAll
    static void stop() throws Exception {
        kms.close();
    }

    @Test
    void aSignatureVerifiesWithThePublicKeyAlone() throws GeneralSecurityException {
        byte[] publicKey = client.getPublicKey(request -> request.keyId(signingKey))
                .publicKey()
                .asByteArray();
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));

        verifier.update(MESSAGE.asByteArray());
        assertThat(verifier.verify(sign().asByteArray())).isTrue();
        verifier.update(OTHER.asByteArray());
        assertThat(verifier.verify(sign().asByteArray())).isFalse();
    }

    @Test
    void refusesEveryAlteredSignatureAndMessage() {
        SdkBytes signature = sign();
        assertThat(verify(MESSAGE, signature)).isTrue();

        assertRefused("KMSInvalidSignatureException", () -> verify(OTHER, signature));
        for (int i = 0; i < signature.asByteArray().length; i++) {
            SdkBytes altered = altered(signature, i);
            assertRefused("KMSInvalidSignatureException", () -> verify(MESSAGE, altered));
        }
    }

    @Test
    void refusesEveryAlteredMacAndMessage() {
        SdkBytes mac = mac(macKey);
        assertThat(verifyMac(MESSAGE, mac)).isTrue();

        assertRefused("KMSInvalidMacException", () -> verifyMac(OTHER, mac));
        for (int i = 0; i < mac.asByteArray().length; i++) {
            SdkBytes altered = altered(mac, i);
            assertRefused("KMSInvalidMacException", () -> verifyMac(MESSAGE, altered));
        }
    }

    @Test
    void refusesAMacOfAnotherKey() {
        SdkBytes mac = mac(newKey("HMAC_256", "GENERATE_VERIFY_MAC"));

        assertRefused("KMSInvalidMacException", () -> verifyMac(MESSAGE, mac));
    }

    @Test
    void aKeyServesItsOwnUsageOnly() {
        assertRefused("InvalidKeyUsageException", () -> mac(signingKey));
        assertRefused("InvalidKeyUsageException", () -> client.getPublicKey(request -> request.keyId(macKey)));
        assertRefused(
                "InvalidKeyUsageException",
                () -> client.encrypt(request -> request.keyId(signingKey).plaintext(MESSAGE)));
    }

    @Test
    void refusesAnotherAlgorithm() {
        assertRefused(
                "ValidationException",
                () -> client.sign(
                        request -> request.keyId(signingKey).message(MESSAGE).signingAlgorithm("ECDSA_SHA_256")));
        assertRefused(
                "ValidationException",
                () -> client.sign(request -> request.keyId(signingKey)
                        .message(MESSAGE)
                        .messageType(MessageType.DIGEST)
                        .signingAlgorithm(ED25519)));
        assertRefused(
                "ValidationException",
                () -> client.generateMac(
                        request -> request.keyId(macKey).message(MESSAGE).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_512)));
    }

    @Test
    void refusesAnotherPrincipal() {
        KmsClient billing = kms.as(TestKms.BILLING);

        assertRefused(
                "AccessDeniedException",
                () -> billing.sign(
                        request -> request.keyId(signingKey).message(MESSAGE).signingAlgorithm(ED25519)));
        assertRefused(
                "AccessDeniedException",
                () -> billing.generateMac(
                        request -> request.keyId(macKey).message(MESSAGE).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)));
    }

    @Test
    void theAdministratorSeesThePublicKeyAndSignsNothing() {
        KmsClient administrator = kms.as(TestKms.ADMINISTRATOR);

        assertThat(administrator
                        .getPublicKey(request -> request.keyId(signingKey))
                        .publicKey())
                .isEqualTo(client.getPublicKey(request -> request.keyId(signingKey))
                        .publicKey());
        assertRefused(
                "AccessDeniedException",
                () -> administrator.sign(
                        request -> request.keyId(signingKey).message(MESSAGE).signingAlgorithm(ED25519)));
        assertRefused("InvalidKeyUsageException", () -> administrator.getPublicKey(request -> request.keyId(macKey)));
        assertRefused(
                "AccessDeniedException",
                () -> kms.as(TestKms.BILLING).getPublicKey(request -> request.keyId(signingKey)));
    }

    private static SdkBytes sign() {
        return client.sign(request -> request.keyId(signingKey).message(MESSAGE).signingAlgorithm(ED25519))
                .signature();
    }

    private static boolean verify(SdkBytes message, SdkBytes signature) {
        return client.verify(request -> request.keyId(signingKey)
                        .message(message)
                        .signature(signature)
                        .signingAlgorithm(ED25519))
                .signatureValid();
    }

    private static SdkBytes mac(String key) {
        return client.generateMac(
                        request -> request.keyId(key).message(MESSAGE).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
                .mac();
    }

    private static boolean verifyMac(SdkBytes message, SdkBytes mac) {
        return client.verifyMac(request ->
                        request.keyId(macKey).message(message).mac(mac).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
                .macValid();
    }

    private static SdkBytes altered(SdkBytes bytes, int at) {
        byte[] altered = bytes.asByteArray();
        altered[at] ^= 1;
        return SdkBytes.fromByteArray(altered);
    }

    private static String newKey(String spec, String usage) {
        return kms.as(TestKms.ADMINISTRATOR)
                .createKey(request -> request.keySpec(spec)
                        .keyUsage(usage)
                        .tags(tag -> tag.tagKey(Operations.PRINCIPAL_TAG).tagValue(TestKms.CYCLE.name())))
                .keyMetadata()
                .arn();
    }
}
