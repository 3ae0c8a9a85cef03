package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLoopWarningsTest {

    private static final String WARNING =
            "{\"loggerName\":\"io.vertx.core.impl.BlockedThreadChecker\",\"level\":\"WARN\",\"message\":"
                    + "\"Thread Thread[%s,5,main] has been blocked for 1234 ms, time limit is 1000 ms\"}\n";

    @TempDir
    Path directory;

    @Test
    void eventLoopsCountAndWorkersDoNot() throws IOException {
        String log = "{\"message\":\"started\"}\n"
                + WARNING.formatted("#42,vert.x-eventloop-thread-0")
                + WARNING.formatted("vert.x-worker-thread-3")
                + WARNING.formatted("executor-thread-1")
                + WARNING.formatted("vert.x-eventloop-thread-11")
                + "{\"message\":\"an eventloop-thread-1 is not blocked\"}\n";

        assertThat(EventLoopWarnings.in(write(log.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(2);
    }

    @Test
    void bytesThatAreNoTextDoNotEndTheSearch() throws IOException {
        assertThat(EventLoopWarnings.in(write(new byte[] {(byte) 0xff, (byte) 0xc0, '\n'})))
                .isZero();
    }

    @Test
    void withoutALogNothingIsKnown() {
        assertThatThrownBy(() -> EventLoopWarnings.in(directory.resolve("missing.log")))
                .isInstanceOf(LauncherException.class);
    }

    private Path write(byte[] log) throws IOException {
        return Files.write(directory.resolve("cycle-service.log"), log);
    }
}
