package health.lunaria.launcher.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * What follows a {@link BackupHeader}: Tink's AES256_GCM_HKDF_1MB, each segment of 1 MiB authenticated with the header, its
 * number and whether it is the last one.
 */
final class SealedBackup {

    static final int SEGMENT_LENGTH = 1 << 20;
    private static final int KEY_LENGTH = 32;

    private SealedBackup() {}

    /** Closing the stream ends the backup and closes the destination. */
    static OutputStream seal(OutputStream destination, BackupHeader header, byte[] key) throws IOException {
        byte[] clear = header.encode();
        destination.write(clear);
        try {
            return aead(key).newEncryptingStream(destination, clear);
        } catch (GeneralSecurityException broken) {
            throw new LauncherException("The backup cannot be encrypted", broken);
        }
    }

    /** @param source behind the header; a failure of the stream says that the backup is not what was written */
    static InputStream open(InputStream source, BackupHeader header, byte[] key) throws IOException {
        try {
            return aead(key).newDecryptingStream(source, header.encode());
        } catch (GeneralSecurityException broken) {
            throw new LauncherException("The backup cannot be decrypted", broken);
        }
    }

    private static StreamingAead aead(byte[] key) throws GeneralSecurityException {
        AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(KEY_LENGTH)
                .setDerivedAesGcmKeySizeBytes(KEY_LENGTH)
                .setHkdfHashType(HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT_LENGTH)
                .build();
        SecretBytes secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(parameters, secret));
    }
}
