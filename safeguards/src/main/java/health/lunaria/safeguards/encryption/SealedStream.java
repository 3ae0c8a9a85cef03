package health.lunaria.safeguards.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The stored format of what is too large for one {@link SealedRecord}, version 1:
 *
 * <pre>
 * version(1) | key version(4) | commitment(32) | AES-GCM-HKDF streaming ciphertext, segments of 64 KiB
 * </pre>
 *
 * The cipher is Tink's <a href="https://developers.google.com/tink/streaming-aead/aes_gcm_hkdf_streaming">AES-GCM-HKDF
 * streaming AEAD</a> (AES-256, SHA-256): a salt of its own for each stream, each segment authenticated with its number
 * and whether it is the last, so that segments cannot be left out, repeated or put in another order. The key is {@code
 * HKDF(key, "lunaria.stream.v1")}, and the commitment {@code HMAC-SHA256(that, "lunaria.commit.v1")}.
 *
 * <p>A stream holds its own copy of the key from its start and lets go of it when it ends: it works on when the handle
 * that began it is destroyed. Limit: the copy is inside Tink and cannot be overwritten from here.
 */
final class SealedStream {

    static final byte VERSION_1 = 1;
    static final int SEGMENT_LENGTH = 64 * 1024;

    private static final int KEY_LENGTH = 32;
    private static final int TAG_LENGTH = 16;
    /** Of the ciphertext: its own length(1), salt(32), nonce prefix(7). */
    private static final int STREAM_HEADER_LENGTH = 1 + KEY_LENGTH + 7;

    private static final int COMMITMENT_LENGTH = 32;
    private static final int HEADER_LENGTH = 1 + Integer.BYTES + COMMITMENT_LENGTH;
    private static final byte[] KEY_INFO = "lunaria.stream.v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMITMENT_LABEL = "lunaria.commit.v1".getBytes(StandardCharsets.US_ASCII);
    private static final AesGcmHkdfStreamingParameters PARAMETERS = parameters();

    private final byte[] header;
    private final StreamingAead aead;

    SealedStream(KeyMaterial key, int keyVersion) {
        KeyMaterial streamKey = Hkdf.derive(key, KEY_INFO);
        try {
            this.aead = streamKey.reveal(SealedStream::aead);
            this.header = ByteBuffer.allocate(HEADER_LENGTH)
                    .put(VERSION_1)
                    .putInt(keyVersion)
                    .put(streamKey.hmac(COMMITMENT_LABEL))
                    .array();
        } finally {
            streamKey.destroy();
        }
    }

    /** How long the sealed form of a plaintext of that length is. */
    static long sealedLength(long plaintextLength) {
        if (plaintextLength < 0) {
            throw new IllegalArgumentException("A length is not negative");
        }
        int inSegment = SEGMENT_LENGTH - TAG_LENGTH;
        long behindHeader = plaintextLength + STREAM_HEADER_LENGTH;
        long rest = behindHeader % inSegment;
        return HEADER_LENGTH + behindHeader / inSegment * SEGMENT_LENGTH + (rest == 0 ? 0 : rest + TAG_LENGTH);
    }

    SealingOutput seal(OutputStream destination, byte[] associatedData) throws IOException {
        try {
            destination.write(header);
            return new SealingOutput(aead.newEncryptingStream(new Unclosed(destination), associatedData), destination);
        } catch (GeneralSecurityException broken) {
            throw new KeysUnavailableException("The stream could not be sealed", broken);
        }
    }

    InputStream open(InputStream sealed, byte[] associatedData) throws IOException {
        checkHeader(sealed);
        try {
            Watched source = new Watched(sealed);
            return new OpenedInput(aead.newDecryptingStream(source, associatedData), source);
        } catch (GeneralSecurityException broken) {
            throw new KeysUnavailableException("The stream could not be opened", broken);
        }
    }

    private void checkHeader(InputStream sealed) throws IOException {
        byte[] claimed = new byte[HEADER_LENGTH];
        try {
            new DataInputStream(sealed).readFully(claimed);
        } catch (EOFException tooShort) {
            throw new SealBrokenException("The stream is too short");
        }
        if (claimed[0] != VERSION_1) {
            throw new SealBrokenException("The stream has an unknown format version");
        }
        if (!MessageDigest.isEqual(claimed, header)) {
            throw new SealBrokenException("The stream was sealed under another key, or another version of it");
        }
    }

    private static StreamingAead aead(byte[] key) throws GeneralSecurityException {
        SecretBytes secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(PARAMETERS, secret));
    }

    private static AesGcmHkdfStreamingParameters parameters() {
        try {
            return AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(KEY_LENGTH)
                    .setDerivedAesGcmKeySizeBytes(KEY_LENGTH)
                    .setHkdfHashType(HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(SEGMENT_LENGTH)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Tink closes what it writes to; who sealed decides about that, in {@link SealingOutput}. */
    private static final class Unclosed extends OutputStream {

        private final OutputStream destination;

        Unclosed(OutputStream destination) {
            this.destination = destination;
        }

        @Override
        public void write(int value) throws IOException {
            destination.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            destination.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            destination.flush();
        }
    }

    /** Remembers its own failure, so that it is not taken for a broken seal. */
    static final class Watched extends InputStream {

        private final InputStream source;
        private IOException failure;

        Watched(InputStream source) {
            this.source = source;
        }

        /** {@code null} while reading has not failed. */
        IOException failure() {
            return failure;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int count = read(one, 0, 1);
            return count < 0 ? count : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return source.read(bytes, offset, length);
            } catch (IOException failed) {
                failure = failed;
                throw failed;
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
