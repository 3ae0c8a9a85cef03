package health.lunaria.safeguards.takeaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipInputTest {

    private static final Closeable NOTHING = () -> {};

    @Test
    void holdsEveryFileAndAtItsEndWhatIsInIt() throws IOException {
        byte[] zip = zip(text("a.json", "{}"), streamed("photos/1.jpeg", new byte[200_000]), text("b/c.txt", ""));

        Map<String, byte[]> files = unzip(zip);

        assertThat(files.keySet()).containsExactly("a.json", "photos/1.jpeg", "b/c.txt", "manifest.json");
        assertThat(files.get("a.json")).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(files.get("photos/1.jpeg")).isEqualTo(new byte[200_000]);
        assertThat(Manifest.read(files.get("manifest.json")).files())
                .contains(
                        new Manifest.Entry(
                                "a.json", 2, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
                        new Manifest.Entry(
                                "b/c.txt", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void nothingIsOpenedBeforeItIsReached() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        TakeawayFile late = TakeawayFile.streamed("late.bin", () -> {
            opened.incrementAndGet();
            return InputStream.nullInputStream();
        });
        try (ZipInput zip = new ZipInput(
                List.of(streamed("first.bin", new byte[1_000_000]), late).iterator(), NOTHING)) {
            assertThat(zip.read()).isEqualTo('P');
            assertThat(opened).hasValue(0);
            zip.readAllBytes();
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void aFileThatFailsIsAFailureOfTheArchive() {
        TakeawayFile broken = TakeawayFile.streamed("broken.bin", () -> {
            throw new IOException("gone");
        });

        assertThatIOException().isThrownBy(() -> zip(text("a.json", "{}"), broken));
    }

    @Test
    void aDocumentThatIsTooLargeIsAFailureOfTheArchive() {
        byte[] much = new byte[1024 * 1024];
        TakeawayFile endless = TakeawayFile.written("endless.json", out -> {
            while (true) {
                out.write(much);
            }
        });

        assertThatIOException().isThrownBy(() -> zip(endless));
    }

    @Test
    void closingClosesWhatIsBeingReadAndWhatIsHeld() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        InputStream content = new ByteArrayInputStream(new byte[1_000_000]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        ZipInput zip = new ZipInput(
                List.of(TakeawayFile.streamed("a.bin", () -> content)).iterator(), closed::incrementAndGet);
        zip.readNBytes(100);

        zip.close();

        assertThat(closed).hasValue(2);
        assertThatIOException().isThrownBy(zip::readAllBytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../a", "/a", "a//b", "a/../b", "a\\b", ".a", "a/.b", "C:a", "a b", "a/b/c/d/e", "a.", "é"})
    void aNameThatLeadsElsewhereIsNone(String name) {
        assertThat(TakeawayFile.isName(name)).isFalse();
        assertThatThrownBy(() -> text(name, "")).isInstanceOf(IllegalArgumentException.class);
    }

    static TakeawayFile text(String name, String content) {
        return TakeawayFile.written(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    static TakeawayFile streamed(String name, byte[] content) {
        return TakeawayFile.streamed(name, () -> new ByteArrayInputStream(content));
    }

    static byte[] zip(TakeawayFile... files) throws IOException {
        try (ZipInput zip = new ZipInput(List.of(files).iterator(), NOTHING)) {
            return zip.readAllBytes();
        }
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
