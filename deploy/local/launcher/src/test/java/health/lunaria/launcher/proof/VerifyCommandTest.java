package health.lunaria.launcher.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final NoteSigner SIGNER = NoteSigner.log("log.example/v1/audit/log");
    private static final NoteSigner WITNESS = NoteSigner.witness("witness.example");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String text;
    private String proof;
    private Path file;

    @BeforeEach
    void writeProof() throws Exception {
        ReferenceLog log = new ReferenceLog(SIGNER);
        log.append(LoggedAccess.number(0).leaf());
        log.append(LoggedAccess.number(1).leaf());
        text = log.checkpointText(2);
        proof = log.proof(1, 2, LoggedAccess.number(1).opening());
        file = Files.writeString(directory.resolve("mine.tlog-proof"), proof);
    }

    @Test
    void aProofIsTold() {
        assertThat(run(file.toString(), "--key", SIGNER.verifierKey())).isZero();
        assertThat(printed())
                .contains(
                        "who         the person herself",
                        "what        cycle.days.read",
                        "service     cycle-service",
                        "when        24 November 2026, 09:00:00 UTC",
                        "whose data  f47ac10b-58cc-4372-a567-0e02b2c3d479",
                        "log         log.example/v1/audit/log, entry 1 of 2",
                        "no witness was named")
                .endsWith("\nverified\n");
    }

    @Test
    void keysMayStandInFiles() throws Exception {
        Path key = Files.writeString(directory.resolve("log.key"), SIGNER.verifierKey() + "\n");
        Path witness = Files.writeString(directory.resolve("witness.key"), WITNESS.verifierKey());
        Files.writeString(file, proof + WITNESS.cosign(text, 1_795_510_800));

        assertThat(run("--witness", witness.toString(), "--key", key.toString(), file.toString()))
                .isZero();
        assertThat(printed()).contains("witness     witness.example, 24 November 2026, 09:00:00 UTC");
    }

    @Test
    void aProofMayComeThroughAPipe() {
        assertThat(run("-", "--key", SIGNER.verifierKey())).isZero();
    }

    @Test
    void theCheckThatFailedIsNamedAndNothingIsTold() throws Exception {
        Files.writeString(file, proof.replace("index 1\n", "index 0\n"));

        assertThat(run(file.toString(), "--key", SIGNER.verifierKey())).isEqualTo(1);
        assertThat(printed())
                .contains("✓ that log signed the checkpoint", "✗ the log holds this event", "NOT verified: ")
                .doesNotContain("cycle.days.read", "\nverified");
    }

    @Test
    void aWitnessThatIsMissingIsNamed() {
        assertThat(run(file.toString(), "--key", SIGNER.verifierKey(), "--witness", WITNESS.verifierKey()))
                .isEqualTo(1);
        assertThat(printed()).contains("✗ every witness that was named cosigned the checkpoint");
    }

    @Test
    void whatATerminalWouldObeyIsShownInstead() throws Exception {
        LoggedAccess access = new LoggedAccess(
                LoggedAccess.number(0).salt(),
                LoggedAccess.number(0).event().replace("cycle-service", "\\u001b[2J\u202e\u009bx"));
        ReferenceLog log = new ReferenceLog(SIGNER);
        log.append(access.leaf());
        Files.writeString(file, log.proof(0, 1, access.opening()));

        assertThat(run(file.toString(), "--key", SIGNER.verifierKey())).isZero();
        assertThat(printed()).contains("service     \\u{1b}[2J\\u{202e}\\u{9b}x\n");
    }

    @Test
    void calledWronglyItSaysHow() {
        String key = SIGNER.verifierKey();
        List<List<String>> calls = List.of(
                List.of(),
                List.of(file.toString()),
                List.of("--key", key),
                List.of(file.toString(), "--key"),
                List.of(file.toString(), "--key", key, "--key", key),
                List.of(file.toString(), "--key", key, "--witness"),
                List.of(file.toString(), file.toString(), "--key", key),
                List.of(file.toString(), "--key", key, "--quiet"));
        for (List<String> call : calls) {
            assertThat(run(call.toArray(String[]::new))).as("%s", call).isEqualTo(2);
        }
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(calls.size())
                .allMatch(line -> line.equals("lunaria: " + VerifyCommand.USAGE));
    }

    @Test
    void whatIsNoKeyOrNoFileIsAWrongCallAndNoRefusal() throws Exception {
        Path large = Files.writeString(directory.resolve("large.key"), "x".repeat(2000));

        assertThat(run(directory.resolve("none").toString(), "--key", SIGNER.verifierKey()))
                .isEqualTo(2);
        assertThat(run(directory.toString(), "--key", SIGNER.verifierKey())).isEqualTo(2);
        assertThat(run(file.toString(), "--key", directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run(file.toString(), "--key", large.toString())).isEqualTo(2);
        assertThat(run(file.toString(), "--key", WITNESS.verifierKey())).isEqualTo(2);
        assertThat(run(file.toString(), "--key", SIGNER.verifierKey(), "--witness", SIGNER.verifierKey()))
                .isEqualTo(2);
        assertThat(printed()).isEmpty();
    }

    private int run(String... arguments) {
        return new VerifyCommand(
                        new ByteArrayInputStream(proof.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
