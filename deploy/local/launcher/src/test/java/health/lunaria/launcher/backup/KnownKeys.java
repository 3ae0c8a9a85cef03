package health.lunaria.launcher.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** In the place of KMS: remembers what each key was bound to. The wrapped form is the number of the key. */
final class KnownKeys implements BackupKeys {

    private final List<Made> made = new ArrayList<>();

    private record Made(BackupKind kind, Map<String, String> context, byte[] plaintext) {}

    @Override
    public DataKey create(BackupKind kind, Map<String, String> context) {
        byte[] plaintext = new byte[32];
        Arrays.fill(plaintext, (byte) (made.size() + 1));
        made.add(new Made(kind, context, plaintext));
        return new DataKey("key-of-" + kind.principal(), new byte[] {(byte) (made.size() - 1)}, plaintext.clone());
    }

    @Override
    public byte[] open(BackupHeader header) {
        int number = Byte.toUnsignedInt(header.wrapped()[0]);
        if (header.wrapped().length != 1 || number >= made.size()) {
            throw new RefusedBackupException("There is no such key");
        }
        Made key = made.get(number);
        if (!key.context().equals(header.context())
                || !header.kmsKeyId().equals("key-of-" + header.kind().principal())) {
            throw new RefusedBackupException("The key is not for this");
        }
        return key.plaintext().clone();
    }
}
