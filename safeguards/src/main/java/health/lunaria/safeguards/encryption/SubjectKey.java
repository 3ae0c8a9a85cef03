package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The key of one person in one service, as an opaque handle: it seals and opens her records and derives her locators.
 * Obtained from {@link SubjectKeys#using}, which destroys it after use; afterwards every use fails. Thread-safe.
 */
public final class SubjectKey {

    private static final byte[] LOCATOR_INFO = "lunaria.locator.v1".getBytes(StandardCharsets.US_ASCII);

    private final String service;
    private final SubjectRef subject;
    private final int version;
    private final KeyMaterial material;
    private final SealedRecord records;
    private final KeyMaterial locatorKey;

    SubjectKey(String service, SubjectRef subject, int version, KeyMaterial material) {
        this.service = service;
        this.subject = subject;
        this.version = version;
        this.material = material;
        this.records = new SealedRecord(material, version);
        this.locatorKey = Hkdf.derive(material, LOCATOR_INFO);
    }

    public SubjectRef subject() {
        return subject;
    }

    /** Seals a record for its place. Two calls with equal arguments give different bytes. */
    public byte[] seal(RecordAddress address, byte[] plaintext) {
        failIfDestroyed();
        return records.seal(plaintext, address.associatedData(service, subject.bytes()));
    }

    /** @throws SealBrokenException if the record was altered, moved, or sealed under another key */
    public byte[] open(RecordAddress address, byte[] sealed) {
        failIfDestroyed();
        return records.open(sealed, address.associatedData(service, subject.bytes()));
    }

    /**
     * Seals for its place what is written to the result, as it is written. Blocking as the destination is. The result
     * holds its own copy of the key, so it outlives this handle; {@link SealingOutput#finish} completes the sealed form.
     */
    public SealingOutput sealing(RecordAddress address, OutputStream destination) throws IOException {
        return new SealedStream(material, version).seal(destination, address.associatedData(service, subject.bytes()));
    }

    /**
     * Opens what {@link #sealing} wrote, as it is read. Blocking as the source is. The result holds its own copy of the
     * key, so it outlives this handle; close it. Its end is told only after the whole was found to be complete; else
     * reading throws {@link SealBrokenException}, and what was read until then must not be taken for the whole.
     *
     * @throws SealBrokenException at once if it was sealed under another key
     */
    public InputStream opening(RecordAddress address, InputStream sealed) throws IOException {
        return new SealedStream(material, version).open(sealed, address.associatedData(service, subject.bytes()));
    }

    /** How many bytes {@link #sealing} writes for a plaintext of that many. */
    public static long sealedLength(long plaintextLength) {
        return SealedStream.sealedLength(plaintextLength);
    }

    /** {@code HMAC-SHA256(HKDF(subject key, "lunaria.locator.v1"), label)}, truncated to 16 bytes. */
    public Locator locator(String label) {
        byte[] mac = locatorKey.hmac(label.getBytes(StandardCharsets.UTF_8));
        return Locator.of(Arrays.copyOf(mac, Locator.LENGTH));
    }

    SubjectKey copy() {
        return new SubjectKey(service, subject, version, material.copy());
    }

    void destroy() {
        material.destroy();
        locatorKey.destroy();
    }

    private void failIfDestroyed() {
        if (material.isDestroyed()) {
            throw new IllegalStateException("This key was destroyed");
        }
    }

    @Override
    public String toString() {
        return "SubjectKey[redacted]";
    }
}
