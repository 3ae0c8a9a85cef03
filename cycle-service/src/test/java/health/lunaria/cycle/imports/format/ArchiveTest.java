package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.refusal;
import static health.lunaria.cycle.imports.format.Imports.sample;
import static health.lunaria.cycle.imports.format.Imports.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final byte[] DAYS = sample("lunariaCsv/days.csv");
    private static final byte[] OTHER = "something else".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"days.csv", "../../etc/passwd", "/etc/passwd", "C:\\days.csv", "a/", "", "\u3042", "x.zip"})
    void namesDoNotMatter(String name) throws ImportException {
        if (name.endsWith("/")) {
            assertThat(read(zip(name, new byte[0], "b", DAYS)).days()).hasSize(3);
        } else {
            assertThat(read(zip(name, DAYS)).days()).hasSize(3);
        }
    }

    @Test
    void passesOverOtherEntries() throws ImportException {
        assertThat(read(zip("a", OTHER, "b", DAYS, "c", OTHER)).days()).hasSize(3);
    }

    @Test
    void refusesSeveralExports() {
        ImportException refused = refusal(zip("a", OTHER, "b", DAYS, "c", sample("dripCsv/drip.csv")));

        assertThat(refused.reason()).isEqualTo("several-exports");
        assertThat(refused.entry()).isEqualTo(3);
    }

    @Test
    void refusesAnArchiveWithoutExport() {
        assertThat(refusal(zip("a", OTHER)).reason()).isEqualTo("unknown-format");
        assertThat(refusal(zip()).reason()).isEqualTo("unknown-format");
    }

    @Test
    void doesNotOpenArchivesWithinArchives() {
        assertThat(refusal(zip("a.zip", zip("days.csv", DAYS))).reason()).isEqualTo("unknown-format");
    }

    @Test
    void saysInWhichEntryALineIs() {
        ImportException refused =
                refusal(zip("a", OTHER, "b", "date,note\n2026-01-03,\"open\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.reason()).isEqualTo("not-csv");
        assertThat(refused.entry()).isEqualTo(2);
        assertThat(refused.line()).isEqualTo(2);
    }

    /** Two local headers with one name: an archive that different readers would see differently. */
    @Test
    void refusesTwoEntriesOfOneName() {
        byte[] archive = zip("a.csv", DAYS, "b.csv", OTHER);
        for (int i = 0; i + 5 < archive.length; i++) {
            if (new String(archive, i, 5, StandardCharsets.ISO_8859_1).equals("b.csv")) {
                archive[i] = 'a';
            }
        }
        assertThat(refusal(archive).reason()).isEqualTo("duplicate-entry");
    }

    /** The directory at the end is not looked at: what stands in the local headers is what is read. */
    @Test
    void readsWhatStandsInTheEntriesAndNotInTheDirectory() throws ImportException {
        byte[] archive = zip("days.csv", DAYS);
        int directory = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Arrays.fill(archive, directory + 10, archive.length, (byte) 'x');

        assertThat(read(archive).days()).hasSize(3);
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItIsLong() {
        byte[] bomb = zip("days.csv", ("date,note\n" + "\n".repeat(64 << 20)).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(refusal(bomb).reason()).isEqualTo("too-compressed");
    }

    @Test
    void refusesABombBesideTheExport() {
        assertThat(refusal(zip("bomb", new byte[64 << 20], "days.csv", DAYS)).reason())
                .isEqualTo("too-compressed");
        assertThat(refusal(zip("days.csv", DAYS, "bomb", new byte[64 << 20])).reason())
                .isEqualTo("too-compressed");
    }

    @Test
    void refusesMoreThanTheLimits() {
        byte[] archive = zip("a", OTHER, "days.csv", DAYS);

        assertThat(reason(archive, 100, 1 << 20, 10)).isEqualTo("too-large");
        assertThat(reason(archive, 1 << 20, 100, 10)).isEqualTo("too-large");
        assertThat(reason(archive, 1 << 20, 1 << 20, 1)).isEqualTo("too-many-entries");
        assertThat(reason(DAYS, 100, 1 << 20, 10)).isEqualTo("too-large");
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }
        assertThat(refusal(bytes.toByteArray()).reason()).isEqualTo("too-many-entries");
    }

    @Test
    void refusesEncryptedEntries() {
        byte[] archive = zip("days.csv", DAYS);
        archive[6] |= 1;

        assertThat(refusal(archive).reason()).isEqualTo("encrypted-archive");
    }

    @Test
    void refusesContentThatDoesNotMatchItsChecksum() {
        byte[] archive = zip("days.csv", DAYS);
        int descriptor = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0007\b");
        archive[descriptor + 4] ^= 1;

        assertThat(refusal(archive).reason()).isEqualTo("damaged-archive");
    }

    private static String reason(byte[] file, long fileBytes, long expandedBytes, int entries) {
        ImportLimits usual = Imports.LIMITS;
        ImportLimits limits = new ImportLimits(
                fileBytes,
                expandedBytes,
                usual.ratio(),
                entries,
                usual.csvBytes(),
                usual.days(),
                usual.textBytes(),
                usual.clock());
        return Imports.refusal(new ByteArrayInputStream(file), limits).reason();
    }
}
