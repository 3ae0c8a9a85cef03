package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir
    Path directory;

    @Test
    void showsTheLastLines() throws IOException {
        assertThat(LogFiles.tail(log("one\ntwo\nthree\n"), 2)).isEqualTo("two\nthree");
    }

    @Test
    void showsAllOfAShortLog() throws IOException {
        assertThat(LogFiles.tail(log("one\ntwo"), 20)).isEqualTo("one\ntwo");
    }

    @Test
    void saysWhenNothingWasLogged() {
        assertThat(LogFiles.tail(directory.resolve("missing.log"), 20)).isEqualTo("(nothing was logged)");
    }

    @Test
    void ofALongLogOnlyTheEndIsRead() throws IOException {
        Path log = log(IntStream.range(0, 200_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

        assertThat(LogFiles.tail(log, 2)).isEqualTo("line 199998\nline 199999");
        assertThat(LogFiles.tail(log, 1_000_000).length()).isLessThanOrEqualTo(256 * 1024);
    }

    private Path log(String content) throws IOException {
        return Files.writeString(directory.resolve("part.log"), content);
    }
}
