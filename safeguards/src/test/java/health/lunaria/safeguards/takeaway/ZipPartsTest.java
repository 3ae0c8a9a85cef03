package health.lunaria.safeguards.takeaway;

import static health.lunaria.safeguards.takeaway.ZipInputTest.streamed;
import static health.lunaria.safeguards.takeaway.ZipInputTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another service answers is trusted to be whole only after it was looked at. */
class ZipPartsTest {

    private static final long MUCH = 10_000_000;
    private static final int MANY = 100;

    private final byte[] archive = ZipInputTest.zip(text("a.json", "{}"), streamed("b/1.png", new byte[100_000]));

    ZipPartsTest() throws IOException {}

    @Test
    void aWholeArchiveIsRead() throws IOException {
        assertThatCode(() -> check(archive)).doesNotThrowAnyException();
        try (ZipParts parts = new ZipParts(new ByteArrayInputStream(archive))) {
            ZipParts.Part first = parts.next().orElseThrow();
            assertThat(first.name()).isEqualTo("a.json");
            assertThat(first.content().readAllBytes()).isEqualTo(new byte[] {'{', '}'});
            assertThat(parts.next().orElseThrow().name()).isEqualTo("b/1.png");
            assertThat(parts.next()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotReadIsSkipped() throws IOException {
        try (ZipParts parts = new ZipParts(new ByteArrayInputStream(archive))) {
            parts.next();
            assertThat(parts.next().orElseThrow().content().readAllBytes()).hasSize(100_000);
        }
    }

    @Test
    void oneThatWasCutOffAnywhereIsRefused() {
        // The directory behind the last file says nothing that the manifest does not.
        int manifest = new String(archive, StandardCharsets.ISO_8859_1).indexOf("manifest.json");
        for (int length = 0; length < manifest; length++) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatIOException().as("%d bytes", length).isThrownBy(() -> check(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "{\"code\":\"not-found\"}", "PK\u0003\u0004"})
    void whatIsNoArchiveIsRefused(String garbage) {
        assertThatIOException().isThrownBy(() -> check(garbage.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/passwd", "a/../../b", "a\\b", "folder/"})
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        byte[] evil = raw(name, "x", "manifest.json", "{\"files\":[]}");

        assertThatIOException().isThrownBy(() -> check(evil));
    }

    @Test
    void moreThanIsAllowedIsRefusedWhileItIsRead() throws IOException {
        byte[] bomb = ZipInputTest.zip(streamed("zeros.bin", new byte[5_000_000]));

        assertThat(bomb.length).isLessThan(100_000);
        assertThatExceptionOfType(ArchiveTooLargeException.class)
                .isThrownBy(() -> ZipParts.check(new ByteArrayInputStream(bomb), 4_999_999, MANY));
        assertThatExceptionOfType(ArchiveTooLargeException.class)
                .isThrownBy(() -> ZipParts.check(new ByteArrayInputStream(archive), MUCH, 1));
    }

    @Test
    void aManifestThatSaysSomethingElseIsRefused() throws IOException {
        String sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
        String honest = "{\"files\":[{\"name\":\"a\",\"size\":1,\"sha256\":\"" + sha256 + "\"}]}";
        assertThatCode(() -> check(raw("a", "x", "manifest.json", honest))).doesNotThrowAnyException();

        for (String other : List.of(
                honest.replace("\"a\"", "\"b\""),
                honest.replace(":1", ":2"),
                honest.replace("2d71", "2d72"),
                honest.replace("]", ",{\"name\":\"b\",\"size\":0,\"sha256\":\"\"}]"),
                "{\"files\":[]}",
                "{}",
                "[")) {
            byte[] wrong = raw("a", "x", "manifest.json", other);
            assertThatIOException().as(other).isThrownBy(() -> check(wrong));
        }
    }

    @Test
    void nothingComesAfterTheManifest() throws IOException {
        byte[] more = raw("manifest.json", "{\"files\":[]}", "a", "x");

        assertThatIOException().isThrownBy(() -> check(more));
    }

    private static void check(byte[] archive) throws IOException {
        ZipParts.check(new ByteArrayInputStream(archive), MUCH, MANY);
    }

    /** @param namesAndContents one after the other */
    private static byte[] raw(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
