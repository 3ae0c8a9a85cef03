package health.lunaria.safeguards.encryption;

/**
 * A period with its own KMS key, after which that key is deleted and with it the use of every older keyring backup.
 *
 * @param number from 1
 * @param kmsKeyId id or ARN of the epoch's key in KMS
 */
record Epoch(int number, String kmsKeyId) {}
