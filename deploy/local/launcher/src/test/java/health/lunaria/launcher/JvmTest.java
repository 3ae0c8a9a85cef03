package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {

    @TempDir
    Path directory;

    @Test
    void leavesNoDumpAndLetsNobodyAttach() {
        assertThat(Jvm.command(64, null))
                .contains(
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:+DisableAttachMechanism",
                        "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void keepsClassDataOnlyWhereToldTo() {
        assertThat(Jvm.command(64, null)).noneMatch(option -> option.contains("SharedArchive"));
        if (Runtime.version().feature() >= 19) {
            assertThat(Jvm.command(64, Path.of("a.jsa"))).contains("-XX:SharedArchiveFile=a.jsa");
        }
    }

    @Test
    void anArchiveOfAnOlderJarIsForgottenAndAnotherKept() throws IOException {
        Path jar = Files.writeString(directory.resolve("a.jar"), "jar");
        Path archive = Files.writeString(directory.resolve("a.jsa"), "archive");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000_000));

        Files.setLastModifiedTime(archive, FileTime.fromMillis(3_000_000));
        Jvm.forgetOutdated(archive, jar);
        assertThat(archive).exists();

        Files.setLastModifiedTime(archive, FileTime.fromMillis(1_000_000));
        Jvm.forgetOutdated(archive, jar);
        assertThat(archive).doesNotExist();
    }
}
