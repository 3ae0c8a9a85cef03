package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.demo.LocalStripe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Plants markers in every sensitive field, drives success, refusal, outage and kill, and then searches every file of the
 * stack, database files and their write-ahead log included, and the metrics.
 */
class CanarySweepTest {

    private static final Marker NAME = new Marker("Zk9 N\u00e4me/canary+Qw7");
    private static final Marker MAIL = new Marker("zk9.mail.canary");
    private static final Marker NOTE = new Marker("Zk9 n\u00f6te canary, 3 words & more");
    private static final Marker TAG = new Marker("zk9 tag canary");
    private static final Marker MEDICATION = new Marker("zk9 medication canary");
    private static final Marker SYNCED = new Marker("zk9 synced canary note");
    private static final Marker CONFLICTING = new Marker("zk9 conflicting canary note");
    private static final Marker ATTACHED = new Marker("zk9 attached canary content");
    private static final Marker IMPORTED = new Marker("zk9 imported canary note");
    private static final Marker REFUSED = new Marker("zk9RefusedCanary");
    private static final List<Marker> WRITTEN =
            List.of(NAME, MAIL, NOTE, TAG, MEDICATION, SYNCED, CONFLICTING, ATTACHED, IMPORTED, REFUSED);

    private static final Suite SUITE = Suite.running();

    private static Marker subject;
    private static Marker account;
    private static Marker feed;

    @BeforeAll
    static void driveEverything() {
        String token = SUITE.stack().users().token("canary", List.of());
        subject = new Marker(subjectOf(token));
        Api api = SUITE.withToken(token);
        succeed(api);
        beRefused(api);
        meetAnOutage(api);
        meetACrash(api);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> AccessLog.of(api, "billing.entitlements.write").size() == 1);
    }

    @AfterEach
    void bringBack() {
        SUITE.up();
    }

    @Test
    void nothingThatAUserWroteIsInAnyFile() {
        assertThat(new Sweep(WRITTEN).search(SUITE.home(), CanarySweepTest::isCache))
                .isEmpty();
    }

    /** The OpenID provider knows its users; no service's database and no log does. */
    @Test
    void whoSheIsStandsWithTheProviderOnly() {
        Path postgres = SUITE.home().resolve("postgres");
        long provider = SUITE.stack().postgres().administration().databaseNumber("keycloak");
        assertThat(new Sweep(List.of(subject))
                        .search(
                                SUITE.home(),
                                path -> isCache(path)
                                        || path.equals(postgres.resolve("pg_wal"))
                                        || path.equals(postgres.resolve("base").resolve(Long.toString(provider)))))
                .isEmpty();
    }

    @Test
    void herAccountWithTheStoresIsInNoFile() {
        assertThat(new Sweep(List.of(account)).search(SUITE.home(), CanarySweepTest::isCache))
                .isEmpty();
    }

    @Test
    void theAddressOfHerCalendarIsInNoFile() {
        assertThat(new Sweep(List.of(feed)).search(SUITE.home(), CanarySweepTest::isCache))
                .isEmpty();
    }

    @Test
    void metricsTellNothing() {
        List<Marker> all = new ArrayList<>(WRITTEN);
        all.addAll(List.of(subject, account, feed));
        for (String service : List.of("profile-service", "cycle-service", "billing-service", "audit-service")) {
            byte[] metrics = SUITE.metrics(service).getBytes(StandardCharsets.UTF_8);

            assertThat(metrics).as("metrics of " + service).hasSizeGreaterThan(1000);
            assertThat(new Sweep(all).search(service, metrics)).isEmpty();
        }
    }

    @Test
    void noProcessWouldWriteItsMemoryToAFile() {
        for (var part : SUITE.stack().parts()) {
            String command = String.join(" ", part.command());
            if (command.contains("-jar")) {
                assertThat(command).as(part.name()).contains("-XX:-HeapDumpOnOutOfMemoryError");
            }
            Path limits = Path.of("/proc", Long.toString(SUITE.pid(part.name())), "limits");
            if (Files.exists(limits)) {
                assertThat(read(limits)).as(part.name()).containsPattern("Max core file size +0 +0");
            }
        }
    }

    /** A sweep that finds nothing proves nothing unless it would have found something. */
    @Test
    void aPlantedLeakIsFoundInEveryForm() throws IOException {
        Path planted = SUITE.home().resolve("logs").resolve("planted.log");
        Map<String, byte[]> forms = NOTE.forms();
        forms.put(
                "base64 of a longer text",
                Base64.getMimeEncoder(1000, new byte[] {'\n'})
                        .encode(("a note: " + NOTE.text() + " and so on").getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, byte[]> form : forms.entrySet()) {
            Files.write(planted, form.getValue());
            try {
                assertThat(new Sweep(WRITTEN).search(SUITE.home().resolve("logs"), CanarySweepTest::isCache))
                        .as(form.getKey())
                        .anyMatch(find -> find.contains("planted.log"));
            } finally {
                Files.delete(planted);
            }
        }
    }

    private static void succeed(Api api) {
        JsonNode profile = api.put("/v1/profile", profile(), "If-None-Match", "*")
                .expect(200)
                .json();
        api.put("/v1/profile/consents/health-data", "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .expect(200);
        assertThat(profile.path("displayName").textValue()).isEqualTo(NAME.text());
        JsonNode day = api.put("/v1/cycle/days", day(""))
                .expect(200)
                .json()
                .path("days")
                .path(0);
        assertThat(day.path("note").textValue()).isEqualTo(NOTE.text());
        api.post("/v1/cycle/days/search", "{\"from\":\"2026-01-01\",\"to\":\"2026-02-01\"}")
                .expect(200);
        api.get("/v1/cycle/prediction").expect(200);
        synchronise(api);
        bringAndTakeAway(api);
        account = new Marker(api.get("/v1/billing/entitlements")
                .expect(200)
                .json()
                .path("accountId")
                .textValue());
        LocalStripe stripe = new LocalStripe(SUITE.stack().secrets());
        String body = stripe.subscription(account.text(), "active", Instant.now());
        api.post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, stripe.sign(body, Instant.now()))
                .expect(204);
    }

    private static void synchronise(Api api) {
        for (Marker note : List.of(SYNCED, CONFLICTING)) {
            String body = "{\"changes\":[{\"date\":\"2026-01-04\",\"baseRevision\":0,\"day\":{\"note\":\"" + note.text()
                    + "\",\"medications\":[\"" + MEDICATION.text() + "\"]}}]}";
            assertThat(api.post("/v1/cycle/sync", body).expect(200).body()).contains(note.text());
        }
    }

    /** Through the object store and the task queue, in both directions. */
    private static void bringAndTakeAway(Api api) {
        byte[] file = ("%PDF-1.7\n" + ATTACHED.text()).getBytes(StandardCharsets.UTF_8);
        String attachment = api.upload(
                        "/v1/cycle/attachments", file, "Content-Type", "application/pdf", "Lunaria-Date", "2026-01-03")
                .expect(201)
                .json()
                .path("id")
                .textValue();
        assertThat(api.get("/v1/cycle/attachments/" + attachment).expect(200).body())
                .contains(ATTACHED.text());
        String csv = "date,note\n2026-01-05," + IMPORTED.text() + "\n";
        String imported = Tasks.awaitEnd(
                api,
                "/v1/cycle/imports",
                api.upload("/v1/cycle/imports", csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv"));
        assertThat(imported).isEqualTo("done");
        Api.Answer asked = api.post("/v1/cycle/exports", "{\"format\":\"json\"}");
        assertThat(Tasks.awaitEnd(api, "/v1/cycle/exports", asked)).isEqualTo("done");
        String export = asked.json().path("id").textValue();
        assertThat(api.get("/v1/cycle/exports/" + export + "/file").expect(200).body())
                .contains(NOTE.text(), IMPORTED.text());
        String address = api.post("/v1/cycle/calendar", "{\"detail\":\"full\"}")
                .json()
                .path("address")
                .textValue();
        String secret = address.replaceAll(".*/|\\.ics$", "");
        SUITE.withToken(null).get("/feeds/calendar/" + secret + ".ics").expect(200);
        feed = new Marker(secret);
    }

    private static void beRefused(Api api) {
        String marker = REFUSED.text();
        api.put("/v1/cycle/days", day(",\"" + marker + "\":1")).expect(400);
        api.put("/v1/cycle/days", day(",\"flow\":\"" + marker + "\"")).expect(400);
        api.put("/v1/cycle/days", "{\"days\":\"" + marker).expect(400);
        api.put("/v1/profile", profile(), "If-Match", "\"" + marker + "\"").expect(412);
        api.put("/v1/profile/consents/" + marker, "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .expect(404);
        api.get("/v1/audit/access-log?cursor=" + marker).expect(400);
        api.get("/v1/audit/access-log?limit=" + marker).expect(400);
        api.post("/v1/cycle/sync", "{\"since\":\"" + marker + "\"}").expect(400);
        api.upload("/v1/cycle/attachments", marker.getBytes(StandardCharsets.UTF_8), "Content-Type", "image/png")
                .expect(400);
        Api.Answer broken = api.upload(
                "/v1/cycle/imports",
                ("date,note\n2026-01-05,\"" + marker).getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");
        assertThat(Tasks.awaitEnd(api, "/v1/cycle/imports", broken)).isEqualTo("failed");
        api.get("/feeds/calendar/" + marker + ".ics").expect(404);
        api.get("/v1/" + marker).expect(404);
        api.get("/v1/profile?name=" + marker).expect(200);
        api.call("GET", "/v1/profile", null, "X-Forwarded-User", marker, "traceparent", marker)
                .expect(200);
        api.post("/webhooks/stripe", "{\"id\":\"" + marker + "\"}", LocalStripe.SIGNATURE_HEADER, marker)
                .expect(400);
        SUITE.withToken(marker).get("/v1/profile").expect(401);
    }

    /** Without keys a write fails inside the service, with the values in its hands. */
    private static void meetAnOutage(Api api) {
        SUITE.kill("profile-service");
        SUITE.kill("kms");
        assertThat(api.put("/v1/profile", profile(), "If-Match", "\"1\"").status())
                .isIn(502, 503);
        SUITE.kill("postgres");
        assertThat(api.put("/v1/cycle/days", day("")).status()).isIn(500, 502, 503);
        SUITE.up();
    }

    private static void meetACrash(Api api) {
        for (String service : List.of("cycle-service", "billing-service", "audit-service")) {
            SUITE.kill(service);
        }
        SUITE.up();
        api.put("/v1/cycle/days", day("")).expect(200);
    }

    private static String profile() {
        return "{\"displayName\":\"" + NAME.text() + "\",\"email\":\"" + MAIL.text()
                + "@example.org\",\"country\":\"PT\",\"birthYear\":1994}";
    }

    private static String day(String more) {
        return "{\"days\":[{\"date\":\"2026-01-03\",\"temperatureCelsius\":36.55,\"tags\":[\"" + TAG.text()
                + "\"],\"note\":\"" + NOTE.text() + "\"" + more + "}]}";
    }

    private static String subjectOf(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return Api.parse(claims).path("sub").textValue();
    }

    /** Programs only, the same on every machine. */
    static boolean isCache(Path path) {
        return path.equals(SUITE.home().resolve("cache"));
    }

    private static String read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
