package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.RewrapRows.ServiceRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Goes once through the service's own keys below the old epoch. KMS wraps them anew: they are in clear inside of it only. */
final class ServicePass {

    private final String service;
    private final RewrapRows rows;
    private final Kms kms;
    private final Turn turn;

    ServicePass(String service, RewrapRows rows, Kms kms, Turn turn) {
        this.service = service;
        this.rows = rows;
        this.kms = kms;
        this.turn = turn;
    }

    Uni<Void> run() {
        return rows.serviceKeys(turn.from().number())
                .chain(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(this::move)
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Boolean> move(ServiceRow key) {
        return wrapAnew(key)
                .call(anew -> failUnlessItOpens(key.purpose(), anew))
                .chain(anew -> rows.moveServiceKey(
                        turn.from().number(), turn.to().number(), new ServiceRow(key.purpose(), anew)))
                .invoke(moved -> turn.count(moved ? 1 : 0, 0));
    }

    private Uni<byte[]> wrapAnew(ServiceRow key) {
        Epoch from = turn.from();
        Epoch to = turn.to();
        return kms.reEncrypt(
                from.kmsKeyId(),
                key.wrapped(),
                KmsContext.ofPurpose(service, from.number(), key.purpose()),
                to.kmsKeyId(),
                KmsContext.ofPurpose(service, to.number(), key.purpose()));
    }

    /** As a service will at its next start. */
    private Uni<Void> failUnlessItOpens(String purpose, byte[] wrapped) {
        Epoch to = turn.to();
        return kms.decrypt(to.kmsKeyId(), wrapped, KmsContext.ofPurpose(service, to.number(), purpose))
                .invoke(KeyMaterial::destroy)
                .replaceWithVoid();
    }
}
