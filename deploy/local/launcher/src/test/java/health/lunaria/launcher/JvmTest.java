package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmTest {

    @Test
    void leavesNoDumpAndLetsNobodyAttach() {
        assertThat(Jvm.command(64, null))
                .contains("-XX:-HeapDumpOnOutOfMemoryError", "-XX:+DisableAttachMechanism", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void keepsClassDataOnlyWhereToldTo() {
        assertThat(Jvm.command(64, null)).noneMatch(option -> option.contains("SharedArchive"));
        if (Runtime.version().feature() >= 19) {
            assertThat(Jvm.command(64, Path.of("a.jsa"))).contains("-XX:SharedArchiveFile=a.jsa");
        }
    }
}
