package health.lunaria.audit.notice;

import static health.lunaria.audit.incident.Incidents.PATH;
import static health.lunaria.audit.incident.Incidents.open;
import static health.lunaria.audit.incident.Incidents.post;
import static health.lunaria.audit.incident.Incidents.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** That management gets mail when nobody acknowledges an incident in time. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(MailTestResource.class)
class ManagementNoticeTest {

    private static final String MARKER = "mArKeR7391";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> MANAGEMENT = List.of("first-boss@example.test", "second-boss@example.test");

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final TestMail mail = TestMail.start();

    @Test
    void everyManagerIsToldOnceWhichIncidentWaitsAndNothingOfIt() throws Exception {
        String id = late();

        awaitDelivered(id, 2);

        for (String manager : MANAGEMENT) {
            assertThat(sentTo(manager, id)).singleElement().satisfies(message -> {
                assertThat(message.getSubject()).isEqualTo("Incident without acknowledgement: CRITICAL");
                assertThat(message.getContent().toString())
                        .contains("Severity: CRITICAL", "Unacknowledged for: 42 minutes")
                        .doesNotContain(MARKER);
            });
        }
        Incidents.get(id).body("timeline.kind", contains("OPENED", "ESCALATED"));
    }

    @Test
    void itStandsAmongTheNoticesAndNobodyAddsToIt() {
        String id = late();
        awaitDelivered(id, 2);

        String notice = notices(id)
                .body("notices[0].state", equalTo("APPROVED"))
                .body("notices[0].clock", equalTo("escalation"))
                .body("notices[0].approvedBy", equalTo("escalation"))
                .extract()
                .path("notices[0].id");
        post(id, "notices/" + notice + "/recipients", null, "{\"addresses\":[\"a@example.test\"]}")
                .statusCode(409)
                .body("code", equalTo("notice-approved"));
    }

    @Test
    void aMailServerThatIsAwayHoldsUpNothingAndTheMailComesLater() {
        String[] id = new String[1];
        mail.whileAway(() -> {
            id[0] = late();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> Incidents.get(id[0]).body("timeline.kind", contains("OPENED", "ESCALATED")));
        });

        awaitDelivered(id[0], 2);
    }

    @Test
    void whatSomebodyAcknowledgedIsNotWrittenAbout() {
        String acknowledged = open("CRITICAL", MARKER);
        post(acknowledged, "acknowledgement", "\"1\"", "").statusCode(200);
        letTimePass(acknowledged);
        awaitDelivered(late(), 2);

        notices(acknowledged).body("notices", empty());
    }

    private String late() {
        String id = open("CRITICAL", MARKER);
        letTimePass(id);
        return id;
    }

    private void letTimePass(String id) {
        data.change(
                "update incident set opened_at = now() - interval '42 minutes', acknowledge_by = now() - interval '1 second'"
                        + " where id = ?",
                UUID.fromString(id));
    }

    private void awaitDelivered(String id, int recipients) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> notices(id)
                        .body("notices.size()", equalTo(1))
                        .body("notices[0].recipients.delivered", equalTo(recipients)));
    }

    private static ValidatableResponse notices(String id) {
        return security().get(PATH + "/" + id + "/notices").then().statusCode(200);
    }

    private List<MimeMessage> sentTo(String address, String incident) {
        return mail.sentTo(address).stream()
                .filter(message -> text(message).contains(incident))
                .toList();
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
