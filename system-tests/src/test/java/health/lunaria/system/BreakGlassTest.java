package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one way in which somebody of the staff reads what a user wrote, through gateway, two services and the log. */
class BreakGlassTest {

    private static final String NOTE = "Only for me and my doctor";
    private static final String EXCEPTIONS = "/v1/audit/break-glass";

    private final Suite suite = Suite.running();
    private final Staff staff = new Staff(suite);
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String userName = "in-need-" + run;

    private Api user;
    private Api requester;
    private Api security;
    private Api officer;

    @BeforeEach
    void hire() {
        user = suite.asConsenting(userName);
        user.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-05-05\",\"note\":\"" + NOTE + "\"}]}")
                .expect(200);
        requester = staff.member("helper-" + run, "support");
        security = staff.member("guard-" + run, "security");
        officer = staff.member("officer-" + run, "dpo");
    }

    @Test
    void twoApprovalsOpenTheDaysOnceAndTheUserSeesIt() {
        String id = request();
        approve(security, id).expect(204);
        approve(officer, id).expect(204);

        JsonNode opened = read(requester, id).expect(200).json();

        assertThat(opened.path("days").path(0).path("note").textValue()).isEqualTo(NOTE);
        AccessLog.awaitEntries(user, "audit.break-glass.use", 1);
        JsonNode use = AccessLog.of(user, "audit.break-glass.use").get(0);
        assertThat(use.path("index").longValue())
                .isEqualTo(opened.path("receipt").longValue());
        assertThat(use.path("actor").path("kind").textValue()).isEqualTo("staff");
        assertThat(use.path("actor").path("name").textValue()).isEqualTo("support");
        AccessLog.awaitEntries(user, "audit.break-glass.request", 1);
        AccessLog.awaitEntries(user, "audit.break-glass.approve", 2);

        refused(read(requester, id), "break-glass-used");
        AccessLog.awaitEntries(user, "audit.break-glass.use", 1);
    }

    @Test
    void withoutTwoApprovalsNothingOpens() {
        String id = request();
        refused(read(requester, id), "break-glass-not-approved");
        approve(security, id).expect(204);
        approve(security, id).problem(409, "break-glass-already-approved-by-you");

        refused(read(requester, id), "break-glass-not-approved");
        assertThat(AccessLog.of(user, "audit.break-glass.use")).isEmpty();
    }

    @Test
    void nobodyElseUsesIt() {
        String id = approved();
        Api colleague = staff.member("colleague-" + run, "support");

        refused(read(colleague, id), "break-glass-not-requester");
        refused(read(security, id), "break-glass-not-requester");
        read(officer, id).problem(403, "not-allowed");
        read(user, id).problem(403, "not-allowed");
    }

    @Test
    void whoseTrainingExpiredMeanwhileOpensNothing() {
        String id = approved();
        staff.train("helper-" + run, "support", Staff.today().minusDays(366));

        refused(read(requester, id), "workforce-training-expired");
        requester.get(EXCEPTIONS + "/" + id).problem(403, "workforce-training-expired");
    }

    @Test
    void aTokenAloneRequestsNothing() {
        Api stranger = suite.as("stranger-" + run, "support");

        stranger.post(EXCEPTIONS, need()).problem(403, "workforce-not-registered");
        staff.registered("newcomer-" + run, "support")
                .post(EXCEPTIONS, need())
                .problem(403, "workforce-training-missing");
    }

    @Test
    void whatWasRefusedIsKeptForAuditors() {
        refused(read(requester, request()), "break-glass-not-approved");
        Api auditor = staff.member("auditor-" + run, "auditor");

        JsonNode refusals = auditor.get(EXCEPTIONS + "/refusals").expect(200).json();

        assertThat(refusals.path("entries").path(0).path("code").textValue()).isEqualTo("break-glass-not-approved");
        assertThat(refusals.toString()).doesNotContain(staff.subject(userName)).doesNotContain(NOTE);
    }

    private String request() {
        return requester.post(EXCEPTIONS, need()).expect(201).json().path("id").textValue();
    }

    private String need() {
        return "{\"subject\":\"%s\",\"ticket\":\"SUP-7\",\"reason\":\"She asked for help with a lost day\"}"
                .formatted(staff.subject(userName));
    }

    private String approved() {
        String id = request();
        for (Api approver : List.of(security, officer)) {
            approve(approver, id).expect(204);
        }
        return id;
    }

    private static Api.Answer approve(Api approver, String id) {
        return approver.post(EXCEPTIONS + "/" + id + "/approvals", "");
    }

    private static Api.Answer read(Api reader, String id) {
        return reader.post(
                "/v1/cycle/break-glass/days/search",
                "{\"id\":\"%s\",\"from\":\"2026-05-01\",\"to\":\"2026-05-31\"}".formatted(id));
    }

    private static void refused(Api.Answer answer, String reason) {
        answer.problem(403, "break-glass-refused");
        assertThat(answer.json().path("fields").path(0).path("reason").textValue())
                .isEqualTo(reason);
    }
}
