package health.lunaria.audit.accessreview;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals members in reviews, each for its place; what was sealed is never changed. */
@ApplicationScoped
class ItemSeals {

    private static final SealedColumn<ReviewedMember> MEMBER =
            SealedColumn.of("access_review_item", "sealed", 1, ReviewedMember.class);
    private static final long ONLY_VERSION = 1;

    private final ServiceKeys keys;

    ItemSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    byte[] seal(UUID item, ReviewedMember member) {
        return MEMBER.seal(key(), Locator.ofId(item), ONLY_VERSION, member);
    }

    ReviewedMember open(ItemRow row) {
        return MEMBER.open(key(), Locator.ofId(row.id), ONLY_VERSION, row.sealed);
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }
}
