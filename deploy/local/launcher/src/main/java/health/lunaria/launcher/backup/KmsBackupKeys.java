package health.lunaria.launcher.backup;

import health.lunaria.launcher.KmsPart;
import health.lunaria.launcher.LauncherException;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.KmsException;

/** By KMS: one key for each kind of backup, which only the identity of that kind may use. */
final class KmsBackupKeys implements BackupKeys {

    private final KmsPart kms;

    KmsBackupKeys(KmsPart kms) {
        this.kms = kms;
    }

    @Override
    public DataKey create(BackupKind kind, Map<String, String> context) {
        String keyId = kms.keyId(kind.principal());
        if (keyId == null) {
            throw new LauncherException("There is no key for backups yet: run ./lunaria down, then ./lunaria up");
        }
        try (KmsClient client = kms.client(kind.principal())) {
            GenerateDataKeyResponse key = client.generateDataKey(
                    request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(context));
            return new DataKey(
                    keyId, key.ciphertextBlob().asByteArray(), key.plaintext().asByteArray());
        } catch (SdkException failed) {
            throw new LauncherException("KMS gives no key for the backup", failed);
        }
    }

    @Override
    public byte[] open(BackupHeader header) {
        try (KmsClient client = kms.client(header.kind().principal())) {
            return client.decrypt(request -> request.keyId(header.kmsKeyId())
                            .ciphertextBlob(SdkBytes.fromByteArray(header.wrapped()))
                            .encryptionContext(header.context()))
                    .plaintext()
                    .asByteArray();
        } catch (KmsException refused) {
            throw new RefusedBackupException(
                    "Its key does not open: it was changed, or KMS does not have the key any more", refused);
        } catch (SdkException failed) {
            throw new LauncherException("KMS does not answer", failed);
        }
    }
}
