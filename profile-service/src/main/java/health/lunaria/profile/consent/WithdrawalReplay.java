package health.lunaria.profile.consent;

import static java.util.stream.Collectors.counting;

import health.lunaria.profile.consent.WithdrawalLedger.Entry;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.restoration.Replay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Withdraws again what people withdrew since a backup that was restored. Also an attempt that failed, and one that was taken back
 * after the backup: a yes that is not certain is none.
 */
@ApplicationScoped
class WithdrawalReplay implements Replay {

    private static final int PAGE = 100;

    private final WithdrawalLedger ledger;
    private final SubjectKeys keys;
    private final ConsentService consents;

    WithdrawalReplay(WithdrawalLedger ledger, SubjectKeys keys, ConsentService consents) {
        this.ledger = ledger;
        this.keys = keys;
        this.consents = consents;
    }

    @Override
    public String name() {
        return "withdrawals";
    }

    @Override
    public Uni<Long> run() {
        AtomicReference<Entry> last = new AtomicReference<>(Entry.NONE);
        return Multi.createBy()
                .repeating()
                .uni(() -> page(last))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .<Entry>disjoint()
                .onItem()
                .transformToUniAndConcatenate(this::replay)
                .filter(changed -> changed)
                .collect()
                .with(counting());
    }

    private Uni<List<Entry>> page(AtomicReference<Entry> last) {
        return ledger.after(last.get(), PAGE).invoke(page -> {
            if (!page.isEmpty()) {
                last.set(page.get(page.size() - 1));
            }
        });
    }

    private Uni<Boolean> replay(Entry entry) {
        return keys.usingExisting(entry.subject(), key -> replay(key, entry.open(key)))
                .map(done -> done.orElse(false));
    }

    private Uni<Boolean> replay(SubjectKey key, Withdrawal withdrawal) {
        return consents.withdrawAgain(new Subject(withdrawal.subject()), key, withdrawal);
    }
}
