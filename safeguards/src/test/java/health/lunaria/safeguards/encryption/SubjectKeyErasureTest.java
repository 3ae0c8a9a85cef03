package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static health.lunaria.safeguards.encryption.RealKeys.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erases keys in a real keyring that two processes share. */
class SubjectKeyErasureTest {

    private static final RecordAddress ADDRESS = new RecordAddress("month", "days", Locator.ofNumber(1), 1, 0);
    private static final byte[] PLAINTEXT = "a note".getBytes(UTF_8);
    private static final SubjectRef SUBJECT = TestKeys.subject(1);
    private static final SubjectRef OTHER = TestKeys.subject(2);

    @TempDir
    static Path directory;

    private static RealKeys real;

    private CachingSubjectKeys here;
    private CachingSubjectKeys elsewhere;
    private ErasureListener listener;
    private SubjectKeyErasure erasure;

    @BeforeAll
    static void start() {
        real = new RealKeys(directory);
        real.emptyKeyring();
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @BeforeEach
    void twoProcesses() {
        real.startAnew();
        here = real.cachingSubjectKeys();
        elsewhere = real.cachingSubjectKeys();
        listener = new ErasureListener(real.pool, elsewhere);
        erasure = new SubjectKeyErasure(real.keyring, here);
    }

    @Test
    void whoeverWasErasedHasNoKeyAndGetsNone() {
        key(here, SUBJECT);

        assertThat(await(erasure.erase(SUBJECT))).isTrue();

        assertThat(await(here.find(SUBJECT))).isEmpty();
        assertThatExceptionOfType(SubjectErasedException.class).isThrownBy(() -> key(here, SUBJECT));
        until(() -> await(elsewhere.find(SUBJECT)).isEmpty());
        assertThatExceptionOfType(SubjectErasedException.class).isThrownBy(() -> key(elsewhere, SUBJECT));
        assertThat(real.count("subject_key")).isZero();
    }

    @Test
    void whoNeverHadAKeyGetsNoneAfterHerErasure() {
        assertThat(await(erasure.erase(SUBJECT))).isFalse();

        assertThatExceptionOfType(SubjectErasedException.class).isThrownBy(() -> key(here, SUBJECT));
        assertThat(real.count("subject_key")).isZero();
    }

    /** Erasures and first requests at once, in every order that comes about: none leaves a key. */
    @Test
    void noKeyIsLeftOfWhoIsErasedWhileSheComes() {
        for (int i = 10; i < 60; i++) {
            SubjectRef subject = TestKeys.subject(i);
            await(Uni.join()
                    .all(
                            elsewhere
                                    .get(subject)
                                    .replaceWithVoid()
                                    .onFailure(SubjectErasedException.class)
                                    .recoverWithNull(),
                            erasure.erase(subject).replaceWithVoid(),
                            here.get(subject)
                                    .replaceWithVoid()
                                    .onFailure(SubjectErasedException.class)
                                    .recoverWithNull())
                    .andFailFast());
        }

        assertThat(real.count("subject_key")).isZero();
        assertThat(real.count("erased_subject")).isEqualTo(50);
    }

    @Test
    void nobodyElseIsErased() {
        key(here, SUBJECT);
        byte[] sealed = key(here, OTHER).seal(ADDRESS, PLAINTEXT);

        await(erasure.erase(SUBJECT));

        assertThat(key(here, OTHER).open(ADDRESS, sealed)).isEqualTo(PLAINTEXT);
        assertThat(await(real.subjectKeys().find(OTHER))).isPresent();
    }

    @Test
    void erasingAgainTellsThatThereWasNothing() {
        key(here, SUBJECT);

        assertThat(await(erasure.erase(OTHER))).isFalse();
        assertThat(await(erasure.erase(SUBJECT))).isTrue();
        assertThat(await(erasure.erase(SUBJECT))).isFalse();
    }

    @Test
    void anErasureThatFailedIsForgottenHereAndStaysInTheKeyring() {
        key(here, SUBJECT);
        real.execute("alter table subject_key rename to away");
        try {
            assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> await(erasure.erase(SUBJECT)));
            assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> key(here, SUBJECT));
        } finally {
            real.execute("alter table away rename to subject_key");
        }

        assertThat(await(erasure.erase(SUBJECT))).isTrue();
    }

    @Test
    void anotherProcessForgetsTheKeyAtOnce() {
        await(listener.listen());
        key(elsewhere, OTHER);
        key(elsewhere, SUBJECT);

        await(erasure.erase(SUBJECT));

        until(() -> await(elsewhere.find(SUBJECT)).isEmpty());
        assertThat(real.execute("delete from subject_key")).isEqualTo(1);
        assertThat(await(elsewhere.find(OTHER))).isPresent();
    }

    @Test
    void anErasureIsToldAgainWhenItIsRepeated() {
        key(elsewhere, SUBJECT);
        await(erasure.erase(SUBJECT));
        await(listener.listen());
        real.execute("delete from erased_subject");
        key(elsewhere, SUBJECT);
        assertThat(real.execute("delete from subject_key")).isEqualTo(1);

        assertThat(await(erasure.erase(SUBJECT))).isFalse();

        until(() -> await(elsewhere.find(SUBJECT)).isEmpty());
    }

    @Test
    void whatWasNotHeardIsForgottenWithTheNextConnection() {
        await(listener.listen());
        real.cutConnections("query like 'listen %'");
        until(() -> !listener.isListening());
        key(elsewhere, SUBJECT);
        key(elsewhere, OTHER);
        await(erasure.erase(SUBJECT));
        assertThat(await(elsewhere.find(SUBJECT))).isPresent();

        until(() -> {
            await(listener.listen());
            return listener.isListening();
        });

        assertThat(await(elsewhere.find(SUBJECT))).isEmpty();
        assertThat(await(elsewhere.find(OTHER))).isPresent();
    }

    @Test
    void whoListensAlreadyKeepsItsKeysAndItsConnection() {
        await(listener.listen());
        key(elsewhere, SUBJECT);
        assertThat(real.execute("delete from subject_key")).isEqualTo(1);

        await(listener.listen());

        assertThat(listener.isListening()).isTrue();
        assertThat(await(elsewhere.find(SUBJECT))).isPresent();
    }

    @Test
    void somethingElseOnTheChannelForgetsAllKeys() {
        await(listener.listen());
        key(elsewhere, SUBJECT);
        assertThat(real.execute("delete from subject_key")).isEqualTo(1);

        real.execute("do $$ begin perform pg_notify('" + Keyring.ERASURES + "', 'nobody'); end $$");

        until(() -> await(elsewhere.find(SUBJECT)).isEmpty());
    }

    @Test
    void withoutAKeyringNobodyListensAndNothingFails() {
        RealKeys gone = new RealKeys(directory);
        gone.close();

        assertThatNoException().isThrownBy(() -> await(new ErasureListener(gone.pool, elsewhere).listen()));
    }

    private static SubjectKey key(SubjectKeySource keys, SubjectRef subject) {
        return await(keys.get(subject));
    }
}
