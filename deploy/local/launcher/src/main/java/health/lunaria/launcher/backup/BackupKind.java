package health.lunaria.launcher.backup;

import java.util.Arrays;
import java.util.Optional;

/** What a backup holds. Data and keys are never in one file: that is what lets an erasure reach the backups. */
public enum BackupKind {
    /** The main databases, the OpenID provider's, and the sealed files. */
    DATA(1, "lunaria", "backup"),
    /** The keyrings. */
    KEYRING(2, "keyring", "keyring-backup");

    private final int code;
    private final String prefix;
    private final String principal;

    BackupKind(int code, String prefix, String principal) {
        this.code = code;
        this.prefix = prefix;
        this.principal = principal;
    }

    /** As it stands in a header; never changed. */
    int code() {
        return code;
    }

    static Optional<BackupKind> of(int code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }

    /** What the names of its files begin with. */
    String prefix() {
        return prefix;
    }

    /** Whom the key in KMS belongs to that wraps the data keys of such backups. */
    public String principal() {
        return principal;
    }
}
