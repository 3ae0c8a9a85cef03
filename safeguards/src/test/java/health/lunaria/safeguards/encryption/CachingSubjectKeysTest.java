package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.KeyCache.Lifetime;
import health.lunaria.safeguards.identity.SubjectRef;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachingSubjectKeysTest {

    private static final SubjectRef SUBJECT = TestKeys.subject(1);

    private final Deque<Uni<SubjectKey>> answers = new ArrayDeque<>();
    private final CachingSubjectKeys keys = new CachingSubjectKeys(
            new FixedKeySource(subject -> answers.remove()),
            new KeyCache<>(
                    "subject",
                    new Lifetime(Duration.ofHours(1), 0),
                    10,
                    SubjectKey::copy,
                    SubjectKey::destroy,
                    new SimpleMeterRegistry()));

    @Test
    void asksTheSourceOnce() {
        answers.add(Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)));

        Locator first = get(SUBJECT).locator("label");

        assertThat(get(SUBJECT).locator("label")).isEqualTo(first);
    }

    @Test
    void eachCallerMayDestroyWhatItGot() {
        answers.add(Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)));

        get(SUBJECT).destroy();
        get(SUBJECT).destroy();

        assertThat(get(SUBJECT).locator("label")).isNotNull();
    }

    @Test
    void doesNotKeepAFailure() {
        answers.addAll(List.of(
                Uni.createFrom().failure(new KeysUnavailableException("away")),
                Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7))));

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> get(SUBJECT));
        assertThat(get(SUBJECT).subject()).isEqualTo(SUBJECT);
    }

    @Test
    void doesNotGiveOneSubjectTheKeyOfAnother() {
        SubjectRef other = TestKeys.subject(2);
        answers.addAll(List.of(
                Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)),
                Uni.createFrom().item(TestKeys.subjectKey(other, 8))));

        assertThat(get(SUBJECT).locator("label")).isNotEqualTo(get(other).locator("label"));
        assertThat(get(SUBJECT).subject()).isEqualTo(SUBJECT);
        assertThat(get(other).subject()).isEqualTo(other);
    }

    @Test
    void findsWhatItKeepsAndKeepsWhatItFinds() {
        answers.add(Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)));

        Locator found = find(SUBJECT).orElseThrow().locator("label");

        assertThat(find(SUBJECT).orElseThrow().locator("label")).isEqualTo(found);
        assertThat(get(SUBJECT).locator("label")).isEqualTo(found);
    }

    @Test
    void doesNotKeepThatThereIsNone() {
        answers.addAll(List.of(Uni.createFrom().nullItem(), Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7))));

        assertThat(find(SUBJECT)).isEmpty();
        assertThat(find(SUBJECT)).isPresent();
    }

    @Test
    void anEvictedKeyIsReadAgain() {
        answers.addAll(List.of(
                Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)),
                Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 8)),
                Uni.createFrom().nullItem()));
        Locator first = get(SUBJECT).locator("label");

        keys.evict(SUBJECT);
        assertThat(get(SUBJECT).locator("label")).isNotEqualTo(first);
        keys.evictAll();
        assertThat(find(SUBJECT)).isEmpty();
    }

    @Test
    void evictingOneKeepsTheOthers() {
        SubjectRef other = TestKeys.subject(2);
        answers.add(Uni.createFrom().item(TestKeys.subjectKey(other, 8)));
        get(other);

        keys.evict(SUBJECT);

        assertThat(get(other).subject()).isEqualTo(other);
    }

    /** The row was read, then the key was erased, then the row arrived: it must not stay for the minutes of a cache. */
    @Test
    void aKeyThatWasErasedWhileItWasReadIsGivenButNotKept() {
        answers.addAll(List.of(
                Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)).invoke(() -> keys.evict(SUBJECT)),
                Uni.createFrom().item(TestKeys.subjectKey(SUBJECT, 7)).invoke(keys::evictAll),
                Uni.createFrom().nullItem()));

        assertThat(get(SUBJECT).subject()).isEqualTo(SUBJECT);
        assertThat(find(SUBJECT)).isPresent();
        assertThat(find(SUBJECT)).isEmpty();
    }

    private Optional<SubjectKey> find(SubjectRef subject) {
        return keys.find(subject).await().indefinitely();
    }

    private SubjectKey get(SubjectRef subject) {
        return keys.get(subject).await().indefinitely();
    }
}
