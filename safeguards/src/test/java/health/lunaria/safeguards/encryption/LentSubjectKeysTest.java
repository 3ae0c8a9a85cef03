package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LentSubjectKeysTest {

    private static final SubjectRef REF = TestKeys.subject(1);
    private static final Subject SUBJECT = new Subject("somebody");

    private final AtomicReference<SubjectKey> lent = new AtomicReference<>();
    private final SubjectKeys keys = new LentSubjectKeys(
            new FixedPseudonyms(),
            new FixedKeySource(subject -> Uni.createFrom().item(TestKeys.subjectKey(subject, 7))));

    @Test
    void theKeyWorksDuringTheWorkAndIsDestroyedAfterwards() {
        Locator locator = keys.using(SUBJECT, this::locate).await().indefinitely();

        assertThat(locator).isEqualTo(TestKeys.subjectKey(REF, 7).locator("label"));
        assertDestroyed();
    }

    @Test
    void lendsTheKeyOfThatSubject() {
        SubjectRef other = TestKeys.subject(2);

        assertThat(keys.using(other, key -> Uni.createFrom().item(key.subject()))
                        .await()
                        .indefinitely())
                .isEqualTo(other);
        assertThat(keys.using(SUBJECT, key -> Uni.createFrom().item(key.subject()))
                        .await()
                        .indefinitely())
                .isEqualTo(REF);
    }

    @Test
    void isDestroyedAfterWorkThatFailed() {
        var work =
                keys.using(REF, key -> locate(key).chain(() -> Uni.createFrom().failure(new Refused())));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> work.await().indefinitely());
        assertDestroyed();
    }

    @Test
    void isDestroyedAfterWorkThatThrew() {
        var work = keys.using(REF, key -> {
            lent.set(key);
            throw new Refused();
        });

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> work.await().indefinitely());
        assertDestroyed();
    }

    @Test
    void isDestroyedAfterWorkThatWasCancelled() {
        var running = keys.using(
                        REF, key -> locate(key).chain(() -> Uni.createFrom().nothing()))
                .subscribe()
                .with(ignored -> {});
        assertThat(lent.get().locator("label")).isNotNull();

        running.cancel();

        assertDestroyed();
    }

    @Test
    void doesNotStartTheWorkWithoutAKey() {
        SubjectKeys none = new LentSubjectKeys(
                new FixedPseudonyms(),
                new FixedKeySource(subject -> Uni.createFrom().failure(new KeysUnavailableException("away"))));

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> none.using(REF, this::locate).await().indefinitely());
        assertThat(lent.get()).isNull();
    }

    @Test
    void failsWithoutAPseudonymAsAFailureOfTheUni() {
        SubjectKeys none = new LentSubjectKeys(
                new UnloadedPseudonyms(),
                new FixedKeySource(subject -> Uni.createFrom().item(TestKeys.subjectKey(subject, 7))));
        Uni<Locator> work = none.using(SUBJECT, this::locate);

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> work.await().indefinitely());
        assertThat(lent.get()).isNull();
    }

    @Test
    void anExistingKeyIsLentAndDestroyedLikeAnyOther() {
        assertThat(keys.usingExisting(REF, this::locate).await().indefinitely())
                .contains(TestKeys.subjectKey(REF, 7).locator("label"));
        assertDestroyed();
    }

    @Test
    void isDestroyedAfterWorkWithAnExistingKeyThatFailed() {
        var work = keys.usingExisting(
                REF, key -> locate(key).chain(() -> Uni.createFrom().failure(new Refused())));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> work.await().indefinitely());
        assertDestroyed();
    }

    @Test
    void withoutAnExistingKeyThereIsNoWork() {
        SubjectKeys none = new LentSubjectKeys(
                new FixedPseudonyms(),
                new FixedKeySource(subject -> Uni.createFrom().nullItem()));

        assertThat(none.usingExisting(REF, this::locate).await().indefinitely()).isEmpty();
        assertThat(lent.get()).isNull();
    }

    private Uni<Locator> locate(SubjectKey key) {
        lent.set(key);
        return Uni.createFrom().item(key.locator("label"));
    }

    private void assertDestroyed() {
        assertThatIllegalStateException().isThrownBy(() -> lent.get().locator("label"));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static class FixedPseudonyms implements Pseudonyms {

        @Override
        public SubjectRef of(Subject subject) {
            return REF;
        }

        @Override
        public byte[] of(String kind, String identifier) {
            return TestKeys.bytes(1);
        }
    }

    private static final class UnloadedPseudonyms extends FixedPseudonyms {

        @Override
        public SubjectRef of(Subject subject) {
            throw new KeysUnavailableException("not loaded");
        }
    }
}
