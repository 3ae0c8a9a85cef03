package health.lunaria.safeguards.encryption;

import java.time.Instant;

/**
 * An epoch that no key lies below any more.
 *
 * @param kmsKeyId id or ARN of its key in KMS, of which only copies of the keyring from before have a use
 * @param emptiedAt when it was proven
 * @param living how many keys the keyring has now, all of them below later epochs
 */
public record EmptiedEpoch(int number, String kmsKeyId, Instant emptiedAt, long living) {}
