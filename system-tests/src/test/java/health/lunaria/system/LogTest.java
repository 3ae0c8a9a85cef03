package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.proof.VerifyCommand;
import health.lunaria.system.log.Checker;
import health.lunaria.system.log.LogCopy;
import health.lunaria.system.log.PublishedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The running log, read by a stranger without a token and checked by programs that others wrote. */
class LogTest {

    private static final String LOG = "/v1/audit/log/";
    private static final String WRITE = "cycle.days.write";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Suite suite = Suite.running();
    private final Api stranger = suite.withToken(null);

    @TempDir
    private Path directory;

    private Api user;
    private String older;
    private String proof;

    @BeforeEach
    void logAnAccess() {
        user = suite.asConsenting("provable");
        write("2026-01-04");
        awaitProof();
        older = stranger.get(LOG + "checkpoint").expect(200).body();
        int before = AccessLog.of(user, WRITE).size();
        write("2026-01-05");
        await().atMost(PATIENCE).until(() -> AccessLog.of(user, WRITE).size() > before);
        proof = awaitProof();
    }

    private void write(String date) {
        user.put("/v1/cycle/days", "{\"days\":[{\"date\":\"%s\",\"flow\":\"light\"}]}".formatted(date))
                .expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void othersProgramsAcceptIt(Checker checker) {
        LogCopy copy = copy();

        assertThat(checker.check(copy).exit()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void othersProgramsRefuseItWhenAnEntryWasChanged(Checker checker) {
        LogCopy copy = copy();
        copy.change("mine.tlog-proof", LogTest::withAnotherPath);

        assertThat(checker.check(copy).exit()).isEqualTo(1);
    }

    @Test
    void ourCommandShowsWhatItProves() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        assertThat(verify(proof, output))
                .as(output.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains(WRITE);
        assertThat(verify(proof.replace("index ", "index 1"), output)).isEqualTo(1);
    }

    /** Its extra line would show the entry. */
    @Test
    void nobodyElseGetsTheProof() {
        long index = newestWrite().path("index").asLong();

        suite.asConsenting("curious").get(path(index)).problem(404, "not-found");
        suite.as("curious", "auditor").get(path(index)).problem(404, "not-found");
        stranger.get(path(index)).problem(401, "not-authenticated");
    }

    private LogCopy copy() {
        PublishedLog published = path -> stranger.download(LOG + path);
        LogCopy copy = LogCopy.of(published, directory);
        copy.addOlder(older);
        copy.addProof("mine", proof);
        return copy;
    }

    private int verify(String text, ByteArrayOutputStream output) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.tlog-proof"), text);
        String key = stranger.get(LOG + "key").expect(200).body().strip();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new VerifyCommand(InputStream.nullInputStream(), out, out)
                .run(List.of(
                        file.toString(),
                        "--key",
                        key,
                        "--witness",
                        suite.home().resolve("config/witness/verifier-key").toString()));
    }

    /** The proof of the newest write, once it is published. */
    private String awaitProof() {
        await().atMost(PATIENCE).until(() -> newestWrite() != null);
        String path = path(newestWrite().path("index").asLong());
        await().atMost(PATIENCE).until(() -> user.get(path).status() == 200);
        return user.get(path).expect(200).body();
    }

    private JsonNode newestWrite() {
        List<JsonNode> writes = AccessLog.of(user, WRITE);
        return writes.isEmpty() ? null : writes.get(0);
    }

    private static String path(long index) {
        return "/v1/audit/access-log/" + index + "/proof";
    }

    private static byte[] withAnotherPath(byte[] file) {
        String[] lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);
        lines[3] = (lines[3].startsWith("A") ? "B" : "A") + lines[3].substring(1);
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
