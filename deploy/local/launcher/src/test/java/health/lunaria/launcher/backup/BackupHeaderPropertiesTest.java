package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are, they are a header that is written in just this way, or they are refused. */
class BackupHeaderPropertiesTest {

    private static final BackupHeader HEADER = new BackupHeader(
            BackupKind.DATA, new UUID(3, 4), Instant.ofEpochMilli(1), Optional.empty(), "key", new byte[40]);

    @Property
    void whatIsWrittenIsRead(
            @ForAll long most,
            @ForAll long least,
            @ForAll @LongRange(min = 1, max = 100_000_000_000_000L) long taken,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long locked,
            @ForAll @Size(min = 1, max = 300) byte[] wrapped)
            throws IOException {
        Optional<Instant> until = locked == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(taken + locked));
        BackupHeader header = new BackupHeader(
                BackupKind.KEYRING, new UUID(most, least), Instant.ofEpochMilli(taken), until, "key", wrapped);

        assertThat(BackupHeader.read(new ByteArrayInputStream(header.encode()))).isEqualTo(header);
    }

    @Property
    void anyBytesAreAHeaderOrRefused(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        assertCanonicalOrRefused(bytes);
    }

    /** Near to a true one, where the reader gets further. */
    @Property
    void anyChangeOfOneIsAnotherOneOrRefused(
            @ForAll @IntRange(min = 0, max = 94) int position, @ForAll byte value, @ForAll byte second)
            throws IOException {
        byte[] bytes = HEADER.encode();
        bytes[position % bytes.length] = value;
        bytes[(position + 1) % bytes.length] = second;

        assertCanonicalOrRefused(bytes);
    }

    private static void assertCanonicalOrRefused(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            byte[] again = BackupHeader.read(in).encode();
            assertThat(bytes).startsWith(again).hasSize(again.length + in.available());
        } catch (RefusedBackupException refused) {
            assertThat(refused).hasMessageMatching("[A-Z][^\\n]+");
        }
    }
}
