package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackupHeaderTest {

    private static final Instant TAKEN = Instant.parse("2026-11-25T03:04:05.678Z");
    private static final Instant UNTIL = Instant.parse("2026-12-08T03:04:05.678Z");
    private static final BackupHeader HEADER = new BackupHeader(
            BackupKind.KEYRING, new UUID(1, 2), TAKEN, Optional.of(UNTIL), "arn:aws:kms:key/1", new byte[] {1, 2, 3});

    @Test
    void whatIsWrittenIsRead() throws IOException {
        BackupHeader read = read(HEADER.encode());

        assertThat(read).isEqualTo(HEADER);
        assertThat(read.kind()).isEqualTo(BackupKind.KEYRING);
        assertThat(read.stack()).isEqualTo(new UUID(1, 2));
        assertThat(read.takenAt()).isEqualTo(TAKEN);
        assertThat(read.retainedUntil()).contains(UNTIL);
        assertThat(read.kmsKeyId()).isEqualTo("arn:aws:kms:key/1");
        assertThat(read.wrapped()).containsExactly(1, 2, 3);
    }

    @Test
    void theFormatOfVersion1NeverChanges() {
        byte[] encoded = HEADER.encode();

        assertThat(new String(encoded, 0, 14)).isEqualTo("LUNARIA-BACKUP");
        assertThat(encoded[14]).isEqualTo((byte) 1);
        assertThat(encoded[15]).isEqualTo((byte) 2);
        assertThat(encoded).hasSize(14 + 1 + 1 + 16 + 8 + 8 + 2 + 17 + 2 + 3);
        assertThat(Arrays.copyOfRange(encoded, encoded.length - 5, encoded.length))
                .containsExactly(0, 3, 1, 2, 3);
    }

    @Test
    void readsNothingBehindItself() throws IOException {
        byte[] encoded = HEADER.encode();
        ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOf(encoded, encoded.length + 7));

        BackupHeader.read(in);

        assertThat(in.available()).isEqualTo(7);
    }

    @Test
    void oneThatEndsAnywhereIsRefused() {
        byte[] encoded = HEADER.encode();

        for (int length = 0; length < encoded.length; length++) {
            refused(Arrays.copyOf(encoded, length));
        }
    }

    @Test
    void anotherFileIsRefused() {
        refused("PK\3\4 something that is no backup of ours at all".getBytes());
    }

    @Test
    void aNewerVersionIsToldApart() {
        byte[] newer = HEADER.encode();
        newer[14] = 2;

        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() -> read(newer))
                .withMessageContaining("newer version");
    }

    @Test
    void anUnknownKindIsRefused() {
        byte[] strange = HEADER.encode();
        strange[15] = 3;

        refused(strange);
    }

    @Test
    void aLengthBeyondTheBoundIsRefusedBeforeAnythingIsReadForIt() {
        byte[] long1 = HEADER.encode();
        long1[48] = (byte) 0xff;

        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() -> read(long1))
                .withMessageContaining("too long");
    }

    @Test
    void aLockThatEndsBeforeItBeginsIsRefused() {
        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() -> new BackupHeader(
                        BackupKind.KEYRING, new UUID(1, 2), TAKEN, Optional.of(TAKEN), "key", new byte[1]));
    }

    @Test
    void aHeaderWithoutKeyIsRefused() {
        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() ->
                        new BackupHeader(BackupKind.DATA, new UUID(1, 2), TAKEN, Optional.empty(), "", new byte[1]));
        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() ->
                        new BackupHeader(BackupKind.DATA, new UUID(1, 2), TAKEN, Optional.empty(), "key", new byte[0]));
    }

    @Test
    void theContextNamesAllThatMayNotBeExchanged() {
        assertThat(HEADER.context())
                .containsEntry("purpose", "lunaria-backup")
                .containsEntry("kind", "KEYRING")
                .containsEntry("stack", new UUID(1, 2).toString())
                .containsEntry("taken-at", TAKEN.toString())
                .containsEntry("retained-until", UNTIL.toString());
    }

    private static BackupHeader read(byte[] bytes) throws IOException {
        return BackupHeader.read(new ByteArrayInputStream(bytes));
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(RefusedBackupException.class).isThrownBy(() -> read(bytes));
    }
}
