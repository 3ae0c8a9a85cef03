package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of three segments; damage of any kind anywhere is found before anything is used. */
class BackupFormatTest {

    private static final UUID STACK = new UUID(1, 2);
    private static final Instant TAKEN = Instant.parse("2026-11-25T03:04:05.678Z");
    private static final String MARKER = "MARKER-OF-ALICE";

    @TempDir
    Path directory;

    private final KnownKeys keys = new KnownKeys();
    private final Map<String, byte[]> content = new LinkedHashMap<>();
    private byte[] written;
    private int headerLength;

    @BeforeEach
    void write() throws IOException {
        byte[] incompressible = new byte[2 * SealedBackup.SEGMENT_LENGTH];
        new SecureRandom().nextBytes(incompressible);
        content.put("databases/cycle/schema.json", "{}".getBytes(StandardCharsets.UTF_8));
        content.put("databases/cycle/rows/day", (MARKER + "\n").repeat(100).getBytes(StandardCharsets.UTF_8));
        content.put("files/large", incompressible);
        content.put("files/empty", new byte[0]);
        written = backup(STACK, entries -> entries);
        headerLength = header(STACK).encode().length;
    }

    @Test
    void whatWasWrittenIsRead() {
        Map<String, byte[]> read = new LinkedHashMap<>();
        BackupReader reader = reader(written);

        assertThat(reader.verify().entries()).hasSize(4);
        reader.read((name, in) -> read.put(name, in.readAllBytes()));

        assertThat(read).containsExactlyEntriesOf(content);
    }

    @Test
    void nothingOfTheContentStandsInIt() {
        assertThat(new String(written, StandardCharsets.ISO_8859_1))
                .doesNotContain(MARKER)
                .doesNotContain("databases")
                .doesNotContain("manifest");
    }

    @Test
    void twoBackupsOfTheSameAreNotTheSame() throws IOException {
        byte[] second = backup(STACK, entries -> entries);

        assertThat(Arrays.copyOfRange(second, headerLength, second.length))
                .isNotEqualTo(Arrays.copyOfRange(written, headerLength, written.length));
    }

    @Test
    void aChangedByteIsFoundInEveryRegion() {
        List<Integer> regions = new ArrayList<>();
        for (int i = 0; i < headerLength + 60; i++) {
            regions.add(i);
        }
        for (int edge = headerLength; edge < written.length; edge += SealedBackup.SEGMENT_LENGTH) {
            regions.addAll(List.of(edge - 1, edge, edge + 1, edge + 5000));
        }
        for (int i = 1; i < 40; i++) {
            regions.add(written.length - i);
        }
        for (int region : regions) {
            if (region < written.length) {
                byte[] damaged = written.clone();
                damaged[region] ^= 0x40;
                refused(damaged);
            }
        }
    }

    @Test
    void whatWasCutOffIsMissedAtEveryEdge() {
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, headerLength - 1, headerLength, headerLength + 1));
        lengths.addAll(List.of(headerLength + 39, headerLength + 40, headerLength + 41, headerLength + 60));
        for (int edge = SealedBackup.SEGMENT_LENGTH; edge < written.length; edge += SealedBackup.SEGMENT_LENGTH) {
            for (int around = -2; around <= 2; around++) {
                lengths.add(edge + around);
                lengths.add(headerLength + edge + around);
            }
        }
        for (int i = 1; i < 200; i++) {
            lengths.add(written.length - i);
        }
        lengths.stream()
                .filter(length -> length < written.length)
                .forEach(length -> refused(Arrays.copyOf(written, length)));
    }

    @Test
    void whatWasAppendedIsFound() {
        refused(Arrays.copyOf(written, written.length + 1));
        refused(Arrays.copyOf(written, written.length + SealedBackup.SEGMENT_LENGTH));
    }

    @Test
    void segmentsCannotChangeTheirPlaces() {
        byte[] swapped = written.clone();
        // The first segment is shorter by the header of the stream, of 40 bytes.
        int second = headerLength + SealedBackup.SEGMENT_LENGTH;
        int length = SealedBackup.SEGMENT_LENGTH - 40;
        System.arraycopy(written, headerLength + 40, swapped, second, length);
        System.arraycopy(written, second, swapped, headerLength + 40, length);

        refused(swapped);
    }

    @Test
    void theBackupOfAnotherStackIsRefused() throws IOException {
        byte[] foreign = backup(new UUID(8, 9), entries -> entries);

        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() -> reader(foreign))
                .withMessageContaining("another stack");
    }

    @Test
    void itIsNotOpenedWithTheKeyOfAnother() throws IOException {
        byte[] second = backup(STACK, entries -> entries);
        byte[] mixed = second.clone();
        System.arraycopy(written, 0, mixed, 0, headerLength);

        refused(mixed);
    }

    @Test
    void oneThatWasNotFinishedIsRefused() throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        BackupKeys.DataKey key = key(STACK);
        try (BackupWriter backup = new BackupWriter(SealedBackup.seal(raw, header(STACK, key), key.plaintext()))) {
            backup.add("files/one", out -> out.write(1));
        }

        refused(raw.toByteArray());
    }

    @Test
    void aManifestThatNamesOtherContentIsRefused() throws IOException {
        refused(backup(STACK, entries -> entries.subList(0, 3)));
        refused(backup(STACK, entries -> {
            List<Manifest.Entry> reversed = new ArrayList<>(entries);
            Collections.reverse(reversed);
            return reversed;
        }));
        refused(backup(
                STACK,
                entries -> entries.stream()
                        .map(entry -> new Manifest.Entry(entry.name(), entry.size() + 1, entry.sha256()))
                        .toList()));
    }

    private interface Told {
        List<Manifest.Entry> of(List<Manifest.Entry> entries);
    }

    private byte[] backup(UUID stack, Told told) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        BackupKeys.DataKey key = key(stack);
        try (BackupWriter backup = new BackupWriter(SealedBackup.seal(raw, header(stack, key), key.plaintext()))) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                backup.add(entry.getKey(), out -> out.write(entry.getValue()));
            }
            backup.finish(new Manifest(BackupKind.KEYRING, stack, TAKEN, List.of(), told.of(backup.entries())));
        }
        return raw.toByteArray();
    }

    private BackupKeys.DataKey key(UUID stack) {
        return keys.create(BackupKind.KEYRING, BackupHeader.context(BackupKind.KEYRING, stack, TAKEN, until()));
    }

    private static Optional<Instant> until() {
        return Optional.of(TAKEN.plus(Duration.ofDays(13)));
    }

    private BackupHeader header(UUID stack) {
        return header(stack, key(stack));
    }

    private static BackupHeader header(UUID stack, BackupKeys.DataKey key) {
        return new BackupHeader(BackupKind.KEYRING, stack, TAKEN, until(), key.kmsKeyId(), key.wrapped());
    }

    private BackupReader reader(byte[] bytes) {
        try {
            Path file = directory.resolve("a.backup");
            Files.write(file, bytes);
            return BackupReader.open(file, STACK, keys);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void refused(byte[] bytes) {
        assertThatExceptionOfType(RefusedBackupException.class)
                .isThrownBy(() -> reader(bytes).verify());
    }
}
