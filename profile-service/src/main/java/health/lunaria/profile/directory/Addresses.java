package health.lunaria.profile.directory;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Who gave which e-mail address, by a MAC of it, in transactions of the caller, who records the access. An address is not verified, so
 * several people can have given the same: none of them keeps the others from it.
 */
@ApplicationScoped
public class Addresses {

    private static final SealedColumn<Addressee> ADDRESSEE =
            SealedColumn.of("profile_address", "sealed", 1, Addressee.class);
    private static final long ONLY_VERSION = 1;
    private static final String KIND = "profile-email";

    private final AddressRows rows;
    private final Pseudonyms pseudonyms;
    private final ServiceKeys keys;

    Addresses(AddressRows rows, Pseudonyms pseudonyms, ServiceKeys keys) {
        this.rows = rows;
        this.pseudonyms = pseudonyms;
        this.keys = keys;
    }

    /** @param address {@code null} if she gives none any more */
    public Uni<Void> set(Subject subject, SubjectRef ref, Sensitive<String> address) {
        return rows.remove(ref)
                .chain(() -> address == null
                        ? Uni.createFrom().voidItem()
                        : rows.persist(row(subject, ref, address)).replaceWithVoid());
    }

    /** At most so many of those who gave it. */
    Uni<List<Found>> of(Sensitive<String> address, int limit) {
        return rows.with(mac(address), limit)
                .map(found -> found.stream().map(this::open).toList());
    }

    private AddressRow row(Subject subject, SubjectRef ref, Sensitive<String> address) {
        UUID id = UUID.randomUUID();
        byte[] sealed = ADDRESSEE.seal(key(), Locator.ofId(id), ONLY_VERSION, new Addressee(subject.id()));
        return new AddressRow(id, ref.bytes(), mac(address), sealed);
    }

    private byte[] mac(Sensitive<String> address) {
        return pseudonyms.of(KIND, AddressForm.of(address.disclose()));
    }

    private Found open(AddressRow row) {
        Addressee addressee = ADDRESSEE.open(key(), Locator.ofId(row.id), ONLY_VERSION, row.sealed);
        return new Found(addressee.about(), SubjectRef.of(row.subjectRef));
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }

    /** Somebody who gave the address. */
    record Found(Subject subject, SubjectRef ref) {}
}
