package health.lunaria.audit.breakglass;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.MovableClock;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That an exception is used once, by whom it is for, in its time. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BreakGlassUseTest extends BreakGlassSteps {

    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(24).plusMinutes(1);

    @Test
    void onlyTheRequesterUsesIt() {
        String id = approved();
        String colleague = someone(StaffRole.SUPPORT);

        redeem(id, colleague).body("refusal", equalTo("break-glass-not-requester"));
        recorded(colleague, StaffRole.SUPPORT, "break-glass-not-requester");
        redeem(id, requester).body("receipt", notNullValue());
    }

    @Test
    void itWorksOnce() {
        String id = approved();
        redeem(id, requester).body("receipt", notNullValue());

        redeem(id, requester).body("refusal", equalTo("break-glass-used")).body("subject", nullValue());
        recorded(requester, StaffRole.SUPPORT, "break-glass-used");
        refused(cancel(id, first, StaffRole.SECURITY).statusCode(409), "break-glass-used");
    }

    @Test
    void ofManyUsesAtOnceOneGetsTheReceipt() throws Exception {
        String id = approved();
        Callable<Object> use = () -> redeem(id, requester).extract().path("receipt");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Object> receipts = new ArrayList<>();
            for (Future<Object> answer : threads.invokeAll(List.of(use, use, use, use, use, use))) {
                receipts.add(answer.get());
            }
            assertThat(receipts)
                    .hasSize(6)
                    .filteredOn(receipt -> receipt != null)
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anOlderStateOfTheRowPutBackIsNotUsedAgain() {
        String id = approved();
        byte[] before = data.bytes("select sealed from break_glass where id = ?", UUID.fromString(id));
        redeem(id, requester).body("receipt", notNullValue());
        data.change("delete from break_glass_notice where break_glass_id = ?", UUID.fromString(id));
        data.change(
                "update break_glass set version = version - 1, sealed = ? where id = ?", before, UUID.fromString(id));

        redeem(id, requester).body("refusal", equalTo("break-glass-used"));
        assertThat(notices(id)).isZero();
    }

    @Test
    void oneThatWasMovedToAnotherUserDoesNotOpen() {
        String id = approved();
        String other = "other-" + UUID.randomUUID();
        String otherId = request(requester, StaffRole.SUPPORT, other).extract().path("id");
        data.change(
                "update break_glass set subject_ref = (select subject_ref from break_glass where id = ?) where id = ?",
                UUID.fromString(otherId),
                UUID.fromString(id));

        redeem(id, requester).statusCode(500).body("code", equalTo("internal-error"));
        accessLog(other).body("entries.action", not(hasItem("audit.break-glass.use")));
    }

    @Test
    void theWindowEndsAfterHalfAnHour() {
        String id = approved();
        MovableClock.move(Duration.ofMinutes(31));

        redeem(id, requester).body("refusal", equalTo("break-glass-window-closed"));
        read(id, requester, StaffRole.SUPPORT).body("state", equalTo("expired"));
    }

    @Test
    void aRequestAndAnApprovalWaitADay() {
        String unapproved = requested();
        String once = requested();
        approve(once, first, StaffRole.SECURITY).statusCode(204);
        MovableClock.move(MORE_THAN_A_DAY);

        refused(approve(unapproved, first, StaffRole.SECURITY).statusCode(409), "break-glass-request-expired");
        refused(approve(once, second, StaffRole.DPO).statusCode(409), "break-glass-approval-expired");
    }

    @Test
    void aClockThatRunsBackwardsOpensNothing() {
        hire();
        MovableClock.move(Duration.ofMinutes(5));
        String id = approved(request());
        MovableClock.move(Duration.ofMinutes(-1));

        redeem(id, requester).body("refusal", equalTo("break-glass-clock"));
    }

    @Test
    void whatWasCancelledIsOver() {
        String id = approved();
        cancel(id, first, StaffRole.SECURITY).statusCode(204);

        redeem(id, requester).body("refusal", equalTo("break-glass-cancelled"));
        refused(cancel(id, first, StaffRole.SECURITY).statusCode(409), "break-glass-cancelled");
        accessLog(user).body("entries[0].action", equalTo("audit.break-glass.cancel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer-profile-service", "peer-billing-service", "peer-audit-service", "support", "user"})
    void onlyTheServiceThatDecryptsRedeems(String role) {
        String id = approved();

        redeem(id, requester, role).statusCode(403);

        redeem(id, requester).body("receipt", notNullValue());
    }
}
