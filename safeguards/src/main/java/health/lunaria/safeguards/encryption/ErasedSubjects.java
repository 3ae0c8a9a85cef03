package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Who was erased, as the keyring knows it. */
@ApplicationScoped
public class ErasedSubjects {

    private static final int PAGE = 500;

    private final Keyring keyring;

    ErasedSubjects(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Those who were erased within the last while, page by page as they are asked for. Fails with {@link KeysUnavailableException}. */
    public Multi<SubjectRef> of(Duration last) {
        return Multi.createFrom().deferred(() -> {
            AtomicReference<SubjectRef> after = new AtomicReference<>();
            return Multi.createBy()
                    .repeating()
                    .uni(() -> page(last, after))
                    .whilst(page -> page.size() == PAGE)
                    .onItem()
                    .<SubjectRef>disjoint();
        });
    }

    private Uni<List<SubjectRef>> page(Duration last, AtomicReference<SubjectRef> after) {
        return keyring.erased(last, after.get(), PAGE).invoke(page -> {
            if (!page.isEmpty()) {
                after.set(page.get(page.size() - 1));
            }
        });
    }
}
