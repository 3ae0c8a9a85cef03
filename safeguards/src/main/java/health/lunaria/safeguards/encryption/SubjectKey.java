package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
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
