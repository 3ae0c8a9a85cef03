package health.lunaria.audit.notice;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals notices, each for its version, and their recipients, each for its row. */
@ApplicationScoped
class NoticeSeals {

    private static final SealedColumn<NoticeText> TEXT = SealedColumn.of("notice", "sealed", 1, NoticeText.class);
    private static final SealedColumn<Recipient> RECIPIENT =
            SealedColumn.of("notice_delivery", "sealed", 1, Recipient.class);

    private final ServiceKeys keys;

    NoticeSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    void seal(NoticeRow row, NoticeText text) {
        row.sealed = seal(row.id, row.version, text);
    }

    NoticeText open(NoticeRow row) {
        return open(row.id, row.version, row.sealed);
    }

    NoticeText open(UUID notice, long version, byte[] sealed) {
        return TEXT.open(key(), Locator.ofId(notice), version, sealed);
    }

    byte[] seal(UUID delivery, Recipient recipient) {
        return RECIPIENT.seal(key(), Locator.ofId(delivery), 0, recipient);
    }

    Recipient recipient(UUID delivery, byte[] sealed) {
        return RECIPIENT.open(key(), Locator.ofId(delivery), 0, sealed);
    }

    private byte[] seal(UUID notice, long version, NoticeText text) {
        return TEXT.seal(key(), Locator.ofId(notice), version, text);
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }
}
