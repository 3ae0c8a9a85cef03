package health.lunaria.profile.provider;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Which account of the provider is whose: tokens name people by another id there than the provider's own, and from the one
 * the other cannot be computed. Sealed under a key of the service, since an account is deleted after its person's key; a link
 * goes with the account, not before it. Nothing of hers is read or written, so nothing is recorded.
 */
@ApplicationScoped
class AccountLinks {

    private static final SealedColumn<AccountLink> LINK =
            SealedColumn.of("account_link", "sealed", 1, AccountLink.class);
    private static final long ONLY_VERSION = 1;

    private final AccountLinkRows rows;
    private final Pseudonyms pseudonyms;
    private final ServiceKeys keys;

    AccountLinks(AccountLinkRows rows, Pseudonyms pseudonyms, ServiceKeys keys) {
        this.rows = rows;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
    }

    @WithTransaction
    Uni<Optional<String>> of(Subject subject) {
        return rows.of(pseudonyms.of(subject)).map(found -> found.map(this::open));
    }

    @WithTransaction
    Uni<Void> keep(Subject subject, String account) {
        UUID id = UUID.randomUUID();
        byte[] sealed = LINK.seal(key(), Locator.ofId(id), ONLY_VERSION, new AccountLink(account));
        return rows.insert(id, pseudonyms.of(subject), sealed);
    }

    @WithTransaction
    Uni<Void> forget(Subject subject) {
        return rows.remove(pseudonyms.of(subject));
    }

    private String open(AccountLinkRow row) {
        return LINK.open(key(), Locator.ofId(row.id), ONLY_VERSION, row.sealed).account();
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }
}
