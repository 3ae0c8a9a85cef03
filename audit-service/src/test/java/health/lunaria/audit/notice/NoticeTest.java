package health.lunaria.audit.notice;

import static health.lunaria.audit.incident.Incidents.PATH;
import static health.lunaria.audit.incident.Incidents.as;
import static health.lunaria.audit.incident.Incidents.open;
import static health.lunaria.audit.incident.Incidents.post;
import static health.lunaria.audit.incident.Incidents.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(MailTestResource.class)
class NoticeTest {

    private static final String MARKER = "mArKeR7391";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final TestMail mail = TestMail.start();

    @Test
    void aNoticeForAnAuthorityGoesToItsAddressAfterTheApproval() throws Exception {
        String id = breach();
        String notice = draft(id, "gdpr-authority", "Notification of case " + id);

        approve(id, notice, "\"1\"")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("draftedBy", equalTo("sam"))
                .body("approvedBy", equalTo("dora"));

        awaitDelivered(id, notice, 1);
        List<MimeMessage> sent = mail.sentTo("authority@example.test").stream()
                .filter(message -> subject(message).equals("Notification of case " + id))
                .toList();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).getContent().toString()).contains("What happened");
        assertThat(sent.get(0).getHeader("Message-ID")).singleElement().asString().endsWith("@notices.lunaria.health>");
        Incidents.get(id).body("timeline.kind", hasItems("NOTICE_DRAFTED", "NOTICE_APPROVED"));
    }

    @Test
    void everyPersonGetsItOnceHoweverOftenSheWasAdded() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "To you");
        addRecipients(id, notice, addresses("once", 5)).statusCode(200).body("recipients.waiting", equalTo(5));
        addRecipients(id, notice, addresses("ONCE", 7)).statusCode(200).body("recipients.waiting", equalTo(7));
        approve(id, notice, "\"1\"").statusCode(200);

        awaitDelivered(id, notice, 7);
        for (int i = 0; i < 5; i++) {
            assertThat(mail.sentTo("once" + i + "@example.test")).hasSize(1);
        }
    }

    @Test
    void whileTheMailServerIsAwayItIsTriedAgainAndThenDeliveredOnce() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "Later");
        addRecipients(id, notice, addresses("later", 1)).statusCode(200);

        mail.whileAway(() -> {
            approve(id, notice, "\"1\"").statusCode(200);
            Awaitility.await().atMost(PATIENCE).until(() -> attempts(notice) == 1);
        });

        awaitDelivered(id, notice, 1);
        assertThat(mail.sentTo("later0@example.test")).hasSize(1);
        assertThat(attempts(notice)).isGreaterThan(1);
    }

    @Test
    void whoCannotBeReachedIsGivenUpAndTheOthersAreNotHeldUp() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "Never");
        addRecipients(id, notice, addresses("never", 1)).statusCode(200);

        mail.whileAway(() -> {
            approve(id, notice, "\"1\"").statusCode(200);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> get(id, notice).body("recipients.givenUp", equalTo(1)));
        });
        assertThat(attempts(notice)).isEqualTo(3);

        String other = draft(id, "gdpr-authority", "Other");
        approve(id, other, "\"1\"").statusCode(200);
        awaitDelivered(id, other, 1);
        get(id, notice).body("recipients.delivered", equalTo(0));
    }

    @Test
    void whatWasDeliveredIsNotSentAgainEvenIfItsTimeComes() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "Not again");
        addRecipients(id, notice, addresses("again", 1)).statusCode(200);
        approve(id, notice, "\"1\"").statusCode(200);
        awaitDelivered(id, notice, 1);

        approve(id, notice, "\"2\"").statusCode(409).body("code", equalTo("notice-approved"));
        String other = draft(id, "gdpr-authority", "Afterwards");
        approve(id, other, "\"1\"").statusCode(200);
        awaitDelivered(id, other, 1);
        assertThat(mail.sentTo("again0@example.test")).hasSize(1);
    }

    @Test
    void nothingIsSentBeforeTheApproval() {
        String id = breach();
        String draft = draft(id, "gdpr-persons", "Draft");
        addRecipients(id, draft, addresses("draft", 1)).statusCode(200);

        String other = draft(id, "gdpr-authority", "Other");
        approve(id, other, "\"1\"").statusCode(200);
        awaitDelivered(id, other, 1);
        assertThat(attempts(draft)).isZero();
        assertThat(mail.sentTo("draft0@example.test")).isEmpty();
    }

    @Test
    void nobodyApprovesHerOwnDraft() {
        String id = breach();
        String notice = draft(id, "gdpr-authority", "Own");

        post(id, "notices/" + notice + "/approval", "\"1\"", "")
                .statusCode(403)
                .body("code", equalTo("notice-own-draft"));
        get(id, notice).body("state", equalTo("DRAFT")).body("approvedBy", nullValue());
        Incidents.get(id).body("timeline.kind", not(hasItems("NOTICE_APPROVED")));
    }

    @Test
    void anApprovalNeedsTheVersionThatWasRead() {
        String id = breach();
        String notice = draft(id, "gdpr-authority", "Version");

        approve(id, notice, "\"2\"").statusCode(412).body("code", equalTo("stale"));
        as("dora", "dpo")
                .post(PATH + "/" + id + "/notices/" + notice + "/approval")
                .then()
                .statusCode(428);
        get(id, notice).body("state", equalTo("DRAFT"));
    }

    @Test
    void aNoticeWithoutRecipientsIsNotApproved() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "Nobody");

        approve(id, notice, "\"1\"").statusCode(409).body("code", equalTo("notice-without-recipients"));
    }

    @Test
    void anAuthorityWithoutAnAddressIsToldOtherwise() {
        String id = breach();

        drafting(id, "lgpd-authority", "No address").statusCode(409).body("code", equalTo("notice-no-address"));
        security().get(PATH + "/" + id + "/notices").then().body("notices", hasSize(0));
    }

    @Test
    void anAuthorityHasItsOwnAddressOnly() {
        String id = breach();
        String notice = draft(id, "gdpr-authority", "Only there");

        addRecipients(id, notice, addresses("elsewhere", 1))
                .statusCode(409)
                .body("code", equalTo("notice-for-authority"));
    }

    @Test
    void whatIsApprovedGetsNoMoreRecipients() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "Done");
        addRecipients(id, notice, addresses("done", 1)).statusCode(200);
        approve(id, notice, "\"1\"").statusCode(200);

        addRecipients(id, notice, addresses("more", 1)).statusCode(409).body("code", equalTo("notice-approved"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mArKeR7391",
                "a@b",
                "a@b.c, d@e.f",
                "A <mArKeR7391@b.c>",
                "a@b.c\\nBcc: d@e.f",
                "a@b.c\\r\\nSubject: x",
                "@b.c",
                "a b@c.d",
                ""
            })
    void whatIsNotOneAddressIsRefusedAndNotRepeated(String address) {
        String id = breach();
        String notice = draft(id, "gdpr-persons", "Bad");

        addRecipients(id, notice, "\"" + address + "\"").statusCode(400).body(not(containsString(MARKER)));
        get(id, notice).body("recipients.waiting", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"clock\":\"gdpr-authority\",\"text\":\"t\"}",
                "{\"clock\":\"gdpr-authority\",\"subject\":\"s\"}",
                "{\"clock\":\"gdpr-authority\",\"subject\":\"s\\nBcc: mArKeR7391@b.c\",\"text\":\"t\"}",
                "{\"subject\":\"s\",\"text\":\"t\"}"
            })
    void aBadDraftIsRefusedAndNotRepeated(String body) {
        String id = breach();

        post(id, "notices", null, body).statusCode(400).body(not(containsString(MARKER)));
    }

    @Test
    void aNoticeDoesTheDutyOfAClockThatTheBreachHas() {
        drafting(breach(), "hipaa-persons", "None")
                .statusCode(409)
                .body("code", equalTo("breach-clock-unknown"));
        drafting(open("LOW", "No breach"), "gdpr-persons", "None").statusCode(404);
    }

    @Test
    void aNoticeBelongsToItsIncident() {
        String notice = draft(breach(), "gdpr-authority", "Mine");
        String other = breach();

        get(other, notice).statusCode(404);
        approve(other, notice, "\"1\"").statusCode(404);
        addRecipients(other, notice, addresses("x", 1)).statusCode(404);
    }

    @Test
    void auditorsReadAndDecideNothing() {
        String id = breach();
        String notice = draft(id, "gdpr-authority", "Read");

        as("rita", "auditor").get(PATH + "/" + id + "/notices").then().statusCode(200).body("notices.id", contains(notice));
        as("rita", "auditor")
                .header("If-Match", "\"1\"")
                .post(PATH + "/" + id + "/notices/" + notice + "/approval")
                .then()
                .statusCode(403);
    }

    @Test
    void neitherTextNorAddressStandsInTheDatabase() {
        String id = breach();
        String notice = draft(id, "gdpr-persons", MARKER);
        addRecipients(id, notice, "\"" + MARKER + "@example.test\"").statusCode(200);

        for (String table : List.of("notice", "notice_delivery")) {
            assertThat(data.number(
                            "select count(*) from " + table + " where position(?::bytea in sealed) > 0",
                            (Object) MARKER.getBytes(StandardCharsets.UTF_8)))
                    .isZero();
        }
    }

    private long attempts(String notice) {
        return data.number("select max(attempts) from notice_delivery where notice_id = ?", UUID.fromString(notice));
    }

    private static void awaitDelivered(String id, String notice, int recipients) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> get(id, notice).body("recipients.delivered", equalTo(recipients)));
    }

    private static String breach() {
        String id = open("HIGH", "A breach");
        security()
                .header("If-None-Match", "*")
                .body(("{\"awareAt\":\"%s\",\"regimes\":[\"GDPR\",\"LGPD\"],\"highRisk\":true,\"malicious\":false,"
                                + "\"reason\":\"r\"}")
                        .formatted(Instant.now().minusSeconds(60)))
                .put(PATH + "/" + id + "/breach")
                .then()
                .statusCode(200);
        return id;
    }

    private static String draft(String id, String clock, String subject) {
        return drafting(id, clock, subject).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse drafting(String id, String clock, String subject) {
        return post(
                id,
                "notices",
                null,
                "{\"clock\":\"%s\",\"subject\":\"%s\",\"text\":\"What happened\"}".formatted(clock, subject));
    }

    private static ValidatableResponse get(String id, String notice) {
        return security().get(PATH + "/" + id + "/notices/" + notice).then();
    }

    private static ValidatableResponse approve(String id, String notice, String ifMatch) {
        return as("dora", "dpo")
                .header("If-Match", ifMatch)
                .post(PATH + "/" + id + "/notices/" + notice + "/approval")
                .then();
    }

    private static ValidatableResponse addRecipients(String id, String notice, String addresses) {
        return post(id, "notices/" + notice + "/recipients", null, "{\"addresses\":[" + addresses + "]}");
    }

    private static String addresses(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + name + i + "@example.test\"")
                .collect(Collectors.joining(","));
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
