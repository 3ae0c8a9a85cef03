package health.lunaria.audit.blastradius;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * @param refs pseudonyms of this service, 32 bytes in base64url: they name nobody, and no other service knows them
 * @param keys the KMS keys below which the keys of these people lie, by epoch, and of how many people
 * @param withoutKey how many of these people have no key any more: nothing of theirs can be opened
 */
@Confidential
record BlastRadiusResponse(
        long events,
        long erased,
        long persons,
        List<String> refs,
        List<Key> keys,
        long withoutKey,
        boolean complete) {

    record Key(int epoch, long persons) {}

    static BlastRadiusResponse of(BlastRadius radius, Map<Integer, Long> byEpoch) {
        long withKey = byEpoch.values().stream().mapToLong(Long::longValue).sum();
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return new BlastRadiusResponse(
                radius.events(),
                radius.erased(),
                radius.persons(),
                radius.refs().stream()
                        .map(ref -> encoder.encodeToString(ref.bytes()))
                        .toList(),
                byEpoch.entrySet().stream()
                        .map(entry -> new Key(entry.getKey(), entry.getValue()))
                        .toList(),
                radius.refs().size() - withKey,
                radius.complete());
    }

    @Override
    public String toString() {
        return "BlastRadiusResponse[redacted]";
    }
}
