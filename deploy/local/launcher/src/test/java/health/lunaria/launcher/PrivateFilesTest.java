package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path file = directory.resolve("settings");
        PrivateFiles.write(file, "old and long");
        PrivateFiles.write(file, "new");

        assertThat(file).hasContent("new");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatOthersCouldReadIsPrivateAfterwards() throws IOException {
        Path file = directory.resolve("settings");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.write(file, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void propertiesComeBackAsTheyWere() {
        Map<String, String> odd = Map.of(
                "lunaria.path", "C:\\temp = a:b # no comment ! none",
                "with space and = sign", "  leading and trailing  ",
                "umlauts", "Größe ☾ \uD83C\uDF19",
                "lines", "one\ntwo\r\nthree\ttab",
                "empty", "");
        Path file = directory.resolve("a.properties");
        PrivateFiles.write(file, odd);

        assertThat(PrivateFiles.readProperties(file)).containsExactlyInAnyOrderEntriesOf(odd);
    }

    @Test
    void equalPropertiesAreEqualFiles() {
        Path file = directory.resolve("a.properties");
        PrivateFiles.write(file, Map.of("b", "2", "a", "1", "c", "3"));

        assertThat(file).hasContent("a=1\nb=2\nc=3");
    }

    @Test
    void propertiesOfNoFileAreNone() {
        assertThat(PrivateFiles.readProperties(directory.resolve("missing"))).isEmpty();
    }
}
