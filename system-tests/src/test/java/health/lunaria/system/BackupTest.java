package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.backup.BackupCommand;
import health.lunaria.launcher.backup.RestoreCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The data is set back, and what people did since holds all the same. */
class BackupTest {

    private static final Marker NOTE = new Marker("zk9 note before the backup");
    private static final Marker LATER = new Marker("zk9 note after the backup");

    private static final String PICTURE = "%PDF-1.7\n" + "x".repeat(100_000);

    private final Suite suite = Suite.running();
    private final String run = Long.toString(System.nanoTime(), 36);

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @Test
    void whatPeopleDidSinceHoldsAfterARestore() throws IOException {
        Api alice = suite.asConsenting("backup-alice-" + run);
        Api bob = suite.asConsenting("backup-bob-" + run);
        note(alice, "2026-05-05", NOTE);
        note(bob, "2026-05-05", NOTE);
        String picture = attach(bob, "2026-05-05");

        Path file = backup();

        alice.put("/v1/profile/consents/health-data", "{\"granted\":false,\"policyVersion\":\"2026-11\"}")
                .expect(200);
        note(bob, "2026-05-06", LATER);
        bob.call("DELETE", "/v1/cycle/attachments/" + picture, null).expect(204);
        Api carol = suite.asConsenting("backup-carol-" + run);
        note(carol, "2026-05-05", LATER);
        long accesses = accesses(bob);

        assertThat(restore(file, "--yes")).contains("Restored, replayed and ready");
        suite.up();

        assertThat(days(bob)).isEqualTo(1);
        assertThat(days(bob, "2026-05-05").path(0).path("note").textValue()).isEqualTo(NOTE.text());
        assertThat(bob.get("/v1/cycle/attachments/" + picture).expect(200).body())
                .isEqualTo(PICTURE);
        assertThat(granted(alice)).isFalse();
        put(alice, "2026-05-07").expect(403);
        assertThat(granted(bob)).isTrue();
        assertThat(granted(carol)).isFalse();
        assertThat(accesses(bob)).isGreaterThanOrEqualTo(accesses);
        note(bob, "2026-05-08", LATER);
        assertThat(days(bob)).isEqualTo(2);
    }

    @Test
    void nothingThatSomebodyWroteStandsInABackup() throws IOException {
        Api user = suite.asConsenting("backup-marked-" + run);
        note(user, "2026-05-05", NOTE);

        String bytes = Files.readString(backup(), StandardCharsets.ISO_8859_1);

        NOTE.forms()
                .forEach((form, marker) -> assertThat(bytes.contains(new String(marker, StandardCharsets.ISO_8859_1)))
                        .as(form)
                        .isFalse());
    }

    @Test
    void aFileThatIsNotWhatWasWrittenIsRefusedAndTheStackGoesOn() throws IOException {
        Api user = suite.asConsenting("backup-unharmed-" + run);
        note(user, "2026-05-05", NOTE);
        Path file = backup();
        byte[] written = Files.readAllBytes(file);
        long profile = suite.pid("profile-service");

        for (int place : List.of(20, 100, 400, written.length / 2, written.length - 1)) {
            byte[] damaged = written.clone();
            damaged[place] ^= 1;
            refused(damaged);
        }
        refused(Arrays.copyOf(written, written.length - 1));

        assertThat(suite.pid("profile-service")).isEqualTo(profile);
        assertThat(days(user)).isEqualTo(1);
    }

    @Test
    void keyringsAreNotSetBackByAccident() {
        Path file = suite.home().resolve("keyring-" + System.nanoTime() + ".backup");
        run(List.of("--keyring", "--out", file.toString()));

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> restore(file, "--yes"))
                .withMessageContaining("It holds keyrings");
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> run(List.of("--keyring", "--out", file.toString())))
                .withMessageContaining("never overwritten");
    }

    private void refused(byte[] bytes) throws IOException {
        Path file = Files.write(suite.home().resolve("damaged-" + System.nanoTime() + ".backup"), bytes);
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> restore(file, "--yes"))
                .withMessageContaining("nothing was touched");
    }

    private Path backup() {
        Path file = suite.home().resolve("data-" + System.nanoTime() + ".backup");
        return run(List.of("--out", file.toString()));
    }

    private Path run(List<String> arguments) {
        return new BackupCommand(suite.stack(), System.out).run(arguments).orElseThrow();
    }

    private String restore(Path file, String... options) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        RestoreCommand command = new RestoreCommand(suite.stack(), new PrintStream(told), Optional::empty);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        assertThat(command.run(arguments)).isTrue();
        return told.toString();
    }

    private static String attach(Api api, String date) {
        return api.upload(
                        "/v1/cycle/attachments",
                        PICTURE.getBytes(StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/pdf",
                        "Lunaria-Date",
                        date)
                .expect(201)
                .json()
                .path("id")
                .textValue();
    }

    private static void note(Api api, String date, Marker note) {
        api.put(
                        "/v1/cycle/days",
                        "{\"days\":[{\"date\":\"" + date + "\",\"flow\":\"heavy\",\"note\":\"" + note.text() + "\"}]}")
                .expect(200);
    }

    private static Api.Answer put(Api api, String date) {
        return api.put("/v1/cycle/days", "{\"days\":[{\"date\":\"" + date + "\",\"flow\":\"heavy\"}]}");
    }

    private static int days(Api api) {
        return query(api, "2026-05-01", "2026-05-31").size();
    }

    private static JsonNode days(Api api, String date) {
        return query(api, date, date);
    }

    private static JsonNode query(Api api, String from, String to) {
        return api.post("/v1/cycle/days/search", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")
                .expect(200)
                .json()
                .path("days");
    }

    private static boolean granted(Api api) {
        for (JsonNode consent :
                api.get("/v1/profile/consents").expect(200).json().path("consents")) {
            if (consent.path("purpose").textValue().equals("health-data")) {
                return consent.path("granted").booleanValue();
            }
        }
        throw new AssertionError("There is no such purpose");
    }

    private static long accesses(Api api) {
        return api.get("/v1/audit/access-log")
                .expect(200)
                .json()
                .path("entries")
                .size();
    }
}
