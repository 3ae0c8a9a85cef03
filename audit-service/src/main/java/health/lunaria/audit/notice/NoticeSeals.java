package health.lunaria.audit.notice;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** Seals notices, each for its version, and their recipients, each for its row. */
@ApplicationScoped
class NoticeSeals {

    private static final SealedColumn<NoticeText> TEXT = SealedColumn.of("notice", "sealed", 1, NoticeText.class);
    private static final SealedColumn<Recipient> RECIPIENT =
            SealedColumn.of("notice_delivery", "sealed", 1, Recipient.class);

    private final ServiceKeys keys;
    private final Pseudonyms pseudonyms;

    NoticeSeals(ServiceKeys keys, Pseudonyms pseudonyms) {
        this.keys = keys;
        this.pseudonyms = pseudonyms;
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

    /** A recipient to add, under an id of her own; the hash keeps her from getting a notice twice. */
    Deliveries.Added added(Sensitive<String> address) {
        UUID id = UUID.randomUUID();
        byte[] hash = pseudonyms.of("notice-recipient", address.disclose().toLowerCase(Locale.ROOT));
        return new Deliveries.Added(id, hash, RECIPIENT.seal(key(), Locator.ofId(id), 0, new Recipient(address)));
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
