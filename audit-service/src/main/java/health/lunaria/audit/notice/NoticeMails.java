package health.lunaria.audit.notice;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the message of a delivery. Its Message-ID says which delivery it is, so that one that comes twice can be told. */
@ApplicationScoped
class NoticeMails {

    private static final String DOMAIN = "notices.lunaria.health";

    private final NoticeSeals seals;

    NoticeMails(NoticeSeals seals) {
        this.seals = seals;
    }

    Mail of(Deliveries.Taken taken) {
        NoticeText notice = seals.open(taken.notice(), taken.version(), taken.noticeSealed());
        Recipient recipient = seals.recipient(taken.id(), taken.sealed());
        return Mail.withText(recipient.address().disclose(), notice.subject(), notice.text())
                .addHeader("Message-ID", "<" + taken.id() + "@" + DOMAIN + ">")
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
