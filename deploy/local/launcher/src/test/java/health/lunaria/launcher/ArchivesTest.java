package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {

    private static final int EXECUTABLE = 0755;
    private static final int PLAIN = 0644;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void unpacksFilesDirectoriesAndLinks() throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            file(tar, "bin/postgres", EXECUTABLE, "program");
            file(tar, "share/readme", PLAIN, "text");
            link(tar, "lib/libpq.so", "libpq.so.5");
        }
        Path target = unpack();

        assertThat(target.resolve("bin/postgres")).hasContent("program").isExecutable();
        assertThat(target.resolve("share/readme")).hasContent("text");
        assertThat(Files.isExecutable(target.resolve("share/readme"))).isFalse();
        assertThat(Files.readSymbolicLink(target.resolve("lib/libpq.so"))).isEqualTo(Path.of("libpq.so.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "../../outside"})
    void anEntryThatPointsOutsideIsRefusedAndNothingIsThere(String name) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            file(tar, "harmless", PLAIN, "text");
            file(tar, name, PLAIN, "text");
        }

        assertThatThrownBy(this::unpack).isInstanceOf(LauncherException.class);
        assertThat(directory.resolve("cache/unpacked")).doesNotExist();
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(path -> path.endsWith("outside"))).isEmpty();
        }
    }

    @Test
    void anArchiveThatIsCutOffIsNotThereAtAll() throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            file(tar, "first", PLAIN, "text");
            file(tar, "second", PLAIN, "x".repeat(10_000));
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), 4096);

        assertThatThrownBy(() -> Archives.unpack(new ByteArrayInputStream(half), target()))
                .isInstanceOf(LauncherException.class);
        assertThat(target()).doesNotExist();
    }

    @Test
    void whoComesSecondUsesWhatIsThere() throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            file(tar, "file", PLAIN, "text");
        }
        unpack();
        Path target = unpack();

        assertThat(target.resolve("file")).hasContent("text");
        try (Stream<Path> left = Files.list(target.getParent())) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void whatIsNotThereNeedNoDeletion() {
        Archives.delete(directory.resolve("missing"));

        assertThat(directory).exists();
    }

    @Test
    void aLinkIsDeletedAndNotWhatItPointsTo() throws IOException {
        Path kept = Files.writeString(directory.resolve("kept"), "text");
        Path deleted = Files.createDirectory(directory.resolve("deleted"));
        Files.createSymbolicLink(deleted.resolve("link"), kept);
        Archives.delete(deleted);

        assertThat(deleted).doesNotExist();
        assertThat(kept).hasContent("text");
    }

    private Path unpack() {
        InputStream tar = new ByteArrayInputStream(bytes.toByteArray());
        Archives.unpack(tar, target());
        return target();
    }

    private Path target() {
        return directory.resolve("cache/unpacked");
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode, String content) throws IOException {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(data.length);
        tar.putArchiveEntry(entry);
        tar.write(data);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String to) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(to);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
