package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.EpochTurned;
import health.lunaria.launcher.backup.BackupCommand;
import health.lunaria.launcher.backup.RestoreCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The promise as a whole: what was erased stays so, whichever backup comes back, and whoever was not loses nothing. */
class ErasureReachesBackupsTest {

    private static final int PEOPLE = 6;

    private final Suite suite = Suite.running();
    private final SuiteDatabases databases = new SuiteDatabases(suite);
    private final String run = Long.toString(System.nanoTime(), 36);

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @Test
    void anOldBackupOpensForTheLivingAndNotForTheErased() throws Exception {
        Map<Api, Marker> living = people("living");
        Map<Api, Marker> erased = people("erased");
        Path data = backup();

        erased.keySet().forEach(this::erase);
        turnTheEpochs();
        restore(data);
        suite.up();

        living.forEach((api, note) -> assertThat(read(api)).isEqualTo(note.text()));
        erased.keySet().forEach(api -> {
            search(api).problem(403, "consent-required");
            api.get("/v1/profile").problem(410, "account-erased");
            api.get("/v1/billing/entitlements").problem(410, "account-erased");
            api.get("/v1/audit/access-log").problem(410, "account-erased");
        });
        for (String database : List.of("profile", "cycle", "billing")) {
            Set<String> left = references(database, "revision");
            left.retainAll(references(database + "_keyring", "erased_subject"));
            assertThat(left).as(database).isEmpty();
            assertThat(references(database + "_keyring", "subject_key"))
                    .as(database)
                    .doesNotContainAnyElementsOf(references(database + "_keyring", "erased_subject"));
        }
        nothingOfThemIsOnDisk(erased);
    }

    private Map<Api, Marker> people(String kind) {
        Map<Api, Marker> people = new LinkedHashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            Api api = suite.asConsenting(kind + "-" + i + "-" + run);
            Marker note = new Marker("zk8 note of " + kind + " " + i + " " + run);
            api.put(
                            "/v1/cycle/days",
                            "{\"days\":[{\"date\":\"2026-05-05\",\"flow\":\"heavy\",\"note\":\"" + note.text()
                                    + "\"}]}")
                    .expect(200);
            api.get("/v1/billing/entitlements").expect(200);
            people.put(api, note);
        }
        return people;
    }

    private Path backup() {
        Path file = suite.home().resolve("before-erasures-" + run + ".backup");
        return new BackupCommand(suite.stack(), System.out)
                .run(List.of("--out", file.toString()))
                .orElseThrow();
    }

    private void restore(Path file) {
        RestoreCommand command =
                new RestoreCommand(suite.stack(), new PrintStream(PrintStream.nullOutputStream()), Optional::empty);
        assertThat(command.run(List.of("--yes", file.toString()))).isTrue();
    }

    private void erase(Api api) {
        String id = api.post("/v1/profile/erasure", "{\"coolingOffHours\":0}")
                .expect(202)
                .json()
                .path("id")
                .textValue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> suite.withToken(null)
                        .get("/v1/profile/erasure/receipts/" + id)
                        .expect(200)
                        .json()
                        .path("state")
                        .textValue()
                        .equals("done"));
    }

    /** The keys of KMS under which every older copy of the keyrings lies are on their way out. */
    private void turnTheEpochs() {
        Staff staff = new Staff(suite);
        suite.stack().epoch().run(true);
        KeyDeletions.approveAll(staff.member("keys-one-" + run, "security"));
        KeyDeletions.approveAll(staff.member("keys-two-" + run, "security"));
        List<EpochTurned> turned = suite.stack().epoch().run(false);
        assertThat(turned)
                .allSatisfy(one -> assertThat(one.keys())
                        .allSatisfy(key -> assertThat(key.fate()).isEqualTo("scheduled")));
    }

    private void nothingOfThemIsOnDisk(Map<Api, Marker> erased) {
        assertThat(new Sweep(List.copyOf(erased.values())).search(suite.home(), CanarySweepTest::isCache))
                .isEmpty();
    }

    private static String read(Api api) {
        JsonNode days = search(api).expect(200).json().path("days");
        return days.path(0).path("note").textValue();
    }

    private static Api.Answer search(Api api) {
        return api.post("/v1/cycle/days/search", "{\"from\":\"2026-05-01\",\"to\":\"2026-05-31\"}");
    }

    private Set<String> references(String database, String table) throws SQLException {
        try (Connection connection = databases.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select encode(subject_ref, 'hex') from " + table)) {
            Set<String> references = new HashSet<>();
            while (rows.next()) {
                references.add(rows.getString(1));
            }
            return references;
        }
    }
}
