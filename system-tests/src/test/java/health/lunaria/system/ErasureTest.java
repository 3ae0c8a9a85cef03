package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has everything erased, and whatever dies meanwhile, it ends complete and with one receipt. */
class ErasureTest {

    private static final String ERASURE = "/v1/profile/erasure";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> STEPS = List.of(
            "profile.account.close",
            "billing.erasure.begin",
            "billing.erasure.done",
            "cycle.erasure.begin",
            "cycle.erasure.done",
            "audit.erasure.begin",
            "audit.erasure.done",
            "profile.erasure.begin",
            "profile.erasure.done",
            "profile.account.delete");

    private final Suite suite = Suite.running();
    private final Api anybody = suite.withToken(null);
    private final SuiteDatabases databases = new SuiteDatabases(suite);
    private final String run = Long.toString(System.nanoTime(), 36);

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @Test
    void sheIsGoneFromEveryServiceAndTheReceiptProvesIt() {
        Api other = suite.asConsenting("stays-" + run);
        write(other);
        Api user = suite.asConsenting("leaves-" + run);
        write(user);

        String id = order(user);

        JsonNode receipt = awaitReceipt(id);
        List<String> actions = new ArrayList<>();
        statement(receipt)
                .path("steps")
                .forEach(step -> actions.add(step.path("action").textValue()));
        assertThat(actions).containsExactlyInAnyOrderElementsOf(STEPS);
        assertThat(receipt.path("proofs")).hasSize(STEPS.size());
        receipt.path("proofs")
                .forEach(proof -> assertThat(proof.path("proof").textValue()).startsWith("c2sp.org/tlog-proof@v1"));
        for (String path : List.of("/v1/profile", "/v1/billing/entitlements", "/v1/audit/access-log")) {
            user.get(path).problem(410, "account-erased");
        }
        assertThat(read(other)).isEqualTo(1);

        Api again = suite.as("leaves-" + run);
        again.get("/v1/profile").expect(404);
        assertThat(again.get("/v1/audit/access-log").expect(200).json().path("entries"))
                .allSatisfy(
                        entry -> assertThat(entry.path("action").textValue()).doesNotStartWith("cycle."));
    }

    @Test
    void itIsCancelledAndNothingHasHappened() {
        Api user = suite.asConsenting("stays-after-all-" + run);
        write(user);
        user.post(ERASURE, "{\"coolingOffHours\":1}").expect(202);

        user.call("DELETE", ERASURE, null).expect(204);

        user.get(ERASURE).expect(404);
        assertThat(read(user)).isEqualTo(1);
    }

    /**
     * The process dies at each boundary between two steps: the work is done, and that it is done is not yet remembered, because
     * somebody else holds that very row. Some erasures at once, each at another boundary.
     */
    @ParameterizedTest
    @ValueSource(strings = {"CLOSE_ACCOUNT BILLING CYCLE", "AUDIT PROFILE DELETE_ACCOUNT"})
    void killedAtAnyStepItEndsCompleteWithOneReceipt(String steps) throws SQLException {
        Map<String, String> erasures = new LinkedHashMap<>();
        try (Connection held = databases.connect("profile")) {
            held.setAutoCommit(false);
            for (String step : steps.split(" ")) {
                Api user = suite.asConsenting("killed-at-" + step.toLowerCase().replace('_', '-') + "-" + run);
                write(user);
                String id = user.post(ERASURE, "{\"coolingOffHours\":1}")
                        .expect(202)
                        .json()
                        .path("id")
                        .textValue();
                databases.change(
                        held, "insert into erasure_order_step values (?, ?, now(), '')", UUID.fromString(id), step);
                user.post(ERASURE, "{\"coolingOffHours\":0}").expect(202);
                erasures.put(step, id);
            }
            await().atMost(PATIENCE).until(() -> waiting() == erasures.size());

            suite.kill("profile-service");
            held.rollback();
        }
        suite.up();

        for (String id : erasures.values()) {
            isComplete(id);
        }
    }

    /** The last boundary: everything is done but the receipt, which cannot be signed. */
    @Test
    void killedBeforeItsReceiptItStillEndsWithOne() throws SQLException {
        Api user = suite.asConsenting("killed-at-receipt-" + run);
        write(user);
        String id;
        try (Connection held = databases.connect("profile")) {
            held.setAutoCommit(false);
            id = user.post(ERASURE, "{\"coolingOffHours\":1}")
                    .expect(202)
                    .json()
                    .path("id")
                    .textValue();
            databases.change(
                    held,
                    "insert into erasure_order_step values (?, 'DELETE_ACCOUNT', now(), '')",
                    UUID.fromString(id));
            user.post(ERASURE, "{\"coolingOffHours\":0}").expect(202);
            await().atMost(PATIENCE).until(() -> waiting() == 1);
            suite.kill("kms");
            held.rollback();
        }
        await().atMost(PATIENCE)
                .until(() -> databases.number(
                                "profile",
                                "select count(*) from erasure_order where id = ? and step = 'RECEIPT' and attempts > 0",
                                UUID.fromString(id))
                        == 1);

        suite.kill("profile-service");
        suite.up();

        isComplete(id);
    }

    private void isComplete(String id) {
        JsonNode receipt = awaitReceipt(id);
        List<String> actions = new ArrayList<>();
        statement(receipt)
                .path("steps")
                .forEach(step -> actions.add(step.path("action").textValue()));
        assertThat(actions).containsExactlyInAnyOrderElementsOf(STEPS);
        assertThat(awaitReceipt(id)).isEqualTo(receipt);
        for (String database : List.of("profile", "cycle", "billing", "audit")) {
            assertThat(databases.number(
                            database,
                            "select count(*) from erasure where id = ? and erased_at is not null",
                            UUID.fromString(id)))
                    .as(database)
                    .isEqualTo(1);
        }
    }

    /** How many erasures wait for a row that the test holds. */
    private long waiting() {
        return databases.number(
                "profile",
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                "%insert into erasure_order_step%");
    }

    private JsonNode awaitReceipt(String id) {
        await().atMost(PATIENCE)
                .until(() -> anybody.get(ERASURE + "/receipts/" + id)
                        .expect(200)
                        .json()
                        .path("state")
                        .textValue()
                        .equals("done"));
        return anybody.get(ERASURE + "/receipts/" + id).json();
    }

    private static JsonNode statement(JsonNode receipt) {
        String payload = receipt.path("receipt").textValue().split("\\.")[1];
        return Api.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static String order(Api user) {
        return user.post(ERASURE, "{\"coolingOffHours\":0}")
                .expect(202)
                .json()
                .path("id")
                .textValue();
    }

    private static void write(Api user) {
        user.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-03-01\",\"flow\":\"light\"}]}")
                .expect(200);
        user.get("/v1/billing/entitlements").expect(200);
    }

    private static int read(Api user) {
        return user.post("/v1/cycle/days/search", "{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}")
                .expect(200)
                .json()
                .path("days")
                .size();
    }
}
