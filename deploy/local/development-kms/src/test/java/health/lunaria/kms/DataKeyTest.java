package health.lunaria.kms;

import static health.lunaria.kms.Refusals.assertRefused;
import static health.lunaria.kms.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** Data keys, as the services ask for them. */
class DataKeyTest {

    private static final Map<String, String> CONTEXT = Map.of("service", "cycle-service", "epoch", "1", "shard", "7");

    @TempDir
    static Path directory;

    private static TestKms kms;
    private static KmsClient client;
    private static String keyId;

    @BeforeAll
    static void start() {
        kms = TestKms.start(directory);
        client = kms.as(TestKms.CYCLE);
        keyId = kms.newKey(TestKms.CYCLE);
    }

    @AfterAll
    static void stop() throws Exception {
        kms.close();
    }

    @Test
    void decryptGivesBackWhatGenerateDataKeyGave() {
        GenerateDataKeyResponse dataKey = dataKey();
        DecryptResponse decrypted = decrypt(keyId, dataKey.ciphertextBlob(), CONTEXT);

        assertThat(decrypted.plaintext()).isEqualTo(dataKey.plaintext());
        assertThat(dataKey.plaintext().asByteArray()).hasSize(32);
        assertThat(dataKey.keyId()).isEqualTo(keyId).startsWith("arn:aws:kms:eu-west-1:");
        assertThat(decrypted.keyId()).isEqualTo(keyId);
    }

    @Test
    void everyDataKeyIsAnother() {
        assertThat(dataKey().plaintext()).isNotEqualTo(dataKey().plaintext());
    }

    @Test
    void takesTheKeyByItsIdAndFromTheCiphertext() {
        GenerateDataKeyResponse dataKey = dataKey();
        String bareId = keyId.substring(keyId.lastIndexOf('/') + 1);

        assertThat(decrypt(bareId, dataKey.ciphertextBlob(), CONTEXT).plaintext())
                .isEqualTo(dataKey.plaintext());
        assertThat(decrypt(null, dataKey.ciphertextBlob(), CONTEXT).plaintext()).isEqualTo(dataKey.plaintext());
    }

    @Test
    void theOrderOfTheContextDoesNotMatter() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("shard", "7");
        reversed.put("service", "cycle-service");
        reversed.put("epoch", "1");

        assertThat(decrypt(keyId, dataKey().ciphertextBlob(), reversed).plaintext())
                .isNotNull();
    }

    @Test
    void refusesEveryOtherContext() {
        SdkBytes blob = dataKey().ciphertextBlob();

        assertInvalid(blob, Map.of());
        assertInvalid(blob, Map.of("service", "cycle-service", "epoch", "1", "shard", "8"));
        assertInvalid(blob, Map.of("service", "cycle-service", "epoch", "1"));
        assertInvalid(blob, Map.of("service", "cycle-service", "epoch", "1", "shard", "7", "more", ""));
        assertInvalid(blob, Map.of("service", "cycle-service", "epoch", "7", "shard", "1"));
        assertInvalid(blob, Map.of("Service", "cycle-service", "epoch", "1", "shard", "7"));
        assertInvalid(blob, Map.of("services", "cycle-service", "epoch", "1", "shard", "7"));
    }

    @Test
    void refusesACiphertextWithoutContextWhenOneIsGiven() {
        SdkBytes blob = client.generateDataKey(request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256))
                .ciphertextBlob();

        assertInvalid(blob, CONTEXT);
        assertThat(decrypt(keyId, blob, Map.of()).plaintext()).isNotNull();
    }

    /** A flipped bit in the key id names a key that is not there; anywhere else the ciphertext is not valid. */
    @Test
    void refusesEveryFlippedBit() {
        byte[] blob = dataKey().ciphertextBlob().asByteArray();
        for (int bit = 0; bit < blob.length * Byte.SIZE; bit++) {
            byte[] altered = blob.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            boolean inKeyId = bit / Byte.SIZE >= 1 && bit / Byte.SIZE <= 16;

            assertThat(refusal(() -> decrypt(null, SdkBytes.fromByteArray(altered), CONTEXT)))
                    .isInstanceOf(inKeyId ? NotFoundException.class : InvalidCiphertextException.class);
            assertThat(refusal(() -> decrypt(keyId, SdkBytes.fromByteArray(altered), CONTEXT)))
                    .isInstanceOf(inKeyId ? IncorrectKeyException.class : InvalidCiphertextException.class);
        }
    }

    @Test
    void refusesEveryTruncationAndAnAppendedByte() {
        byte[] blob = dataKey().ciphertextBlob().asByteArray();
        for (int length = 1; length < blob.length; length++) {
            assertInvalid(SdkBytes.fromByteArray(Arrays.copyOf(blob, length)), CONTEXT);
        }
        assertInvalid(SdkBytes.fromByteArray(Arrays.copyOf(blob, blob.length + 1)), CONTEXT);
        assertRefused("ValidationException", () -> decrypt(keyId, SdkBytes.fromByteArray(new byte[0]), CONTEXT));
        assertRefused("ValidationException", () -> decrypt(keyId, SdkBytes.fromByteArray(new byte[6145]), CONTEXT));
    }

    @Test
    void refusesAnotherKeyThanTheCiphertextNames() {
        String other = kms.newKey(TestKms.CYCLE);
        SdkBytes blob = dataKey().ciphertextBlob();

        assertThatExceptionOfType(IncorrectKeyException.class).isThrownBy(() -> decrypt(other, blob, CONTEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "arn:aws:kms:eu-west-1:000000000000:key/00000000-0000-0000-0000-000000000000",
                "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-0000-0000-000000000000",
                "alias/lunaria",
                "no key at all",
                "../../etc/passwd"
            })
    void doesNotFindAnUnknownKey(String unknown) {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        client.generateDataKey(request -> request.keyId(unknown).keySpec(DataKeySpec.AES_256)))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(unknown));
    }

    @Test
    void refusesAKeyOfAnotherUsage() {
        String macKey = kms.as(TestKms.ADMINISTRATOR)
                .createKey(request -> request.keySpec(KeySpec.HMAC_256)
                        .keyUsage(KeyUsageType.GENERATE_VERIFY_MAC)
                        .tags(tag -> tag.tagKey(Operations.PRINCIPAL_TAG).tagValue(TestKms.CYCLE.name())))
                .keyMetadata()
                .arn();

        assertRefused(
                "InvalidKeyUsageException",
                () -> client.generateDataKey(request -> request.keyId(macKey).keySpec(DataKeySpec.AES_256)));
    }

    @Test
    void refusesALengthThatAwsRefuses() {
        assertRefused("ValidationException", () -> client.generateDataKey(request -> request.keyId(keyId)));
        assertRefused(
                "ValidationException",
                () -> client.generateDataKey(request ->
                        request.keyId(keyId).keySpec(DataKeySpec.AES_256).numberOfBytes(32)));
        for (int length : new int[] {-1, 0, 1025}) {
            assertRefused(
                    "ValidationException",
                    () -> client.generateDataKey(request -> request.keyId(keyId).numberOfBytes(length)));
        }
    }

    @Test
    void refusesAnotherPrincipal() {
        SdkBytes blob = dataKey().ciphertextBlob();
        for (Principal principal : new Principal[] {TestKms.BILLING, TestKms.ADMINISTRATOR}) {
            KmsClient other = kms.as(principal);
            assertRefused(
                    "AccessDeniedException",
                    () -> other.generateDataKey(request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256)));
            assertRefused(
                    "AccessDeniedException",
                    () -> other.decrypt(
                            request -> request.keyId(keyId).ciphertextBlob(blob).encryptionContext(CONTEXT)));
            assertRefused(
                    "AccessDeniedException",
                    () -> other.decrypt(request -> request.ciphertextBlob(blob).encryptionContext(CONTEXT)));
        }
    }

    @Test
    void reEncryptsFromOneContextAndKeyToAnother() {
        GenerateDataKeyResponse dataKey = dataKey();
        String next = kms.newKey(TestKms.CYCLE);
        Map<String, String> nextContext = Map.of("epoch", "2");

        SdkBytes again = client.reEncrypt(request -> request.ciphertextBlob(dataKey.ciphertextBlob())
                        .sourceEncryptionContext(CONTEXT)
                        .destinationKeyId(next)
                        .destinationEncryptionContext(nextContext))
                .ciphertextBlob();

        assertThat(decrypt(next, again, nextContext).plaintext()).isEqualTo(dataKey.plaintext());
        assertThatExceptionOfType(InvalidCiphertextException.class).isThrownBy(() -> decrypt(next, again, CONTEXT));
        assertThatExceptionOfType(InvalidCiphertextException.class)
                .isThrownBy(() -> client.reEncrypt(request -> request.ciphertextBlob(dataKey.ciphertextBlob())
                        .sourceEncryptionContext(nextContext)
                        .destinationKeyId(next)));
    }

    @Test
    void reEncryptsToOwnKeysOnly() {
        SdkBytes blob = dataKey().ciphertextBlob();
        String foreign = kms.newKey(TestKms.BILLING);

        assertRefused(
                "AccessDeniedException",
                () -> client.reEncrypt(request -> request.ciphertextBlob(blob)
                        .sourceEncryptionContext(CONTEXT)
                        .destinationKeyId(foreign)));
    }

    @Test
    void logsNoKeyAndNoContext() {
        GenerateDataKeyResponse dataKey = dataKey();
        assertInvalid(dataKey.ciphertextBlob(), Map.of("service", "a-secret-context"));

        assertThat(kms.log())
                .contains("InvalidCiphertextException to cycle-service for Decrypt")
                .doesNotContain("a-secret-context", TestKms.CYCLE.secretAccessKey());
    }

    private static GenerateDataKeyResponse dataKey() {
        return client.generateDataKey(
                request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
    }

    private static DecryptResponse decrypt(String key, SdkBytes blob, Map<String, String> context) {
        return client.decrypt(request -> request.keyId(key).ciphertextBlob(blob).encryptionContext(context));
    }

    private static void assertInvalid(SdkBytes blob, Map<String, String> context) {
        assertThatExceptionOfType(InvalidCiphertextException.class).isThrownBy(() -> decrypt(keyId, blob, context));
    }
}
