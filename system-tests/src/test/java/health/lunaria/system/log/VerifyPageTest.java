package health.lunaria.system.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.proof.LoggedAccess;
import health.lunaria.launcher.proof.NoteSigner;
import health.lunaria.launcher.proof.ReferenceLog;
import health.lunaria.launcher.proof.RefusedException;
import health.lunaria.launcher.proof.Verifier;
import health.lunaria.launcher.proof.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and {@code ./lunaria verify} were written twice and have to judge alike, down to the check that failed. */
class VerifyPageTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("lunaria.root"));
    private static final NoteSigner SIGNER = NoteSigner.log("localhost:8443/v1/audit/log");
    private static final NoteSigner WITNESS = NoteSigner.witness("witness.example");
    private static final int SIZE = 13;
    private static final Verifier COMMAND = new Verifier(
            VerifierKey.parse(SIGNER.verifierKey(), VerifierKey.Use.LOG),
            List.of(VerifierKey.parse(WITNESS.verifierKey(), VerifierKey.Use.WITNESS)));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final List<byte[]> proofs = new ArrayList<>();

    @Test
    void rightProofsOfAllSizesAreRight() throws Exception {
        for (int size = 1; size <= 12; size++) {
            for (int index = 0; index < size; index++) {
                proofs.add(proof(logOf(size), index, size, LoggedAccess.number(index)));
            }
        }
        assertThat(judgedByBoth()).hasSize(78).containsOnlyNulls();
    }

    @Test
    void whatIsWrongIsWrongInTheSameWay() throws Exception {
        byte[] right = proof(logOf(SIZE), 3, SIZE, LoggedAccess.number(3));
        for (int at = 0; at < right.length; at++) {
            byte[] changed = right.clone();
            changed[at] ^= (byte) (at % 4 == 0 ? 0x20 : 0x01);
            proofs.add(changed);
            proofs.add(Arrays.copyOf(right, at));
        }
        addWithLinesDoubledAndLeftOut(new String(right, StandardCharsets.UTF_8));

        assertThat(judgedByBoth()).doesNotContainNull().contains("FORMAT", "ORIGIN", "SIGNATURE", "WITNESSES");
    }

    private void addWithLinesDoubledAndLeftOut(String right) {
        List<String> lines = right.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(at, lines.get(at));
            proofs.add(bytes(String.join("\n", doubled) + "\n"));
            List<String> without = new ArrayList<>(lines);
            without.remove(at);
            proofs.add(bytes(String.join("\n", without) + "\n"));
        }
    }

    @Test
    void aWrongPlaceIsWrongInTheSameWay() throws Exception {
        String right = new String(proof(logOf(SIZE), 3, SIZE, LoggedAccess.number(3)), StandardCharsets.UTF_8);
        for (String index : List.of("0", "2", "4", "12", "13", "9223372036854775807")) {
            proofs.add(bytes(right.replace("index 3\n", "index " + index + "\n")));
        }
        assertThat(judgedByBoth()).containsOnly("INCLUSION");
    }

    /** Half a character, a member twice, white space, another order, another time, a name of another script. */
    @Test
    void eventsAreReadAlike() throws Exception {
        String event = LoggedAccess.number(0).event();
        List<String> wrong = List.of(
                event.replace("cycle-service", "\\ud800"),
                event.replace("cycle-service", "\\u0063ycle-service"),
                event.replace("cycle-service", "\\u001B"),
                event.replace("{\"kind\":\"self\"}", "{\"kind\":\"self\",\"kind\":\"self\"}"),
                event.replace("{\"kind\":\"self\"}", "{\"kind\":\"self\",\"name\":null}"),
                event.replace("{\"kind\":\"self\"}", "{\"kind,name\":\"self\"}"),
                event.replace("{\"kind\":\"self\"}", "null"),
                event.replace("{\"kind\":\"self\"}", "[\"kind\"]"),
                event.replace("\"id\":", "\"id,service\":").replace("\"service\":\"cycle-service\",", ""),
                event.replace("\"id\":", "\"__proto__\":"),
                event.replace("\"action\":", " \"action\":"),
                event.replace("2026-11-24", "2026-02-30"),
                event.replace("T09:00:00", "T24:00:00"),
                event.replace("T09:00:00", "T23:59:60"),
                event.replace("2026-", "12026-"),
                event.replace(".000Z", "Z"),
                event.replace("\"time\":\"2026-11-24T09:00:00.000Z\"", "\"time\":0"),
                "{\"time\":\"2026-11-24T09:00:00.000Z\"," + event.substring(1),
                "null",
                "\"event\"",
                "",
                event + " ");
        wrong.forEach(this::addLogged);
        assertThat(judgedByBoth()).hasSize(wrong.size()).containsOnly("EVENT");

        proofs.clear();
        List.of(
                        event.replace("f47ac10b", "a\\\"b\\\\c/ü€😴<&>\u2028\\u001b\\n\u007f\ufeff"),
                        event.replace("{\"kind\":\"self\"}", "{\"kind\":\"store\",\"name\":\"stripe\"}"))
                .forEach(this::addLogged);
        assertThat(judgedByBoth()).containsOnlyNulls();
    }

    @Test
    void openingsAreReadAlike() throws Exception {
        String salt = "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"";
        for (String opening : List.of(
                "",
                "{}",
                "[]",
                "{" + salt + "}",
                "{" + salt + "," + salt + "}",
                "{" + salt + ",\"event\":{}}",
                "{" + salt + ",\"event\":\"\"}",
                "{" + salt + ",\"event\":\"\\x\"}",
                "{" + salt + ",\"event\":\"{}\",\"event\":\"{}\"}",
                "{" + salt + ",\"event\":\"{}\",\"more\":\"\"}",
                "{" + salt + ",\"event\":\"{}\"}}",
                "{\"salt\":\"AAAA\",\"event\":\"{}\"}")) {
            proofs.add(cosigned(logOf(SIZE), logOf(SIZE).proof(3, SIZE, bytes(opening)), SIZE));
        }
        assertThat(judgedByBoth()).containsOnly("EVENT");
    }

    private void addLogged(String event) {
        LoggedAccess access = new LoggedAccess(LoggedAccess.number(0).salt(), event);
        ReferenceLog log = logOf(5);
        log.append(access.leaf());
        proofs.add(proof(log, 5, 6, access));
    }

    private static ReferenceLog logOf(int size) {
        ReferenceLog log = new ReferenceLog(SIGNER);
        IntStream.range(0, size).forEach(i -> log.append(LoggedAccess.number(i).leaf()));
        return log;
    }

    private static byte[] proof(ReferenceLog log, int index, int size, LoggedAccess access) {
        return cosigned(log, log.proof(index, size, access.opening()), size);
    }

    private static byte[] cosigned(ReferenceLog log, String proof, int size) {
        return bytes(proof + WITNESS.cosign(log.checkpointText(size), 1_795_510_800));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** For each proof the check that it did not pass, or null. */
    private List<String> judgedByBoth() throws Exception {
        List<String> judged =
                proofs.stream().map(VerifyPageTest::judgedByCommand).toList();
        assertThat(judgedByPage()).isEqualTo(judged);
        return judged;
    }

    private static String judgedByCommand(byte[] proof) {
        try {
            COMMAND.verify(proof);
            return null;
        } catch (RefusedException refused) {
            return refused.check().name();
        }
    }

    private List<String> judgedByPage() throws Exception {
        Path cases = directory.resolve("cases.json");
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        JSON.writeValue(
                cases.toFile(),
                Map.of("key", SIGNER.verifierKey(), "witnesses", List.of(WITNESS.verifierKey()), "proofs", proofs));
        Process node = new ProcessBuilder(
                        "node",
                        REPOSITORY
                                .resolve("system-tests/tools/page-check/check.js")
                                .toString(),
                        REPOSITORY
                                .resolve("deploy/local/gateway/src/main/resources/docs/verify.html")
                                .toString(),
                        cases.toString())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).as(Files.readString(errors)).isZero();
        JsonNode judged = JSON.readTree(output.toFile());
        List<String> checks = new ArrayList<>();
        judged.forEach(check -> checks.add(check.isNull() ? null : check.textValue()));
        return checks;
    }
}
