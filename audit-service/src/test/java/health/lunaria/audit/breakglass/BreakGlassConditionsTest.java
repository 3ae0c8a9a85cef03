package health.lunaria.audit.breakglass;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.Fault;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What everybody concerned must have and be. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BreakGlassConditionsTest extends BreakGlassSteps {

    static List<Arguments> faultsOfTheActing() {
        List<Arguments> faults = new ArrayList<>();
        for (String step : List.of("request", "first approval", "second approval")) {
            for (Fault fault : Fault.values()) {
                faults.add(Arguments.of(step, fault));
            }
        }
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheActing")
    void whoLacksAnythingTakesNoStepAndTheRefusalIsRecorded(String step, Fault fault) {
        String id = step.equals("request") ? null : requested();
        if (step.equals("second approval")) {
            approve(id, first, StaffRole.SECURITY).statusCode(204);
        }
        StaffRole role = step.equals("request") ? StaffRole.SUPPORT : StaffRole.SECURITY;
        String person = fault.make(role);

        ValidatableResponse answer = id == null ? request(person, role) : approve(id, person, role);

        refused(answer.statusCode(403), fault.slug());
        recorded(person, role, fault.slug());
    }

    @ParameterizedTest
    @CsvSource({
        "requester, LEFT",
        "requester, NOT_JOINED",
        "requester, TRAINING_EXPIRED",
        "requester, POLICY_EXPIRED",
        "approvals[0], LEFT",
        "approvals[0], NOT_JOINED",
        "approvals[0], TRAINING_EXPIRED",
        "approvals[0], POLICY_EXPIRED",
        "approvals[1], LEFT",
        "approvals[1], NOT_JOINED",
        "approvals[1], TRAINING_EXPIRED",
        "approvals[1], POLICY_EXPIRED"
    })
    void whatAnybodyLostSinceStopsTheUse(String who, Fault fault) {
        String id = approved();
        switch (who) {
            case "requester" -> fault.befall(requester, StaffRole.SUPPORT);
            case "approvals[0]" -> fault.befall(first, StaffRole.SECURITY);
            default -> fault.befall(second, StaffRole.DPO);
        }

        redeem(id, requester)
                .statusCode(200)
                .body("refusal", equalTo(fault.slug()))
                .body("who", equalTo(who.equals("requester") ? null : who))
                .body("subject", nullValue())
                .body("receipt", nullValue());

        recorded(requester, StaffRole.SUPPORT, fault.slug());
        accessLog(user).body("entries.action", not(hasItem("audit.break-glass.use")));
    }

    @ParameterizedTest
    @CsvSource({"DPO, dpo", "AUDITOR, auditor"})
    void whoIsInTheWrongRoleDoesNotRequest(StaffRole role) {
        String person = someone(role);

        refused(request(person, role).statusCode(403), "break-glass-role");
        recorded(person, role, "break-glass-role");
    }

    @ParameterizedTest
    @CsvSource({"SUPPORT, support", "AUDITOR, auditor"})
    void whoIsInTheWrongRoleDoesNotApprove(StaffRole role) {
        String id = requested();
        String person = someone(role);

        refused(approve(id, person, role).statusCode(403), "break-glass-role");
        recorded(person, role, "break-glass-role");
    }

    @Test
    void aRoleOfTheTokenThatTheRegisterDoesNotSayIsWorthNothing() {
        String id = requested();
        String support = someone(StaffRole.SUPPORT);

        refused(approve(id, support, StaffRole.SECURITY).statusCode(403), "workforce-role-missing");
    }

    @Test
    void nobodyApprovesHerOwnRequest() {
        String person = someone(StaffRole.SECURITY);
        String id = request(person, StaffRole.SECURITY).extract().path("id");

        refused(approve(id, person, StaffRole.SECURITY).statusCode(403), "break-glass-own-request");
        recorded(person, StaffRole.SECURITY, "break-glass-own-request");
    }

    @Test
    void oneApprovalIsNotEnoughAndTheSamePersonIsNoSecond() {
        String id = requested();
        redeem(id, requester).body("refusal", equalTo("break-glass-not-approved"));
        approve(id, first, StaffRole.SECURITY).statusCode(204);

        refused(approve(id, first, StaffRole.SECURITY).statusCode(409), "break-glass-already-approved-by-you");
        redeem(id, requester).body("refusal", equalTo("break-glass-not-approved"));
    }

    @Test
    void thereIsNoThirdApproval() {
        String id = approved();
        String third = someone(StaffRole.DPO);

        refused(approve(id, third, StaffRole.DPO).statusCode(409), "break-glass-approvals-complete");
    }
}
