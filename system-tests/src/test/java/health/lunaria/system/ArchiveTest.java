package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.demo.LocalStripe;
import health.lunaria.launcher.proof.VerifyCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of everything, made by all four services: what she put in, all of it, and nothing of anybody else. */
class ArchiveTest {

    private static final String EXPORTS = "/v1/profile/exports";

    private final Suite suite = Suite.running();

    @Test
    void anArchiveIsWhatWasPutInAcrossAllServicesAndNothingElse(@TempDir Path directory) throws IOException {
        Api alice = suite.asConsenting("archive-alice");
        Api bob = suite.asConsenting("archive-bob");
        byte[] photo = putIn(alice, "mArKeR-alice");
        putIn(bob, "mArKeR-bob");
        AccessLog.awaitEntries(alice, "profile.profile.write", 2);
        AccessLog.awaitEntries(alice, "cycle.days.write", 1);

        Map<String, byte[]> files = archive(alice);

        equal(files, "profile/profile.json", alice.get("/v1/profile"));
        equal(files, "profile/consents.json", alice.get("/v1/profile/consents"));
        equal(files, "profile/consent-history.json", alice.get("/v1/profile/consents/history"));
        equal(files, "profile/requests.json", alice.get("/v1/profile/requests"));
        equal(files, "profile/restriction.json", alice.get("/v1/profile/restriction"));
        equal(files, "cycle/corrections.json", alice.get("/v1/cycle/corrections"));
        equal(files, "cycle/modes.json", alice.get("/v1/cycle/mode"));
        assertThat(json(files, "cycle/days.json").path("days"))
                .isEqualTo(alice.post("/v1/cycle/days/search", "{\"from\":\"2026-01-01\",\"to\":\"2026-06-30\"}")
                        .expect(200)
                        .json()
                        .path("days"));
        assertThat(files.get("cycle/attachments/1.png")).isEqualTo(photo);
        assertThat(json(files, "billing/purchases.json").path("entitlements"))
                .isEqualTo(alice.get("/v1/billing/entitlements").json().path("entitlements"));
        assertThat(json(files, "audit/access-log.json").path("entries").findValuesAsText("action"))
                .contains("cycle.days.write", "profile.profile.write", "billing.entitlements.write");
        assertThat(files.values())
                .anyMatch(content -> text(content).contains("mArKeR-alice"))
                .noneMatch(content -> text(content).contains("mArKeR-bob"));
        proofsHold(files, directory);
    }

    @Test
    void anArchiveIsMadeWhileProcessingIsRestricted() throws IOException {
        Api api = suite.asConsenting("archive-restricting");
        putIn(api, "mArKeR-restricted");
        api.put("/v1/profile/restriction", "{\"restricted\":true}").expect(200);

        assertThat(text(archive(api).get("cycle/days.csv"))).contains("mArKeR-restricted");
    }

    private static void proofsHold(Map<String, byte[]> files, Path directory) throws IOException {
        Path key = Files.write(directory.resolve("key"), files.get("audit/log-key.txt"));
        List<String> proofs = files.keySet().stream()
                .filter(name -> name.endsWith(".tlog-proof"))
                .toList();
        assertThat(proofs).isNotEmpty();
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        for (String name : proofs) {
            Path proof = Files.write(directory.resolve("proof"), files.get(name));
            int exit = new VerifyCommand(InputStream.nullInputStream(), nowhere, nowhere)
                    .run(List.of(proof.toString(), "--key", key.toString()));
            assertThat(exit).as(name).isZero();
        }
    }

    /** @return what was attached */
    private byte[] putIn(Api api, String marker) {
        api.put(
                        "/v1/profile",
                        "{\"displayName\":\"" + marker
                                + "\",\"country\":\"BR\",\"birthYear\":1994,\"locale\":\"pt-BR\",\"goal\":\"conceive\"}",
                        "If-Match",
                        "\"1\"")
                .expect(200);
        api.post(
                        "/v1/profile/requests",
                        "{\"kind\":\"access\",\"residences\":[{\"country\":\"DE\"}],\"text\":\"" + marker + "\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        api.put(
                        "/v1/cycle/days",
                        "{\"days\":[{\"date\":\"2026-05-05\",\"flow\":\"light\",\"note\":\"" + marker
                                + "\"},{\"date\":\"2026-06-01\",\"flow\":\"heavy\"}]}")
                .expect(200);
        api.put(
                        "/v1/cycle/corrections",
                        "{\"corrections\":[{\"date\":\"2026-05-05\",\"kind\":\"spotting-only\"}]}",
                        "If-None-Match",
                        "*")
                .expect(200);
        api.put("/v1/cycle/mode", "{\"phases\":[]}", "If-None-Match", "*").expect(200);
        byte[] photo = photo(marker);
        api.upload("/v1/cycle/attachments", photo, "Content-Type", "image/png", "Lunaria-Date", "2026-05-05")
                .expect(201);
        buy(api);
        return photo;
    }

    private void buy(Api api) {
        String account = api.get("/v1/billing/entitlements")
                .expect(200)
                .json()
                .path("accountId")
                .textValue();
        LocalStripe stripe = new LocalStripe(suite.stack().secrets());
        String body = stripe.subscription(account, "active", Instant.now());
        suite.withToken(null)
                .post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, stripe.sign(body, Instant.now()))
                .expect(204);
        AccessLog.awaitEntries(api, "billing.entitlements.write", 1);
    }

    private static Map<String, byte[]> archive(Api api) throws IOException {
        Api.Answer accepted = api.post(EXPORTS, "");
        assertThat(Tasks.awaitEnd(api, EXPORTS, accepted)).isEqualTo("done");
        byte[] archive = api.download(EXPORTS + "/" + accepted.json().path("id").textValue() + "/file");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] photo(String marker) {
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        byte[] photo = Arrays.copyOf(head, 3_000_000);
        byte[] text = marker.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, photo, 1_000_000, text.length);
        return photo;
    }

    private static void equal(Map<String, byte[]> files, String name, Api.Answer expected) {
        assertThat(json(files, name)).as(name).isEqualTo(expected.expect(200).json());
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return Api.parse(text(files.get(name)));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
