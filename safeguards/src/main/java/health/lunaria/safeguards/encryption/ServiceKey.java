package health.lunaria.safeguards.encryption;

import java.nio.charset.StandardCharsets;

/**
 * A key of the service itself, for one purpose: MACs that say nothing to others, and records that belong to no single
 * subject (an undelivered audit event, a list cursor). An opaque handle. Thread-safe.
 */
public final class ServiceKey {

    private static final int VERSION = 1;

    private final String service;
    private final byte[] owner;
    private final KeyMaterial material;
    private final SealedRecord records;

    ServiceKey(String service, Purpose purpose, KeyMaterial material) {
        this.service = service;
        this.owner = purpose.name().getBytes(StandardCharsets.US_ASCII);
        this.material = material;
        this.records = new SealedRecord(material, VERSION);
    }

    /** What a service key is for; one key per purpose. The names stand in the keyring: never rename one. */
    public enum Purpose {
        PSEUDONYM,
        OUTBOX,
        CURSOR,
        VERIFICATION,
        /** Records about the running of the service that have to be kept, e.g. of incidents. */
        REGISTER
    }

    /** HMAC-SHA256 under this key, 32 bytes. */
    public byte[] mac(byte[] message) {
        return material.hmac(message);
    }

    public byte[] seal(RecordAddress address, byte[] plaintext) {
        return records.seal(plaintext, address.associatedData(service, owner));
    }

    /** @throws SealBrokenException if the record was altered, moved, or sealed under another key */
    public byte[] open(RecordAddress address, byte[] sealed) {
        return records.open(sealed, address.associatedData(service, owner));
    }

    @Override
    public String toString() {
        return "ServiceKey[redacted]";
    }
}
