package health.lunaria.launcher.backup;

import java.util.Map;

/** Keys for backups: each backup has one of its own, and only the wrapped form is written. */
interface BackupKeys {

    /**
     * A key of 32 bytes.
     *
     * @param kmsKeyId what wrapped it
     * @param plaintext overwritten by whoever asked for it
     */
    record DataKey(String kmsKeyId, byte[] wrapped, byte[] plaintext) {

        @Override
        public String toString() {
            return "DataKey[redacted]";
        }
    }

    /** @param context without which the key is never unwrapped again */
    DataKey create(BackupKind kind, Map<String, String> context);

    /** @throws RefusedBackupException if this stack has no such key, or the header is not what it was when the key was made */
    byte[] open(BackupHeader header);
}
