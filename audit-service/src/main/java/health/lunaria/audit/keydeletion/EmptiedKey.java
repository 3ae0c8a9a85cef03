package health.lunaria.audit.keydeletion;

import java.time.Instant;

/**
 * The KMS key of an epoch that no key of a keyring lies below any more.
 *
 * @param service whose keyring it is
 * @param key ARN
 * @param emptiedAt when that was proven
 * @param living how many keys the keyring had at the request, all of them below later epochs
 */
record EmptiedKey(String service, int epoch, String key, Instant emptiedAt, long living) {}
